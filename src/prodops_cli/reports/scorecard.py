"""The scorecard: how product operations itself is doing, measure by measure, and how that went in eight weeks."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final, TypedDict

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.phrases import day, listing
from prodops_cli.reports.books import measures
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import slug
from prodops_cli.reports.books.measures import Reading
from prodops_cli.reports.charts.chart import Lines
from prodops_cli.reports.material.edition import Edition

MOST_NAMED: Final = 12
NEW, GONE = "New", "No longer counted"


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what counts, whether more is better, and what one says of parts that came or went."""

    name: str
    counts: str
    read: Callable[[Catalog, date], Reading]
    more_is_better: bool
    made_of: str = "Lacking"
    came: str = "Newly lacking"
    went: str = "No longer lacking"


MEASURES: Final = (
    Measure(
        "Owned",
        "Of all that is in use, how much names an owner who is in the catalog, and still there.",
        measures.owned,
        more_is_better=True,
    ),
    Measure(
        "Reviewed in time",
        "Of all that is in use and has a review period, how much was reviewed within it; what was never reviewed "
        "counts from the day on which it was written.",
        measures.fresh,
        more_is_better=True,
    ),
    Measure(
        "Decided",
        "Of the tests that ended in the last 90 days, how many have a decision. Rollouts, holdouts and what was "
        "cancelled do not count.",
        measures.decided,
        more_is_better=True,
    ),
    Measure(
        "From end to decision",
        "The median of the days from a test's last day to its decision, of those decided in the last 90 days. What was "
        "decided before its end took no day.",
        measures.waiting,
        more_is_better=False,
        made_of="Decisions",
        came=NEW,
        went=GONE,
    ),
    Measure(
        "Tied to a goal",
        "Of the tests that run, are paused or are planned, how many name a goal that is in the catalog. Drafts do not "
        "count.",
        measures.tied,
        more_is_better=True,
    ),
    Measure(
        "Overlaps met before the start",
        "Pairs of tests that would get in each other's way, and of which one has not begun, so that it can still move. "
        "What people have agreed to does not count.",
        measures.avoidable,
        more_is_better=False,
        came=NEW,
        went="No longer",
        made_of="Pairs",
    ),
    Measure(
        "Overlaps met after the start",
        "Pairs of tests that get in each other's way while both run. What people have agreed to does not count.",
        measures.too_late,
        more_is_better=False,
        came=NEW,
        went="No longer",
        made_of="Pairs",
    ),
)


class MeasureRow(TypedDict):
    """What a measure says now, and why."""

    name: str
    anchor: str
    value: str
    before: str
    """What it said a week ago; empty where nobody knows."""
    counts: str
    better: str
    """Which way is good."""
    made_of: str
    """Which things make it what it is: `Lacking: Saved cards`; empty where none does."""
    moved: list[str]
    """What moved it in the last seven days: `No longer lacking: Saved cards`."""


class Scorecard(TypedDict):
    """How product operations itself is doing."""

    cover: Cover
    lines: Lines | None
    """None where the catalog is empty."""
    since: str
    """The first day of which anything is known; empty without a history."""
    measures: list[MeasureRow]


def context(edition: Edition) -> Scorecard:
    """Every measure of which there is anything to count now, or was."""
    read = [(measure, readings(measure, edition)) for measure in (*MEASURES, *seats(edition))]
    told = [(measure, found) for measure, found in read if any(each and each.parts for each in found) or counted(found)]
    known = [then.day for then in edition.history if then.catalog]
    if not edition.catalog.entities:
        told = []
    return {
        "cover": cover(edition, "Scorecard", [heading(measure.name, slug(measure.name)) for measure, _ in told]),
        "lines": chart(told) if told else None,
        "since": day(known[0], edition.today) if known else "",
        "measures": [row(measure, found) for measure, found in told],
    }


def counted(found: Sequence[Reading | None]) -> bool:
    """Whether there was ever anything to count."""
    return any(each is not None and each.value is not None for each in found)


def readings(measure: Measure, edition: Edition) -> list[Reading | None]:
    """What a measure said week by week, and says now; None where nobody knows how the catalog was."""
    past = (measure.read(then.catalog, then.day) if then.catalog else None for then in edition.history)
    return [*past, measure.read(edition.catalog, edition.today)]


def seats(edition: Edition) -> Iterator[Measure]:
    """A measure for each currency that tools are paid in: nothing is converted."""
    catalogs = (edition.catalog, *(then.catalog for then in edition.history if then.catalog))
    for currency in sorted({currency for catalog in catalogs for currency in measures.used(catalog)}):
        yield Measure(
            f"A year for an active seat in {currency}" if currency else "A year for an active seat",
            "What the tools in use cost in a year, for each of their active seats: only tools of which both are known, "
            "and only this currency.",
            partial(measures.seat, currency),
            more_is_better=False,
            made_of="For each seat",
            came=NEW,
            went=GONE,
        )


def chart(told: list[tuple[Measure, list[Reading | None]]]) -> Lines:
    """All measures beside each other, each from its lowest to its highest."""
    return {
        "kind": "lines",
        "title": "Week by week, until now",
        "series": [
            {
                "name": measure.name,
                "values": [each.value if each else None for each in found],
                "text": now(found).text.partition(", ")[0],
            }
            for measure, found in told
        ],
    }


def now(found: Sequence[Reading | None]) -> Reading:
    """What a measure says now."""
    return found[-1] or Reading()


def row(measure: Measure, found: Sequence[Reading | None]) -> MeasureRow:
    """One measure."""
    before = found[-2] if len(found) > 1 else None
    parts = sorted(said(part.title, part.adds) for part in now(found).parts.values())
    return {
        "name": measure.name,
        "anchor": slug(measure.name),
        "value": now(found).text,
        "before": before.text if before else "",
        "counts": measure.counts,
        "better": "More is better." if measure.more_is_better else "Less is better.",
        "made_of": f"{measure.made_of}: {named(parts)}." if parts else "",
        "moved": [*moved(measure, before, now(found))] if before else [],
    }


def moved(measure: Measure, before: Reading, after: Reading) -> Iterator[str]:
    """What came, what went, and what adds something else than a week ago."""
    came = [said(part.title, part.adds) for key, part in after.parts.items() if key not in before.parts]
    went = [part.title for key, part in before.parts.items() if key not in after.parts]
    other = [
        said(part.title, f"{before.parts[key].adds} → {part.adds}")
        for key, part in after.parts.items()
        if key in before.parts and before.parts[key].adds != part.adds
    ]
    for name, things in ((measure.came, came), (measure.went, went), ("Changed", other)):
        if things:
            yield f"{name}: {named(sorted(things))}"


def said(title: str, adds: str) -> str:
    """`Saved cards (8 days)`."""
    return f"{title} ({adds})" if adds else title


def named(things: list[str]) -> str:
    """The first ones, and how many more there are."""
    more = len(things) - MOST_NAMED
    return listing([*things[:MOST_NAMED], f"{more} more"]) if more > 0 else listing(things)
