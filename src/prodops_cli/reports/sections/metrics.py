"""Metrics: whose health changed in the period, which missed their target, and which can't be relied upon."""

from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.changes.usage import Use
from prodops_cli.models.metric import Metric
from prodops_cli.outputs.shorten import first_sentence
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.metrics import doubtful, uses_now
from prodops_cli.reports.words.figures import figure
from prodops_cli.reports.words.uses import users

MOST: Final = 25
LEVELS: Final = {"ok": "sound", "attention": "needs a look", "problem": "in doubt", "unknown": "not looked at"}

QUIET: Final = {LEVELS["ok"], LEVELS["unknown"]}
"""Between these, nobody has to know."""


class MetricRow(TypedDict):
    """A metric of which one should know something."""

    metric: Link
    who: str
    what: str
    """`sound → in doubt`, `missed its target of 40%: 36.1%`."""
    why: str
    uses: str
    """Who rests on it now."""


class Metrics(TypedDict):
    """The metrics of which one should know something; what is calculated otherwise stands among the changes."""

    rows: list[MetricRow]
    more: int


def context(edition: Edition) -> Metrics | None:
    """Those that changed, missed, or are in doubt; None where a catalog has no metric at all."""
    if not edition.catalog.all(Metric):
        return None
    doubts = {metric.id for metric in doubtful(edition)}
    rows = [
        row(metric, said, edition) for metric in edition.catalog.all(Metric) for said in news(metric, doubts, edition)
    ]
    return {"rows": rows[:MOST], "more": max(len(rows) - MOST, 0)}


def news(metric: Metric, doubts: set[str], edition: Edition) -> Iterator[str]:
    """What there is to tell of one."""
    if not metric.is_live:
        return
    if said := turn(metric, edition):
        yield said
    elif metric.id in doubts:
        yield f"still {standing(metric)}" if edition.before else standing(metric)
    if metric.misses_target_on(edition.today):
        yield missed(metric, edition)


def missed(metric: Metric, edition: Edition) -> str:
    """`missed its target of 40% by 31 Aug: 36.1%`."""
    target, current = metric.target, metric.value.current if metric.value else None
    by = f" by {day(target.by, edition.today)}" if target and target.by else ""
    return f"missed its target of {figure(target.value if target else None, metric)}{by}: {figure(current, metric)}"


def turn(metric: Metric, edition: Edition) -> str:
    """`sound → in doubt`: how its standing changed in the period; empty where it did not."""
    before = edition.before.get(Metric, metric.id) if edition.before else None
    if before is None or standing(before) == standing(metric) or {standing(before), standing(metric)} <= QUIET:
        return ""
    return f"{standing(before)} → {standing(metric)}"


def standing(metric: Metric) -> str:
    """Whether one can rely upon it."""
    if metric.status == "broken":
        return "broken"
    return LEVELS[metric.health.level] if metric.health and metric.health.level else LEVELS["unknown"]


def row(metric: Metric, said: str, edition: Edition) -> MetricRow:
    """One of them, with the reason that somebody wrote, and who rests on it."""
    reasons = metric.health.reasons if metric.health else None
    uses: tuple[Use, ...] = uses_now(metric, edition)
    return {
        "metric": edition.links.named(metric),
        "who": edition.people.who(metric.owner),
        "what": said,
        "why": first_sentence(reasons[0]) if reasons else "–",
        "uses": users(uses) or "–",
    }
