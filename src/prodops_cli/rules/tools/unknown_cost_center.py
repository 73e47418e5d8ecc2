"""Each tool is paid from a budget that there is.

A cost centre with a slip of a letter in it is in no budget's total: the tool is paid
for, and the budget looks better than it is.

## Bad

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 9000, currency: EUR, per: year}
```
```yaml tools/figma.yaml
id: figma
cost: {amount: 540, currency: EUR, per: year, cost_center: prodcut}
#                                                          ^^^^^^^ no budget is for `prodcut`; did you mean `product`?
```

## Fixed

```yaml tools/figma.yaml
id: figma
cost: {amount: 540, currency: EUR, per: year, cost_center: product}
```

Not every cost centre needs a budget in the settings: what is like none of them is left
alone.
"""

from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.spelling import nearest
from prodops_cli.models.tool import Tool

ALIKE = 0.8
"""How much alike two names must be for one of them to be a slip."""


@rule(Tool, warning)
def check(tool: Tool, context: Context) -> Problems:
    """What is retired is paid from nothing any more."""
    center = tool.cost.cost_center if tool.cost else None
    known = {budget.cost_center for budget in context.settings.budgets}
    if center is None or center in known or not tool.is_live:
        return
    if near := nearest(center, known, ALIKE):
        place = tool.at("cost", "cost_center")
        fix = Fix(f"write `{near}`", (Replace(place.source, place.span, near),), safe=False)
        yield Problem(place, f"no budget is for `{center}`; did you mean `{near}`?", fix=fix)


CASES = """
## Good: another one, retired, no budgets for it

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 9000, currency: EUR, per: year}
```
```yaml tools/a.yaml
id: a
cost: {amount: 540, currency: EUR, per: year, cost_center: production-line}
```
```yaml tools/b.yaml
id: b
status: retired
cost: {amount: 540, currency: EUR, per: year, cost_center: prodcut}
```
```yaml tools/c.yaml
id: c
cost: {amount: 540, currency: EUR, per: year}
```

## Good: no budgets at all

```yaml tools/a.yaml
id: a
cost: {amount: 540, currency: EUR, per: year, cost_center: product}
```
"""
