"""Tools cost no more than their budget.

Every single contract was reasonable, and was signed by somebody who did not see the
others. The sum is seen when Finance closes the year. The catalog knows all prices and
can add: what each cost centre's tools cost in a year, against what it may spend.

## Bad

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 9000, currency: EUR, per: year}
#                                  ^^^^ the tools of `product` cost 9,600 EUR a year, 600 EUR more than this (figma
#                                     6,000 EUR and miro 3,600 EUR); cancel something, or agree on another budget
```
```yaml tools/figma.yaml
id: figma
cost: {amount: 500, currency: EUR, per: month, cost_center: product}
```
```yaml tools/miro.yaml
id: miro
cost: {amount: 90, currency: EUR, per: year, basis: seat, cost_center: product}
seats: {purchased: 40}
```

## Good

```yaml prodops.yaml
budgets:
  - {cost_center: product, amount: 9000, currency: EUR, per: year}
```
```yaml tools/figma.yaml
id: figma
cost: {amount: 500, currency: EUR, per: month, cost_center: product}
```

Seats multiply, and months count twelve times; what is retired, or was paid once, counts
no more. Nothing is converted: what is paid in another currency is said beside it, and
has its own budget, or none.

## Allowing

`# prodops: allow budget-exceeded until 2025-12-31 -- two warehouses until the move is done`
beside the amount.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.expenses import Expenses, budgeted, by_cost_center, code, money, total
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.settings import Settings
from prodops_cli.phrases import listing

MOST_NAMED = 3
A_HUNDREDTH = 0.01
"""What is less than that is no money."""


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each budget; several of one cost centre and currency are one, at the first."""
    settings, expenses = context.settings, by_cost_center(catalog)
    for (center, currency), limit in budgeted(settings).items():
        spent = expenses.get(center, {})
        if total(spent.get(currency, ())) - limit >= A_HUNDREDTH:
            yield Problem(
                catalog.settings_document.at("budgets", first_of(center, currency, settings), "amount"),
                message(center, spent, currency, limit),
                related=tuple(Related(each.tool.at("cost"), "paid from it") for each in spent[currency][:MOST_NAMED]),
            )


def first_of(center: str, currency: str, settings: Settings) -> int:
    """Where the first budget of a cost centre and a currency stands."""
    budgets = [(budget.cost_center, code(budget.currency)) for budget in settings.budgets]
    return budgets.index((center, currency))


def message(center: str, spent: Expenses, currency: str, limit: float) -> str:
    """What is spent, by how much that is too much, for what, and what else is paid."""
    here, most = spent[currency], spent[currency][:MOST_NAMED]
    named = listing([f"{each.tool.id} {money(each.amount, currency)}" for each in most])
    first = "most of it for " if len(here) > len(most) else ""
    others = [money(total(each), other) for other, each in sorted(spent.items()) if other != currency and total(each)]
    over = f"{money(total(here) - limit, currency)} more than this{f', beside {listing(others)}' if others else ''}"
    costs = f"the tools of `{center}` cost {money(total(here), currency)} a year, {over} ({first}{named})"
    return f"{costs}; cancel something, or agree on another budget"


CASES = """
## Bad: a budget for each month, another currency, and many tools

```yaml prodops.yaml
budgets:
  - {cost_center: data, amount: 100, currency: eur, per: month}
#                               ^^^ the tools of `data` cost 1,210.50 EUR a year, 10.50 EUR more than this, beside 24
#                                  USD (most of it for a 600 EUR, b 400 EUR and c 200 EUR); cancel something, or agree
#                                  on another budget
```
```yaml tools/tools.yaml
- {id: a, name: A, cost: {amount: 600, currency: EUR, per: year, cost_center: data}}
- {id: b, name: B, cost: {amount: 400, currency: EUR, per: year, cost_center: data}}
- {id: c, name: C, cost: {amount: 200, currency: EUR, per: year, cost_center: data}}
- {id: d, name: D, cost: {amount: 10.5, currency: EUR, per: year, cost_center: data}}
- {id: e, name: E, cost: {amount: 2, currency: USD, per: month, cost_center: data}}
- {id: f, name: F, cost: {amount: 2, currency: EUR, per: month, cost_center: other}}
```

## Good: just as much, two budgets, retired, once, seats that nobody counted

```yaml prodops.yaml
budgets:
  - {cost_center: data, amount: 600, currency: EUR, per: year}
  - {cost_center: data, amount: 400, currency: EUR, per: year}
  - {cost_center: none, amount: 1, currency: EUR, per: year}
```
```yaml tools/tools.yaml
- {id: a, name: A, cost: {amount: 600, currency: EUR, per: year, cost_center: data}}
- {id: b, name: B, cost: {amount: 400, currency: EUR, per: year, cost_center: data}}
- {id: c, name: C, status: retired, cost: {amount: 200, currency: EUR, per: year, cost_center: data}}
- {id: d, name: D, cost: {amount: 200, currency: EUR, per: once, cost_center: data}}
- {id: e, name: E, cost: {amount: 200, currency: EUR, per: year, basis: seat, cost_center: data}}
- {id: f, name: F, cost: {amount: 200, per: year, cost_center: data}}
```
"""
