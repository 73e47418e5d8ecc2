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

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.settings import Budget
from prodops_cli.models.tool import TIMES_A_YEAR, Tool
from prodops_cli.phrases import listing

MOST_NAMED = 3
A_HUNDREDTH = 0.01
"""What is less than that is no money."""


class Expense(NamedTuple):
    """What a tool costs in a year."""

    tool: Tool
    amount: float


Expenses: TypeAlias = Mapping[str, Sequence[Expense]]
"""By currency, the largest first."""


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """One finding for each budget; several of one cost centre and currency are one, at the first."""
    budgets: defaultdict[tuple[str, str], list[tuple[int, Budget]]] = defaultdict(list)
    for index, budget in enumerate(context.settings.budgets):
        budgets[budget.cost_center, code(budget.currency)].append((index, budget))
    expenses = by_cost_center(catalog)
    for (center, currency), parts in budgets.items():
        limit = sum(budget.amount * TIMES_A_YEAR[budget.per] for _, budget in parts)
        spent = expenses.get(center, {})
        if total(spent.get(currency, ())) - limit >= A_HUNDREDTH:
            yield Problem(
                catalog.settings_document.at("budgets", parts[0][0], "amount"),
                message(center, spent, currency, limit),
                related=tuple(Related(each.tool.at("cost"), "paid from it") for each in spent[currency][:MOST_NAMED]),
            )


def by_cost_center(catalog: Catalog) -> Mapping[str, Expenses]:
    """What the tools in use cost; a tool whose price is unknown costs nothing yet."""
    found: defaultdict[str, defaultdict[str, list[Expense]]] = defaultdict(lambda: defaultdict(list))
    for tool in catalog.all(Tool):
        center = tool.cost.cost_center if tool.cost else None
        is_counted = tool.is_live and catalog.get(Tool, tool.id) is tool
        if center and is_counted and (price := tool.yearly) and price[0]:
            found[center][code(price[0])].append(Expense(tool, price[1]))
    for expenses in found.values():
        for each in expenses.values():
            each.sort(key=lambda expense: (-expense.amount, expense.tool.id))
    return found


def code(currency: str) -> str:
    """A currency as ISO 4217 writes it."""
    return currency.strip().upper()


def total(expenses: Sequence[Expense]) -> float:
    """What several tools cost together."""
    return sum(expense.amount for expense in expenses)


def message(center: str, spent: Expenses, currency: str, limit: float) -> str:
    """What is spent, by how much that is too much, for what, and what else is paid."""
    here, most = spent[currency], spent[currency][:MOST_NAMED]
    named = listing([f"{each.tool.id} {money(each.amount, currency)}" for each in most])
    first = "most of it for " if len(here) > len(most) else ""
    others = [money(total(each), other) for other, each in sorted(spent.items()) if other != currency and total(each)]
    over = f"{money(total(here) - limit, currency)} more than this{f', beside {listing(others)}' if others else ''}"
    costs = f"the tools of `{center}` cost {money(total(here), currency)} a year, {over} ({first}{named})"
    return f"{costs}; cancel something, or agree on another budget"


def money(amount: float, currency: str) -> str:
    """`1,250.50 EUR`."""
    return f"{amount:,.2f}".removesuffix(".00") + f" {currency}"


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
