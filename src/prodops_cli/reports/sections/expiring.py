"""Expiring: what stops to hold by itself within a month."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypedDict

from prodops_cli.lint.comment import allowances_in
from prodops_cli.lint.whom import whom
from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

AHEAD = timedelta(days=30)
LONGEST = 80


class ExpiringRow(TypedDict):
    """What stops to hold by itself."""

    on: str
    what: Link
    who: str
    then: str
    """What that means."""


class Expiring(TypedDict):
    """What expires soon."""

    rows: list[ExpiringRow]


def context(edition: Edition) -> Expiring:
    """What expires, the first to expire first."""
    found = [
        each for each in (*expiring(edition), *allowances(edition)) if edition.today <= each[0] <= edition.today + AHEAD
    ]
    return {
        "rows": [
            {
                "on": day(on, edition.today),
                "what": edition.links.named(what),
                "who": edition.people.who(what.owner),
                "then": then,
            }
            for on, what, then in sorted(found, key=lambda each: (each[0], each[1].kind, each[1].id, each[2]))
        ]
    }


def allowances(edition: Edition) -> Iterator[tuple[date, Owned, str]]:
    """The days on which what somebody allowed is no longer allowed."""
    sources = {each.document.source.path: each.document.source for each in edition.catalog.all(Owned)}
    for source in sources.values():
        for each in allowances_in(source):
            entity = whom(each.place, edition.catalog) if each.until else None
            if each.until and isinstance(entity, Owned):
                why = f" ({shortened(each.reason, LONGEST)})" if each.reason else ""
                yield each.until, entity, f"what was allowed there{why} has to be mended, or allowed again"


def expiring(edition: Edition) -> Iterator[tuple[date, Owned, str]]:
    """The days on which something ends by itself, and what that means."""
    for metric in edition.catalog.all(Metric):
        if metric.expires and metric.is_live:
            yield metric.expires, metric, "nobody should use it any more unless somebody looks at it again"
        if metric.remove_after and metric.status == "deprecated":
            yield metric.remove_after, metric, "it may be removed"
    for experiment in edition.catalog.all(Experiment):
        for accepted in experiment.accepted_overlaps or ():
            other = edition.catalog.get(Experiment, accepted.experiment)
            if accepted.until and other and experiment.is_live and other.is_live:
                yield accepted.until, experiment, f"it may no longer meet {other.title}"
