"""Expenses: what the tools in use cost in a year. Nothing is converted."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.settings import Settings
from prodops_cli.models.tool import TIMES_A_YEAR, Tool


class Expense(NamedTuple):
    """What a tool costs in a year."""

    tool: Tool
    amount: float


Expenses: TypeAlias = Mapping[str, Sequence[Expense]]
"""By currency, the largest first."""


def by_cost_center(catalog: Catalog) -> Mapping[str, Expenses]:
    """What the tools in use cost, under an empty name where no centre pays; an unknown price costs nothing yet."""
    found: defaultdict[str, defaultdict[str, list[Expense]]] = defaultdict(lambda: defaultdict(list))
    for tool in catalog.all(Tool):
        center = (tool.cost.cost_center if tool.cost else None) or ""
        is_counted = tool.is_live and catalog.get(Tool, tool.id) is tool
        if is_counted and (price := tool.yearly) and price[0]:
            found[center][code(price[0])].append(Expense(tool, price[1]))
    for expenses in found.values():
        for each in expenses.values():
            each.sort(key=lambda expense: (-expense.amount, expense.tool.id))
    return found


def budgeted(settings: Settings) -> Mapping[tuple[str, str], float]:
    """What cost centres may spend in a year, by centre and currency; several budgets of both are one."""
    found: defaultdict[tuple[str, str], float] = defaultdict(float)
    for budget in settings.budgets:
        found[budget.cost_center, code(budget.currency)] += budget.amount * TIMES_A_YEAR[budget.per]
    return found


def code(currency: str) -> str:
    """A currency as ISO 4217 writes it."""
    return currency.strip().upper()


def total(expenses: Sequence[Expense]) -> float:
    """What several tools cost together."""
    return sum(expense.amount for expense in expenses)


def money(amount: float, currency: str) -> str:
    """`1,250.50 EUR`."""
    return f"{amount:,.2f}".removesuffix(".00") + f" {currency}"
