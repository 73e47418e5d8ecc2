"""Money: what tools cost in a year. Nothing is converted."""

from collections import defaultdict
from collections.abc import Iterable

from prodops_cli.catalog.expenses import code
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


def totals(tools: Iterable[Tool]) -> str:
    """`84,000 EUR and 1,200 USD`; empty where no amount is known."""
    sums: defaultdict[str, float] = defaultdict(float)
    for tool in tools:
        if amount := tool.yearly:
            sums[code(amount[0])] += amount[1]
    return listing([f"{total:,.0f} {currency}".strip() for currency, total in sorted(sums.items())])
