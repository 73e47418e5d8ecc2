"""Metrics that one must read with care: redefined in the period, broken, or in doubt."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, listing
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.goals import is_now
from prodops_cli.reports.words.authors import touching
from prodops_cli.trees.history import Commit

CALCULATION: Final = frozenset(("definition", "inputs", "window", "entity", "type", "grain", "unit", "currency"))
"""The fields of a metric that say how its value comes about."""


@dataclass(frozen=True, slots=True)
class Redefinition:
    """A metric that is calculated in another way than before, and the commit that made it so, where that is known."""

    metric: Metric
    commit: Commit | None


def redefined(edition: Edition) -> Iterator[Redefinition]:
    """The metrics whose calculation has changed while running tests or goals rest on them."""
    for change in edition.changes:
        metric = change.after
        is_other = any(field.address and field.address[0] in CALCULATION for field in change.fields)
        if isinstance(metric, Metric) and is_other and (tests(metric, edition) or goals(metric, edition)):
            yield Redefinition(metric, next(touching(change, edition.commits), None))


def doubtful(edition: Edition) -> Iterator[Metric]:
    """The metrics that one can't rely upon, while running tests or goals do: the worst first."""
    found = [(badness(metric, edition), metric) for metric in edition.catalog.all(Metric) if metric.is_live]
    for bad, metric in sorted(found, key=lambda each: (-each[0], each[1].id)):
        if bad and (tests(metric, edition) or goals(metric, edition)):
            yield metric


def badness(metric: Metric, edition: Edition) -> int:
    """3 where it is broken, 2 in doubt, 1 where somebody wrote in this period that it needs attention, else 0."""
    health = metric.health
    if metric.status == "broken":
        return 3
    if health is None or health.level not in ("problem", "attention"):
        return 0
    if health.level == "problem":
        return 2
    return int(health.as_of in edition.period)


def used_by(metric: Metric, edition: Edition) -> str:
    """`2 running tests and 1 goal rest on`."""
    users = (count(len(tests(metric, edition)), "running test"), count(len(goals(metric, edition)), "goal"))
    said = [each for each in users if not each.startswith("0 ")]
    return f"{listing(said)} {'rests' if said == ['1 goal'] or said == ['1 running test'] else 'rest'} on"


def tests(metric: Metric, edition: Edition) -> tuple[Experiment, ...]:
    """The running experiments that are judged by a metric."""
    return tuple(
        each
        for each in edition.catalog.all(Experiment)
        if each.is_exposing and any(metric.id in each.judged_by(role) for role in ("primary", "secondary", "guardrail"))
    )


def goals(metric: Metric, edition: Edition) -> tuple[Goal, ...]:
    """The goals of these days that are measured by a metric."""
    return tuple(
        each
        for each in edition.catalog.all(Goal)
        if each.is_live
        and is_now(each, edition.today)
        and any(result.metric == metric.id for result in each.key_results or ())
    )
