"""Experiments: what runs, what is to come, what has just ended; as a chart and as a table of the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day, days, listing
from prodops_cli.reports.charts.chart import Gantt
from prodops_cli.reports.charts.gantt import MOST_BARS, Frame, gantt, team
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.power import power

BEFORE: Final = timedelta(weeks=3)
AFTER: Final = timedelta(weeks=6)
MOST_UNDATED: Final = 12


class ExperimentRow(TypedDict):
    """One experiment of these weeks."""

    experiment: Link
    who: str
    status: str
    dates: str
    day: str
    """`22 of 28`; how long it is until it starts."""
    power: str
    """How likely its time shows the effect that it looks for."""
    metric: str
    """What decides it."""
    overlaps: list[str]
    """Whom it gets in the way of, and when."""
    agreed: str
    """Those that it may meet."""


class Experiments(TypedDict):
    """What runs, is to come, or has just ended."""

    chart: Gantt
    left_out: int
    """How many more there are."""
    rows: list[ExperimentRow]
    undated: str
    """The names of those without a date, or how many there are."""


def context(edition: Edition) -> Experiments | None:
    """The experiments of these weeks; None where a catalog has none at all."""
    if not edition.catalog.all(Experiment):
        return None
    frame = Frame(edition.today - BEFORE, edition.today + AFTER)
    marks = overlap_marks(edition)
    found = sorted(visible(edition, frame), key=lambda each: (each.id not in marks, *soon(each, edition)))
    shown = sorted(found[:MOST_BARS], key=lambda each: order(each, edition))
    return {
        "chart": gantt(shown, edition, frame, marks),
        "left_out": max(len(found) - MOST_BARS, 0),
        "rows": [row(each, edition, marks) for each in shown],
        "undated": undated(edition),
    }


def visible(edition: Edition, frame: Frame) -> Iterator[Experiment]:
    """Those that are not over and fall into the frame, and those that ended in the period."""
    for each in edition.catalog.all(Experiment):
        first, last = each.first_day(edition.zone), each.last_day(edition.zone)
        if each.is_live:
            overdue = each.is_exposing and last is not None and last < edition.today
            if frame.shows(first, edition.today if overdue else last):
                yield each
        elif each.status == "completed" and last is not None and last in edition.period:
            yield each


def undated(edition: Edition) -> str:
    """The names of those of which nobody wrote when they begin, or, of many, how many there are."""
    live = [each for each in edition.catalog.all(Experiment) if each.is_live]
    names = [each.title for each in live if each.first_day(edition.zone) is None]
    return ", ".join(names) if len(names) <= MOST_UNDATED else count(len(names), "test")


def soon(experiment: Experiment, edition: Edition) -> tuple[bool, date, str]:
    """What runs first, then what begins first: of many, one wants to see these."""
    return not experiment.is_exposing, experiment.first_day(edition.zone) or date.max, experiment.id


def order(experiment: Experiment, edition: Edition) -> tuple[str, date, str]:
    """By team, then by start."""
    return team(experiment, edition), experiment.first_day(edition.zone) or date.min, experiment.id


def row(experiment: Experiment, edition: Edition, marks: dict[str, list[str]]) -> ExperimentRow:
    """The same of one experiment, in words."""
    primary = [*experiment.judged_by("primary")]
    metrics = [metric.title if (metric := edition.catalog.get(Metric, id)) else id for id in primary]
    return {
        "experiment": edition.links.named(experiment),
        "who": edition.people.who(experiment.owner),
        "status": experiment.status or "draft",
        "dates": dates(experiment, edition),
        "day": day_of(experiment, edition),
        "power": percent_of(power(experiment, edition.catalog)),
        "metric": listing(metrics) or "–",
        "overlaps": [*marks.get(experiment.id, [])],
        "agreed": listing(agreed(experiment, edition)),
    }


def percent_of(share: float | None) -> str:
    """`86%`; a dash where nobody knows."""
    return "–" if share is None else f"{share:.0%}"


def dates(experiment: Experiment, edition: Edition) -> str:
    """`17 Aug to 13 Sep`; `from 17 Aug on` where no end is written."""
    first, last = experiment.first_day(edition.zone), experiment.last_day(edition.zone)
    if first is None:
        return "–"
    return days(first, last, edition.today) if last else f"from {day(first, edition.today)} on"


def day_of(experiment: Experiment, edition: Edition) -> str:
    """`22 of 28`; how long it is until it starts, or since when it should be over."""
    first, last = experiment.first_day(edition.zone), experiment.last_day(edition.zone)
    if first is None:
        return "–"
    today = edition.today
    if today < first:
        return f"in {count((first - today).days, 'day')}"
    if last is None:
        return f"{(today - first).days + 1}"
    length = (last - first).days + 1
    return f"{(today - first).days + 1} of {length}" if today <= last else f"{length} of {length}"


def overlap_marks(edition: Edition) -> dict[str, list[str]]:
    """For each experiment, whom it meets or shares buckets with, and when."""
    marks: dict[str, list[str]] = {}
    for met in edition.encounters:
        for one, other in ((met.earlier, met.later), (met.later, met.earlier)):
            marks.setdefault(one.id, []).append(f"meets {other.title} {met.when}")
    for clash in edition.clashes:
        for one, other in ((clash.earlier, clash.later), (clash.later, clash.earlier)):
            since = day(clash.since, edition.today)
            marks.setdefault(one.id, []).append(f"shares {clash.count} with {other.title} as of {since}")
    return marks


def agreed(experiment: Experiment, edition: Edition) -> list[str]:
    """The others that it may meet, because people have agreed to it."""
    accepted = experiment.accepted_overlaps or ()
    ids = [each.experiment for each in accepted if each.until is None or edition.today <= each.until]
    others = (edition.catalog.get(Experiment, id) for id in ids)
    return [other.title for other in others if other and other.is_live]
