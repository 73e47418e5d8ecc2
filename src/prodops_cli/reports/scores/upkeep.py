"""Who spends time on administration? What is owned, looked at again, and looked after by more than one."""

from collections import defaultdict
from datetime import date
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.people import People
from prodops_cli.catalog.reviews import holds_for, is_overdue, until
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count
from prodops_cli.reports.scores.measure import Measure, at_least
from prodops_cli.reports.scores.reading import Part, Reading, share

YEAR: Final = 365
"""Days."""


def owned(catalog: Catalog, day: date) -> Reading:
    """What is in use and has an owner who is there."""

    def is_answered(each: Owned) -> bool:
        owner = catalog.get(Owner, each.owner)
        return owner is not None and not owner.farewell(day)

    return share((each for each in catalog.all(Owned) if each.is_live_on(day)), is_answered)


def fresh(catalog: Catalog, day: date) -> Reading:
    """What is in use, must be reviewed, and is not late; what has no day at all was never reviewed."""
    due = (each for each in catalog.all(Owned) if each.is_live_on(day) and holds_for(each, catalog.settings))
    return share(due, lambda each: bool(each.reviewed or each.created) and not is_overdue(each, catalog.settings, day))


def backed(catalog: Catalog, day: date) -> Reading:
    """The tools in use that two people who are there administer, or a team."""

    def is_backed(tool: Tool) -> bool:
        there = [each for id in {*(tool.admins or ())} if (each := catalog.get(Owner, id)) and not each.farewell(day)]
        return len(there) > 1 or any(each.type == "team" for each in there)

    return share(in_use(catalog, day), is_backed)


def asked(catalog: Catalog, day: date) -> Reading:
    """The tools in use that say where one asks for access."""
    return share(in_use(catalog, day), lambda tool: bool(tool.request_access))


def in_use(catalog: Catalog, day: date) -> list[Tool]:
    """The tools that people work with, or are leaving; not those that somebody only tries out."""
    return [each for each in catalog.all(Tool) if each.is_live_on(day) and each.status not in ("evaluating", "trial")]


def reviews(catalog: Catalog, day: date) -> Reading:
    """How many reviews fall due in a year, by team: what it costs to keep the catalog true."""
    people, due = People(catalog), defaultdict[str, float](float)
    for each in catalog.all(Owned):
        again = until(day, holds_for(each, catalog.settings)) if each.is_live_on(day) else None
        if again:
            due[people.team(each.owner) or people.person(each.owner) or "nobody"] += YEAR / max((again - day).days, 1)
    if not due:
        return Reading()
    most = sorted(due.items(), key=lambda each: (-each[1], each[0]))
    total = sum(due.values())
    return Reading(total, f"{count(round(total), 'review')} a year", {who: Part(who, f"{n:,.0f}") for who, n in most})


MEASURES: Final = (
    Measure(
        "Owned",
        "Of all that is in use, how much names an owner who is in the catalog, and still there.",
        owned,
        at_least(0.95),
    ),
    Measure(
        "Reviewed in time",
        "Of all that is in use and has a review period, how much was reviewed within it; what was never reviewed "
        "counts from the day on which it was written.",
        fresh,
        at_least(0.9),
    ),
    Measure(
        "Looked after by two",
        "Of the tools in use, how many have two admins who are there, or a team: nobody is locked out when one is ill.",
        backed,
        at_least(0.9),
    ),
    Measure(
        "Asked for in one place",
        "Of the tools in use, how many say where one asks for access, so that nobody has to ask around.",
        asked,
        at_least(0.8),
    ),
    Measure(
        "Reviews to do",
        "How many reviews fall due in a year, of all that is in use and has a review period: the price of a catalog "
        "that is true. A person's count for their team.",
        reviews,
        made_of="By team",
        came="New",
        went="None any more",
    ),
)
