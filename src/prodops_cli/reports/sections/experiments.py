"""Experiments: what runs, what is to come, what has just ended; as a chart and as a table of the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day, days, listing, weekday
from prodops_cli.reports.edition import Edition
from prodops_cli.reports.plain import Plain, Row

BEFORE: Final = timedelta(weeks=3)
AFTER: Final = timedelta(weeks=6)
DAY: Final = timedelta(days=1)
MOST_BARS: Final = 60
"""A chart of more is no picture any more, and some readers of Mermaid refuse it."""
BARS: Final = {"running": "active", "paused": "active", "completed": "done"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The days that the chart shows, from three weeks before the report's day to six weeks after it."""

    first: date
    last: date

    def shows(self, first: date | None, last: date | None) -> bool:
        """Whether something from one day to another is to be seen."""
        return first is not None and first <= self.last and (last is None or last >= self.first)


def context(edition: Edition) -> Row | None:
    """The experiments of these weeks; None where a catalog has none at all."""
    if not edition.catalog.all(Experiment):
        return None
    frame = Frame(edition.today - BEFORE, edition.today + AFTER)
    shown = sorted(visible(edition, frame), key=lambda each: order(each, edition))
    marks = overlap_marks(edition)
    return {
        "today": edition.today.isoformat(),
        "day": weekday(edition.today, edition.today),
        "chart": chart(shown[:MOST_BARS], edition, frame, marks),
        "left_out": max(len(shown) - MOST_BARS, 0),
        "rows": [row(each, edition, marks) for each in shown],
        "undated": [
            each.title for each in edition.catalog.all(Experiment) if each.is_live and is_undated(each, edition)
        ],
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


def is_undated(experiment: Experiment, edition: Edition) -> bool:
    """Whether nobody wrote when it begins."""
    return experiment.first_day(edition.zone) is None


def order(experiment: Experiment, edition: Edition) -> tuple[str, date, str]:
    """By team, then by start."""
    return team(experiment, edition), experiment.first_day(edition.zone) or date.min, experiment.id


def team(experiment: Experiment, edition: Edition) -> str:
    """The team that answers for an experiment; the owner, where that is in none."""
    teams = edition.people.teams(experiment.owner)
    return teams[0].title if teams else edition.people.who(experiment.owner)


def chart(shown: list[Experiment], edition: Edition, frame: Frame, marks: dict[str, list[str]]) -> list[Plain]:
    """The bars by team. What reaches beyond the frame is cut at its edges."""
    sections: dict[str, list[Plain]] = {}
    for each in shown:
        first = max(each.first_day(edition.zone) or frame.first, frame.first)
        last = min(end_of_bar(each, edition) or frame.last, frame.last)
        sections.setdefault(team(each, edition), []).append(
            {
                "name": each.title,
                "tag": "crit" if each.id in marks else BARS.get(each.status or "draft", ""),
                "start": first.isoformat(),
                "end": (last + DAY).isoformat(),
            }
        )
    return [{"team": name, "bars": bars} for name, bars in sections.items()]


def end_of_bar(experiment: Experiment, edition: Edition) -> date | None:
    """The last day that is drawn: an experiment that is overdue goes on until today."""
    last = experiment.last_day(edition.zone)
    return max(last, edition.today) if last is not None and experiment.is_exposing else last


def row(experiment: Experiment, edition: Edition, marks: dict[str, list[str]]) -> Plain:
    """The same of one experiment, in words."""
    primary = [*experiment.judged_by("primary")]
    metrics = [metric.title if (metric := edition.catalog.get(Metric, id)) else id for id in primary]
    return {
        "experiment": edition.links.named(experiment),
        "who": edition.people.who(experiment.owner),
        "status": experiment.status or "draft",
        "dates": dates(experiment, edition),
        "day": day_of(experiment, edition),
        "metric": listing(metrics) or "–",
        "overlaps": [*marks.get(experiment.id, [])],
        "agreed": listing(agreed(experiment, edition)),
    }


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
    """For each experiment, whom it meets and when."""
    marks: dict[str, list[str]] = {}
    for met in edition.encounters:
        for one, other in ((met.earlier, met.later), (met.later, met.earlier)):
            marks.setdefault(one.id, []).append(f"meets {other.title} {met.when}")
    return marks


def agreed(experiment: Experiment, edition: Edition) -> list[str]:
    """The others that it may meet, because people have agreed to it."""
    accepted = experiment.accepted_overlaps or ()
    ids = [each.experiment for each in accepted if each.until is None or edition.today <= each.until]
    others = (edition.catalog.get(Experiment, id) for id in ids)
    return [other.title for other in others if other and other.is_live]
