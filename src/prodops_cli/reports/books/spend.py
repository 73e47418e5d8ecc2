"""Spend: what each cost centre's tools cost in a year, currency by currency; nothing is converted."""

from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.catalog.expenses import budgeted, by_cost_center, code, money, total
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import percent
from prodops_cli.reports.books.entry import Book, cited
from prodops_cli.reports.charts.chart import Bars
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

MOST_BARS: Final = 20


class Center(TypedDict):
    """What a cost centre spends in one currency."""

    name: str
    costs: str
    budget: str
    used: str
    """How much of the budget."""


class PriceRow(TypedDict):
    """What a tool costs."""

    tool: Link
    price: str
    a_year: str
    basis: str
    center: str
    seats: str
    """How many are used."""
    each: str
    """A year for one of those."""


class Unpriced(TypedDict):
    """A tool that is in no sum."""

    tool: Link
    price: str
    """It may be empty."""


class Spend(TypedDict):
    """What tools cost."""

    centers: list[Center]
    charts: list[Bars]
    """One for each currency."""
    tools: list[PriceRow]
    unknown: list[Unpriced]


def spend(live: list[Tool], edition: Edition, book: Book) -> Spend:
    """By cost centre against the budgets, then tool by tool, the dearest first; at last those of unknown price."""
    priced = [(tool, (code(price[0]), price[1])) for tool in live if (price := tool.yearly)]
    priced.sort(key=lambda found: (found[1][0], -found[1][1], found[0].id))
    return {
        "centers": [*centers(edition)],
        "charts": [chart(currency, priced) for currency in sorted({price[0] for _, price in priced})],
        "tools": [row(tool, price, edition, book) for tool, price in priced],
        "unknown": [{"tool": cited(tool, edition, book), "price": tool.price} for tool in live if tool.yearly is None],
    }


def centers(edition: Edition) -> Iterator[Center]:
    """What each cost centre spends of what it may, in each currency."""
    spent, limits = by_cost_center(edition.catalog), budgeted(edition.catalog.settings)
    keys = {(center, currency) for center, expenses in spent.items() for currency in expenses} | {*limits}
    for center, currency in sorted(keys, key=lambda key: (key[0] == "", key)):
        costs, limit = total(spent.get(center, {}).get(currency, ())), limits.get((center, currency))
        yield {
            "name": center or "No cost centre",
            "costs": money(costs, currency),
            "budget": money(limit, currency) if limit is not None else "–",
            "used": percent(costs / limit) if limit else "–",
        }


def chart(currency: str, priced: list[tuple[Tool, tuple[str, float]]]) -> Bars:
    """The dearest tools of a currency."""
    found = [(tool, price[1]) for tool, price in priced if price[0] == currency][:MOST_BARS]
    return {
        "kind": "bars",
        "title": f"A year in {currency}" if currency else "A year, in no currency",
        "most": max(amount for _, amount in found),
        "rows": [{"name": tool.title, "value": amount, "text": money(amount, currency)} for tool, amount in found],
    }


def row(tool: Tool, price: tuple[str, float], edition: Edition, book: Book) -> PriceRow:
    """What one tool costs, by what it is counted, and how many of its seats are used."""
    cost, seats = tool.cost, tool.seats
    used = seats.active if seats else None
    bought = seats.purchased if seats else None
    return {
        "tool": cited(tool, edition, book),
        "price": tool.price,
        "a_year": money(price[1], price[0]).strip(),
        "basis": (cost.basis if cost else None) or "–",
        "center": (cost.cost_center if cost else None) or "–",
        "seats": f"{used:,} of {bought:,}" if used is not None and bought is not None else "–",
        "each": money(price[1] / used, price[0]).strip() if used else "–",
    }
