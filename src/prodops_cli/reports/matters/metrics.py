"""Metrics that one must read with care: broken, or in doubt, while something rests on them."""

from collections.abc import Iterator

from prodops_cli.changes.usage import Use
from prodops_cli.models.metric import Metric
from prodops_cli.reports.material.edition import Edition


def doubtful(edition: Edition) -> Iterator[Metric]:
    """The metrics that one can't rely upon, while running tests or goals do: the worst first."""
    found = [(badness(metric, edition), metric) for metric in edition.catalog.all(Metric) if metric.is_live]
    for bad, metric in sorted(found, key=lambda each: (-each[0], each[1].id)):
        if bad and uses_now(metric, edition):
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


def uses_now(metric: Metric, edition: Edition) -> tuple[Use, ...]:
    """The running tests and the goals of these days that rest on a metric."""
    return tuple(use for use in edition.effects.usage.of(metric) if use.state != "ended")
