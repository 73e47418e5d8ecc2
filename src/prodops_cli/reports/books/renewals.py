"""Renewals of the tools, all that are to come: on a line of days, and as a table of the same."""

from datetime import date, timedelta
from typing import Final, TypedDict

from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import day
from prodops_cli.reports.books.entry import Book, answering, cited
from prodops_cli.reports.charts.chart import Timeline
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.renewals import ends_first
from prodops_cli.reports.matters.renewals import renewals as to_come

A_YEAR: Final = timedelta(days=366)
MOST_POINTS: Final = 40
"""More of them are no picture any more."""


class ContractRow(TypedDict):
    """A contract that renews."""

    tool: Link
    who: Link
    renews: str
    itself: str
    """Whether by itself."""
    notice: str
    """The last day for it."""
    price: str
    decision: str
    """Empty where it is open."""


class TrialRow(TypedDict):
    """A trial that ends."""

    tool: Link
    ends: str


class ToCome(TypedDict):
    """All contracts that renew, and the trials that end."""

    chart: Timeline | None
    """Those of the next year."""
    contracts: list[ContractRow]
    trials: list[TrialRow]


def renewals(edition: Edition, book: Book) -> ToCome:
    """The contracts by the day on which they renew, and the trials by their end."""
    contracts = to_come(edition)
    trials = sorted(running_trials(edition), key=lambda found: (found[1], found[0].id))
    return {
        "chart": calendar(contracts, trials, edition),
        "contracts": [contract_row(tool, contract, on, edition, book) for tool, contract, on in contracts],
        "trials": [{"tool": cited(tool, edition, book), "ends": day(on, edition.today)} for tool, on in trials],
    }


def running_trials(edition: Edition) -> list[tuple[Tool, date]]:
    """The trials that are not over."""
    return [
        (tool, tool.trial_ends)
        for tool in edition.catalog.all(Tool)
        if tool.trial_ends and tool.trial_ends >= edition.today and tool.status in ("trial", "evaluating")
    ]


def calendar(
    contracts: tuple[tuple[Tool, Contract, date], ...], trials: list[tuple[Tool, date]], edition: Edition
) -> Timeline | None:
    """The days of the next year, the first of them where they are many; None where nothing happens."""
    days = [(on, tool.title, "") for tool, _, on in contracts]
    days += [(on, tool.title, "trial ends") for tool, on in trials]
    soon = sorted(each for each in days if each[0] <= edition.today + A_YEAR)[:MOST_POINTS]
    if not soon:
        return None
    return {
        "kind": "timeline",
        "title": "Renewals of the next year",
        "points": [{"name": name, "on": on.isoformat(), "text": text} for on, name, text in soon],
    }


def contract_row(tool: Tool, contract: Contract, on: date, edition: Edition, book: Book) -> ContractRow:
    """One contract: until when one can give notice, and what was decided."""
    by = contract.decide_by
    decided = "ends" if ends_first(contract) else contract.decision
    return {
        "tool": cited(tool, edition, book),
        "who": answering(tool.owner, edition, book),
        "renews": day(on, edition.today),
        "itself": "–" if contract.auto_renew is None else "yes" if contract.auto_renew else "no",
        "notice": (day(by, edition.today) + (", gone" if by < edition.today else "")) if by else "–",
        "price": tool.price or "–",
        "decision": decided or "",
    }
