"""Each budget pays for something.

A budget of which no tool says that it is paid from it can't be exceeded, and warns of
nothing. Mostly the cost centre was renamed, or the tools don't name theirs.

## Bad

```yaml prodops.yaml
budgets:
  - {cost_center: design, amount: 40000, currency: EUR, per: year}
#                 ^^^^^^ no tool in use is paid from `design`; name it in the `cost_center` of tools, or remove the
#                    budget
```
```yaml tools/figma.yaml
id: figma
cost: {amount: 540, currency: EUR, per: year, cost_center: product}
```

## Good

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 40000, currency: EUR, per: year}
```
```yaml tools/figma.yaml
id: figma
cost: {amount: 540, currency: EUR, per: year, cost_center: product}
```

Where no tool names a cost centre at all, nobody has begun with it, and nothing is said.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.spelling import nearest
from prodops_cli.models.tool import Tool

ALIKE = 0.8
"""A tool's cost centre that is so much alike is a slip, which unknown-cost-center tells."""


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each cost centre."""
    tools = (tool for tool in catalog.all(Tool) if tool.is_live)
    used = {tool.cost.cost_center for tool in tools if tool.cost and tool.cost.cost_center}
    known = {budget.cost_center for budget in context.settings.budgets}
    told: set[str] = set()
    for index, budget in enumerate(context.settings.budgets):
        center = budget.cost_center
        if used and center not in used | told and not nearest(center, used - known, ALIKE):
            told.add(center)
            message = f"no tool in use is paid from `{center}`"
            place = catalog.settings_document.at("budgets", index, "cost_center")
            yield Problem(place, f"{message}; name it in the `cost_center` of tools, or remove the budget")


CASES = """
## Bad: what is retired, and two budgets

```yaml prodops.yaml
budgets:
  - {cost_center: design, amount: 40000, currency: EUR, per: year}
#                 ^^^^^^ no tool in use is paid from `design`; name it in the `cost_center` of tools, or remove the
#                    budget
  - {cost_center: design, amount: 400, currency: USD, per: month}
```
```yaml tools/a.yaml
id: a
cost: {cost_center: product}
```
```yaml tools/b.yaml
id: b
status: retired
cost: {cost_center: design}
```

## Good: a slip, which is told at the tool

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 40000, currency: EUR, per: year}
```
```yaml tools/a.yaml
id: a
cost: {cost_center: prodcut}
```

## Good: no tool says what it is paid from

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 40000, currency: EUR, per: year}
```
```yaml tools/a.yaml
id: a
```
"""
