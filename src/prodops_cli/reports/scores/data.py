"""Is the data trusted? Whether what is decided by can be decided by, is vouched for, healthy, and there once."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.reviews import is_overdue
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.reports.scores.measure import Measure, at_least
from prodops_cli.reports.scores.reading import Reading, share


def fit(catalog: Catalog, day: date) -> Reading:
    """The metrics that decide something now, and can be relied upon: active, and reviewed in time."""
    return share(
        deciding(catalog, day), lambda each: each.status == "active" and not is_overdue(each, catalog.settings, day)
    )


def deciding(catalog: Catalog, day: date) -> Iterator[Metric]:
    """The metrics by which tests that run or are planned are decided, and goals that are pursued."""
    tests = (each for each in catalog.all(Experiment) if each.is_scheduled and each.is_live_on(day))
    goals = (each for each in catalog.all(Goal) if each.is_live_on(day))
    decides = {id for test in tests for id in test.judged_by("primary")}
    decides |= {result.metric for goal in goals for result in goal.key_results or () if result.metric}
    return (each for each in catalog.all(Metric) if each.id in decides)


def certified(catalog: Catalog, day: date) -> Reading:
    """The north star and key metrics that somebody vouches for."""
    key = (each for each in catalog.all(Metric) if each.role in ("north_star", "kpi") and each.is_live_on(day))
    return share(key, lambda each: bool(each.certified))


def healthy(catalog: Catalog, day: date) -> Reading:
    """The metrics in use whose health somebody has looked at, and found well."""
    looked_at = (
        each
        for each in catalog.all(Metric)
        if each.is_live_on(day) and each.health and each.health.level not in (None, "unknown")
    )
    return share(looked_at, lambda each: each.status != "broken" and bool(each.health and each.health.level == "ok"))


def looked_after(catalog: Catalog, day: date) -> Reading:
    """The metrics in use that a person looks after."""
    return share(
        (each for each in catalog.all(Metric) if each.status == "active" and each.is_live_on(day)),
        lambda each: bool(each.steward),
    )


MEASURES: Final = (
    Measure(
        "Fit to decide by",
        "Of the metrics by which tests that run or are planned are decided, and goals that are pursued, how many are "
        "active and were reviewed in time.",
        fit,
        at_least(0.95),
    ),
    Measure(
        "Vouched for",
        "Of the north star and key metrics in use, how many somebody has certified.",
        certified,
        at_least(0.8),
    ),
    Measure(
        "Healthy",
        "Of the metrics in use whose health somebody has looked at, how many are well.",
        healthy,
        at_least(0.9),
    ),
    Measure(
        "Looked after",
        "Of the active metrics, how many name a steward: the person who looks after the data.",
        looked_after,
        at_least(0.8),
    ),
)
