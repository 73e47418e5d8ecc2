"""Renewals: the contracts that renew, and the trials that end, within 90 days."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TypedDict

from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.renewals import ends_first, renewals, unused
from prodops_cli.reports.words.money import totals

AHEAD = timedelta(days=90)


class RenewalRow(TypedDict):
    """One contract."""

    tool: Link
    who: str
    renews: str
    notice: str
    """The last day for it."""
    price: str
    seats: str
    decision: str
    open: bool


class Trial(TypedDict):
    """A trial that ends."""

    tool: Link
    who: str
    ends: str


class Renewals(TypedDict):
    """The contracts that renew, and the trials that end."""

    rows: list[RenewalRow]
    total: str
    """What goes on costs that much a year."""
    trials: list[Trial]


def context(edition: Edition) -> Renewals | None:
    """The next 90 days; None where a catalog has no tool at all."""
    if not edition.catalog.all(Tool):
        return None
    soon = [(tool, contract) for tool, contract, on in renewals(edition) if on <= edition.today + AHEAD]
    return {
        "rows": [row(tool, contract, edition) for tool, contract in soon],
        "total": totals(tool for tool, contract in soon if contract.decision != "cancel" and not ends_first(contract)),
        "trials": [*trials(edition)],
    }


def row(tool: Tool, contract: Contract, edition: Edition) -> RenewalRow:
    """One contract."""
    by, renewal = contract.decide_by, contract.renewal
    return {
        "tool": edition.links.named(tool),
        "who": edition.people.who(tool.owner),
        "renews": day(renewal, edition.today) if renewal else "–",
        "notice": (f"{day(by, edition.today)}{' (gone)' if by < edition.today else ''}") if by else "–",
        "price": tool.price or "–",
        "seats": unused(tool) or "–",
        "decision": decision(contract),
        "open": decision(contract) == "open",
    }


def decision(contract: Contract) -> str:
    """What was decided."""
    return "ends" if ends_first(contract) and contract.decision is None else contract.decision or "open"


def trials(edition: Edition) -> Iterator[Trial]:
    """The trials that end."""
    for tool in edition.catalog.all(Tool):
        ends = tool.trial_ends
        is_on = tool.status in ("trial", "evaluating")
        if ends is not None and is_on and edition.today <= ends <= edition.today + AHEAD:
            who = edition.people.who(tool.owner)
            yield {"tool": edition.links.named(tool), "who": who, "ends": day(ends, edition.today)}
