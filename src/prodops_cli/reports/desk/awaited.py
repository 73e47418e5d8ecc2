"""Awaited: what others wait for from an owner."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, TypedDict

from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.goals import is_now
from prodops_cli.reports.matters.metrics import doubtful, uses_now
from prodops_cli.reports.words.uses import resting


class Wait(NamedTuple):
    """What is waited for, for which thing, and by when, where that is known."""

    what: str
    thing: Owned
    by: date | None = None


class Awaited(TypedDict):
    """What somebody waits for."""

    what: str
    thing: Link
    who: str
    """Who waits for it."""
    by: str


def awaited(mine: frozenset[str], edition: Edition) -> list[Awaited]:
    """All that others wait for, the first to be due first."""
    found = [*launches(mine, edition), *agreements(mine, edition), *doubts(mine, edition), *results(mine, edition)]
    found.sort(key=lambda wait: (wait.by or date.max, wait.thing.kind, wait.thing.id, wait.what))
    return [
        {
            "what": wait.what,
            "thing": edition.links.named(wait.thing),
            "who": edition.people.who(wait.thing.owner),
            "by": day(wait.by, edition.today) if wait.by else "–",
        }
        for wait in found
    ]


def launches(mine: frozenset[str], edition: Edition) -> Iterator[Wait]:
    """What must be done, agreed or out before something of others goes out."""
    for launch in edition.catalog.all(Launch):
        if launch.owner in mine or not launch.is_ahead:
            continue
        for step in launch.readiness or ():
            if step.owner in mine and step.is_open:
                yield Wait(f"{step.item or 'something'}{' (blocked)' * (step.status == 'blocked')}", launch, step.due)
        if launch.status in (None, "planned") and mine.intersection(launch.approvers or ()):
            yield Wait("your approval", launch, launch.target_date)
        for id in launch.depends_on or ():
            other = edition.catalog.get(Launch, id)
            if other and other.owner in mine and other.is_ahead:
                yield Wait(f"your launch “{other.title}”, which must come first", launch, launch.target_date)


def agreements(mine: frozenset[str], edition: Edition) -> Iterator[Wait]:
    """The overlaps that others have agreed to, and that the other side has not."""
    for test in edition.catalog.all(Experiment):
        for accepted in test.accepted_overlaps or () if test.is_live and test.owner not in mine else ():
            other = edition.catalog.get(Experiment, accepted.experiment)
            holds = accepted.until is None or edition.today <= accepted.until
            if other and other.is_live and other.owner in mine and holds and not has_agreed(other, test, edition.today):
                yield Wait(f"your agreement that “{other.title}” may meet it", test, accepted.until)


def has_agreed(experiment: Experiment, other: Experiment, today: date) -> bool:
    """Whether an experiment says that it may meet the other."""
    return any(
        each.experiment == other.id and (each.until is None or today <= each.until)
        for each in experiment.accepted_overlaps or ()
    )


def doubts(mine: frozenset[str], edition: Edition) -> Iterator[Wait]:
    """The metrics that are broken or in doubt while tests and goals of others rest on them."""
    for metric in doubtful(edition):
        uses = [use for use in uses_now(metric, edition) if owner_of(use.mention.by) not in mine]
        if metric.owner in mine and uses:
            yield Wait(f"a sound number: {resting(uses)}", metric)


def owner_of(entity: object) -> str | None:
    """Who answers for it."""
    return entity.owner if isinstance(entity, Owned) else None


def results(mine: frozenset[str], edition: Edition) -> Iterator[Wait]:
    """The key results that one answers for in goals of others."""
    for goal in edition.catalog.all(Goal):
        for each in goal.key_results or () if goal.owner not in mine and goal.is_live else ():
            if each.owner in mine and is_now(goal, edition.today):
                metric = edition.catalog.get(Metric, each.metric)
                name = each.name or (metric.title if metric else each.id or "a key result")
                yield Wait(f"the key result “{name}”", goal, goal.lives_until)
