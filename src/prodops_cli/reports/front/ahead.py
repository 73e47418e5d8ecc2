"""Next week: what starts, what ends, what goes out, and which days for notice pass."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, weekday
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.clashes import clashes
from prodops_cli.reports.matters.overlaps import overlaps
from prodops_cli.reports.matters.renewals import undecided_renewals

MOST = 6
"""How many of a sort are named on the first screen."""
Event = tuple[date, str, str]
"""The day, what it is about, and what else one should know."""


class Happening(TypedDict):
    """Something of a sort that is to happen."""

    what: str
    """`2 tests start`."""
    names: list[str]
    more: int


def ahead(edition: Edition) -> list[Happening]:
    """What is to happen in the week after the period; a question mark where it depends on a decision."""
    return [
        *event("test starts", "tests start", starts(edition), edition),
        *event("test ends", "tests end", ends(edition), edition),
        *event("launch", "launches", launches(edition), edition),
        *event("last day for notice", "last days for notice", notices(edition), edition),
        *event("trial ends", "trials end", trials(edition), edition),
    ]


def event(one: str, many: str, found: Iterable[Event], edition: Edition) -> list[Happening]:
    """What of a sort happens; nothing where nothing does."""
    days = sorted(each for each in found if each[0] in edition.period.next)
    names = [f"{name} ({weekday(on, edition.today)}{also})" for on, name, also in days]
    more = len(names) - MOST
    return [{"what": count(len(days), one, many), "names": [*names[:MOST]], "more": max(more, 0)}] if days else []


def starts(edition: Edition) -> Iterable[Event]:
    """The first days of experiments that are still to begin, or begin on the report's day."""
    in_question = {overlap.later.id for overlap in overlaps(edition)}
    in_question |= {clash.later.id for clash in clashes(edition)}
    for each in edition.catalog.all(Experiment):
        first = each.first_day(edition.zone)
        if first is not None and each.is_scheduled:
            yield first, f"{each.title}{'?' if each.id in in_question else ''}", ""


def ends(edition: Edition) -> Iterable[Event]:
    """The last days of experiments."""
    for each in edition.catalog.all(Experiment):
        last = each.last_day(edition.zone)
        if last is not None and each.is_scheduled:
            yield last, each.title, ""


def launches(edition: Edition) -> Iterable[Event]:
    """The days on which something goes out, with what is still open for it."""
    for each in edition.catalog.all(Launch):
        if each.target_date is not None and each.is_ahead:
            todo, steps = len(each.open_steps), len(each.steps)
            yield each.target_date, each.title, f"; {todo} of {count(steps, 'thing')} open" if todo else ""


def notices(edition: Edition) -> Iterable[Event]:
    """The last days on which somebody could still give notice, and nobody has decided whether to."""
    for tool, _, by in undecided_renewals(edition):
        yield by, tool.title, ""


def trials(edition: Edition) -> Iterable[Event]:
    """The last days of trials of tools."""
    for tool in edition.catalog.all(Tool):
        if tool.trial_ends is not None and tool.status in ("trial", "evaluating"):
            yield tool.trial_ends, tool.title, ""
