"""Possessions: what an owner answers for, and how each of it stands."""

from collections.abc import Iterable
from typing import Final, TypedDict

from prodops_cli.catalog.stakes import stakes_of
from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, day, percent
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.goals import is_at_risk
from prodops_cli.reports.matters.undecided import undecided
from prodops_cli.reports.sections.experiments import day_of
from prodops_cli.reports.words.counts import READ_FIRST

MOST: Final = 25
HEADINGS: Final = {"experiment": "Tests", "feedback": "Feedback", "launch": "Launches"}
HEALTH: Final = {"attention": "needs a look", "problem": "in doubt", "unknown": "not looked at"}


class Possession(TypedDict):
    """One thing."""

    thing: Link
    who: str
    state: str
    next: str
    """What happens next, and when: `ends on 13 Sep`."""


class Shelf(TypedDict):
    """All of a kind."""

    name: str
    shared: bool
    """Whether several people answer for it."""
    rows: list[Possession]
    more: int


def possessions(mine: frozenset[str], edition: Edition) -> list[Shelf]:
    """What is in use, kind by kind, and what ended and is not decided."""
    waiting = {each.id for each in undecided(edition)}
    found = [each for each in edition.catalog.all(Owned) if each.owner in mine and is_shown(each, edition, waiting)]
    kinds = ((kind, [each for each in found if each.kind == kind]) for kind in READ_FIRST)
    return [shelf(kind, things, edition) for kind, things in kinds if things]


def is_shown(entity: Owned, edition: Edition, waiting: Iterable[str]) -> bool:
    """Whether it is in use, or a test that waits for a decision."""
    return entity.is_live_on(edition.today) or (isinstance(entity, Experiment) and entity.id in waiting)


def shelf(kind: str, things: list[Owned], edition: Edition) -> Shelf:
    """What happens first comes first."""
    ordered = sorted(things, key=lambda each: (upcoming(each, edition)[0], each.title.lower(), each.id))
    rows = [row(each, edition) for each in ordered]
    return {
        "name": HEADINGS.get(kind, f"{kind}s".capitalize()),
        "shared": len({each["who"] for each in rows}) > 1,
        "rows": rows[:MOST],
        "more": max(len(ordered) - MOST, 0),
    }


def row(entity: Owned, edition: Edition) -> Possession:
    """One thing, with its state and what comes next."""
    return {
        "thing": edition.links.named(entity),
        "who": edition.people.who(entity.owner),
        "state": state(entity, edition) or "–",
        "next": upcoming(entity, edition)[1] or "–",
    }


def upcoming(entity: Owned, edition: Edition) -> tuple[str, str]:
    """The next day on which something happens to it, to sort by, and how one says it."""
    stakes = stakes_of(entity, edition.today, edition.zone)
    if stakes is None or stakes.day is None:
        return "~", ""
    return stakes.day.isoformat(), f"{stakes.what} {day(stakes.day, edition.today)}"


def state(entity: Owned, edition: Edition) -> str:
    """How it stands, in a few words."""
    match entity:
        case Experiment(status="completed"):
            return "ended, undecided"
        case Experiment():
            return joined(entity.status or "draft", progress(entity, edition))
        case Metric():
            return joined(entity.status, HEALTH.get(entity.health.level or "") if entity.health else None)
        case Goal():
            sure = f"{percent(entity.confidence)} sure" if entity.confidence is not None else ""
            return joined("at risk" if is_at_risk(entity) else "", sure)
        case Tool():
            return joined(entity.status, entity.price)
        case Launch():
            steps, todo = len(entity.steps), len(entity.open_steps)
            ready = f"{steps - todo} of {count(steps, 'thing')} ready" if steps else ""
            return joined((entity.status or "planned").replace("_", " "), ready)
        case Feedback():
            return joined(entity.status or "new", f"heard {count(entity.heard, 'time')}")
        case _:
            return str(getattr(entity, "status", None) or "").replace("_", " ")


def joined(*parts: str | None) -> str:
    """What is known, with commas between it."""
    return ", ".join(part for part in parts if part)


def progress(experiment: Experiment, edition: Edition) -> str:
    """`day 22 of 28` of one that runs; empty of others, whose next day says it."""
    first = experiment.first_day(edition.zone)
    has_begun = experiment.is_exposing and first is not None and first <= edition.today
    return f"day {day_of(experiment, edition)}" if has_begun else ""
