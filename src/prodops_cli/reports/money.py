"""Money: what tools cost in a year. Nothing is converted."""

from collections import defaultdict
from collections.abc import Iterable

from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing

TIMES = {"month": 12, "year": 1}


def yearly(tool: Tool) -> tuple[str, float] | None:
    """The currency, and the amount that a tool costs in a year; None where that isn't written."""
    cost = tool.cost
    if cost is None or cost.amount is None or cost.per not in TIMES:
        return None
    seats = tool.seats.purchased if tool.seats else None
    if cost.basis == "seat" and seats is None:
        return None
    return cost.currency or "", cost.amount * TIMES[cost.per] * (seats or 0 if cost.basis == "seat" else 1)


def totals(tools: Iterable[Tool]) -> str:
    """`84,000 EUR and 1,200 USD`; empty where no amount is known."""
    sums: defaultdict[str, float] = defaultdict(float)
    for tool in tools:
        if amount := yearly(tool):
            sums[amount[0]] += amount[1]
    return listing([f"{total:,.0f} {currency}".strip() for currency, total in sorted(sums.items())])
