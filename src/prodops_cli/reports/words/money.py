"""Money: what tools cost in a year, and what customers are worth. Nothing is converted."""

from collections import defaultdict
from collections.abc import Iterable

from prodops_cli.catalog.expenses import code
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


def totals(tools: Iterable[Tool]) -> str:
    """`84,000 EUR and 1,200 USD`; empty where no amount is known."""
    return summed(amount for tool in tools if (amount := tool.yearly))


def at_risk(heard: Iterable[Feedback]) -> str:
    """`310,000 EUR`: the yearly revenue of those who say something; empty where no amount is known."""
    return summed((each.currency or "", each.revenue_at_risk) for each in heard if each.revenue_at_risk is not None)


def summed(amounts: Iterable[tuple[str, float]]) -> str:
    """Amounts by their currency."""
    sums: defaultdict[str, float] = defaultdict(float)
    for currency, amount in amounts:
        sums[code(currency)] += amount
    return listing([f"{total:,.0f} {currency}".strip() for currency, total in sorted(sums.items())])
