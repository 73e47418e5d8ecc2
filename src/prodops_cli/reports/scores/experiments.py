"""Is experimentation under control? What is decided, how soon, for what, and who is in whose way."""

from collections.abc import Iterator
from datetime import date
from statistics import median
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.encounters.found.clash import BucketClash
from prodops_cli.encounters.pair import Pair
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count
from prodops_cli.reports.books.service import names_one
from prodops_cli.reports.scores.measure import Measure, at_least, at_most
from prodops_cli.reports.scores.reading import LATELY, Part, Reading, share
from prodops_cli.reports.words.power import power

USUAL: Final = 0.8
"""The power of a test that asks for none."""


def decided(catalog: Catalog, day: date) -> Reading:
    """The tests that ended lately and are decided."""
    return share(ended(catalog, day), is_decided)


def ended(catalog: Catalog, day: date) -> Iterator[Experiment]:
    """The tests that ended lately."""
    for each in catalog.all(Experiment):
        last = each.last_day(catalog.settings.zone)
        is_test = each.status == "completed" and each.type not in ("rollout", "holdout")
        if is_test and last is not None and day - LATELY <= last < day:
            yield each


def is_decided(test: Experiment) -> bool:
    """Whether somebody has said what happens now."""
    return test.decision is not None and test.decision.outcome is not None


def waiting(catalog: Catalog, day: date) -> Reading:
    """The days from the end of a test to its decision, of those decided lately: as many took longer as took less."""
    days: dict[str, tuple[str, int]] = {}
    for each in catalog.all(Experiment):
        last, on = each.last_day(catalog.settings.zone), each.decision.date if each.decision else None
        if is_decided(each) and last is not None and on is not None and day - LATELY <= on < day:
            days[each.id] = each.title, max((on - last).days, 0)
    if not days:
        return Reading()
    slowest = sorted(days.items(), key=lambda each: (-each[1][1], each[1][0]))
    middle = median(number for _, number in days.values())
    said = f"{middle:g} {'day' if middle == 1 else 'days'}, of {count(len(days), 'decision')}"
    return Reading(middle, said, {id: Part(title, count(number, "day")) for id, (title, number) in slowest})


def tied(catalog: Catalog, day: date) -> Reading:
    """The tests that run or are planned, and name a goal that there is."""
    planned = (each for each in catalog.all(Experiment) if each.is_scheduled and each.is_live_on(day))
    return share(planned, lambda test: names_one(test, catalog))


def avoidable(catalog: Catalog, day: date) -> Reading:
    """The pairs of tests that will be in each other's way, of which one has not begun."""
    return met(catalog, day, both_run=False)


def too_late(catalog: Catalog, day: date) -> Reading:
    """The pairs of tests that are in each other's way, and both run."""
    return met(catalog, day, both_run=True)


def met(catalog: Catalog, day: date, *, both_run: bool) -> Reading:
    """The pairs that meet from a day on, and that nobody has agreed to."""
    found = Encounters(catalog, day)
    met: tuple[Pair | BucketClash, ...] = (*found.reported, *found.clashes)
    pairs = {
        f"{each.earlier.id} {each.later.id}": Part(f"{each.earlier.title} meets {each.later.title}")
        for each in met
        if (each.earlier.is_exposing and each.later.is_exposing) == both_run
    }
    return Reading(float(len(pairs)), count(len(pairs), "pair"), dict(sorted(pairs.items(), key=lambda each: each[1])))


def powered(catalog: Catalog, day: date) -> Reading:
    """The tests that run or are planned, and can see in the planned time what they look for; where that can be told."""
    planned = (each for each in catalog.all(Experiment) if each.is_scheduled and each.is_live_on(day))
    powers = {each.id: (each, found) for each in planned if (found := power(each, catalog)) is not None}
    return share((each for each, _ in powers.values()), lambda test: powers[test.id][1] >= wanted(test))


def wanted(test: Experiment) -> float:
    """The power that a test asks for; the usual one where it asks for none."""
    return (test.analysis and test.analysis.power) or USUAL


MEASURES: Final = (
    Measure(
        "Decided",
        "Of the tests that ended in the last 90 days, how many have a decision. Rollouts, holdouts and what was "
        "cancelled do not count.",
        decided,
        at_least(0.9),
    ),
    Measure(
        "From end to decision",
        "The median of the days from a test's last day to its decision, of those decided in the last 90 days. What was "
        "decided before its end took no day.",
        waiting,
        at_most(14, "days"),
        made_of="Decisions",
        came="New",
        went="No longer counted",
    ),
    Measure(
        "Tied to a goal",
        "Of the tests that run, are paused or are planned, how many name a goal that is in the catalog. Drafts do not "
        "count.",
        tied,
        at_least(0.8),
    ),
    Measure(
        "Large enough",
        "Of the tests that run, are paused or are planned, and of which it can be told, how many will have seen the "
        "effect that they look for, if there is one, when their time is over.",
        powered,
        at_least(0.8),
    ),
    Measure(
        "Overlaps met before the start",
        "Pairs of tests that would get in each other's way, and of which one has not begun, so that it can still move. "
        "What people have agreed to does not count.",
        avoidable,
        at_most(0, "pairs"),
        made_of="Pairs",
        came="New",
        went="No longer",
    ),
    Measure(
        "Overlaps met after the start",
        "Pairs of tests that get in each other's way while both run. What people have agreed to does not count.",
        too_late,
        at_most(0, "pairs"),
        made_of="Pairs",
        came="New",
        went="No longer",
    ),
)
