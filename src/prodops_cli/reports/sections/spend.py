"""Spend: what tools cost in a year, by what they are for, and which seats nobody uses. Nothing is converted."""

from collections import defaultdict
from typing import Final, TypedDict

from prodops_cli.models.tool import Tool
from prodops_cli.reports.charts.chart import Amount, Bars
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.renewals import unused, wasted
from prodops_cli.reports.words.money import totals

MOST: Final = 10
OTHER: Final = "Other"


class IdleRow(TypedDict):
    """A tool with seats that nobody uses."""

    tool: Link
    who: str
    seats: str
    """`41 of 120 seats are unused, worth 28,700 EUR a year`."""


class Spend(TypedDict):
    """What tools cost in a year."""

    total: str
    charts: list[Bars]
    """By what they are for, one for each currency."""
    unpriced: int
    """How many tools have no price for a year."""
    idle: list[IdleRow]


def context(edition: Edition) -> Spend | None:
    """What is in use; None where a catalog has no tool at all."""
    live = [tool for tool in edition.catalog.all(Tool) if tool.is_live_on(edition.today)]
    if not edition.catalog.all(Tool):
        return None
    idle = sorted((tool for tool in live if unused(tool)), key=lambda tool: (-idle_share(tool), tool.id))
    return {
        "total": totals(live),
        "charts": [chart(currency, sums) for currency, sums in sorted(by_currency(live).items())],
        "unpriced": sum(tool.yearly is None for tool in live),
        "idle": [
            {
                "tool": edition.links.named(tool),
                "who": edition.people.who(tool.owner),
                "seats": f"{unused(tool)}{wasted(tool)}",
            }
            for tool in idle[:MOST]
        ],
    }


def idle_share(tool: Tool) -> float:
    """How many of its seats nobody uses."""
    seats = tool.seats
    return (seats.idle or 0) / seats.purchased if seats and seats.purchased else 0.0


def by_currency(tools: list[Tool]) -> dict[str, dict[str, float]]:
    """What each capability costs; a tool counts for the one that it names first."""
    sums: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for tool in tools:
        if tool.yearly:
            currency, amount = tool.yearly
            sums[currency][spoken(tool)] += amount
    return {currency: dict(found) for currency, found in sums.items()}


def spoken(tool: Tool) -> str:
    """What a tool is for, as people say it."""
    first = (tool.capabilities or ("",))[0]
    return first.replace("_", " ").replace("-", " ").capitalize() or OTHER


def chart(currency: str, sums: dict[str, float]) -> Bars:
    """The dearest first; what is left counts together."""
    ordered = sorted(sums.items(), key=lambda each: (-each[1], each[0]))
    rest = sum(amount for _, amount in ordered[MOST:])
    shown = [*ordered[:MOST], *([("All else", rest)] if rest else [])]
    rows: list[Amount] = [
        {"name": name, "value": max(amount, 0.0), "text": f"{amount:,.0f} {currency}".strip()} for name, amount in shown
    ]
    return {"kind": "bars", "title": "A year", "most": max((row["value"] for row in rows), default=0.0), "rows": rows}
