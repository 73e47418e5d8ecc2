"""Money has a currency.

Costs are added up by currency and never converted, since a rate of today would change
the reports of last year. An amount without a currency is in no total, and the budget
looks better than it is.

## Bad

```yaml tools/figma.yaml
id: figma
cost: {amount: 540, per: year}
^^^^ has no currency, and is missing in every total; write `currency`, such as EUR
```

## Good

```yaml tools/figma.yaml
id: figma
cost: {amount: 540, per: year, currency: EUR}
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Tool


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """Nothing is nothing in every currency."""
    cost = tool.cost
    if cost and cost.amount and not cost.currency and tool.is_live:
        message = "has no currency, and is missing in every total; write `currency`, such as EUR"
        yield Problem(tool.at("cost", "currency"), message)


CASES = """
## Good: free, retired, a currency that is misspelt

```yaml tools/a.yaml
id: a
cost: {amount: 0}
```
```yaml tools/b.yaml
id: b
status: retired
cost: {amount: 540}
```
```yaml tools/c.yaml
id: c
cost: {amount: 540, curency: EUR}
```
"""
