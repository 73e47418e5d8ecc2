"""Clashes ahead: experiments that were given the same buckets of a layer, so that users would be in both."""

from collections.abc import Iterator
from datetime import timedelta

from prodops_cli.encounters.found.clash import BucketClash
from prodops_cli.models.layer import Layer
from prodops_cli.phrases import day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated, workday_before
from prodops_cli.reports.matters.overlaps import both, quoted

SOON = timedelta(weeks=4)


def clashes(edition: Edition) -> tuple[BucketClash, ...]:
    """All clashes ahead, the first to come first."""
    return tuple(sorted(edition.clashes, key=lambda clash: (clash.since, clash.later.id, clash.earlier.id)))


def clash_matters(edition: Edition) -> Iterator[Matter]:
    """Those of the next four weeks."""
    today = edition.today
    for clash in clashes(edition):
        if clash.since <= today + SOON:
            is_ahead = not clash.later.is_exposing and clash.since > today
            by = max(workday_before(clash.since), today) if is_ahead else today
            pair = both(clash.later, clash.earlier, edition.people)
            yield Matter(
                what=layer(clash, edition),
                who="",
                by=by,
                when=dated(by, today) if is_ahead else "now",
                text=f"{pair} are to take different users, and get the same ones from {day(clash.since, today)} on.",
                option=option(clash, "other users"),
                owners=(clash.later.owner, clash.earlier.owner),
            )


def layer(clash: BucketClash, edition: Edition) -> str:
    """The layer as people know it."""
    found = edition.catalog.get(Layer, clash.layer)
    return found.title if found else clash.layer


def in_common(clash: BucketClash, edition: Edition) -> str:
    """`have 1,000 buckets in common, from 4000 to 4999, as of 14 Sep.`"""
    return f"have {clash.count} in common, {clash.ranges}, as of {day(clash.since, edition.today)}."


def option(clash: BucketClash, others: str) -> str:
    """The way out: users of what runs must not be dealt out again. The first screen does not speak of buckets."""
    if clash.later.is_exposing:
        return f"end {quoted(clash.later)} or {quoted(clash.earlier)}, or agree in writing that they may meet."
    return f"give {quoted(clash.later)} {others}, or let it start when {quoted(clash.earlier)} has ended."
