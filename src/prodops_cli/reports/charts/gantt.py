"""The chart of experiments: a bar for each, by team, cut at the edges of the weeks that it shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import weekday
from prodops_cli.reports.charts.chart import Bar, Gantt
from prodops_cli.reports.material.edition import Edition

DAY: Final = timedelta(days=1)
MOST_BARS: Final = 60
"""A chart of more is no picture any more, and some readers of Mermaid refuse it."""
TAGS: Final[dict[str, Literal["active", "done"]]] = {"running": "active", "paused": "active", "completed": "done"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The days that a chart shows."""

    first: date
    last: date

    def shows(self, first: date | None, last: date | None) -> bool:
        """Whether something from one day to another is to be seen."""
        return first is not None and first <= self.last and (last is None or last >= self.first)


def gantt(shown: Iterable[Experiment], edition: Edition, frame: Frame, in_the_way: Collection[str]) -> Gantt:
    """The bars by team. What reaches beyond the frame is cut at its edges."""
    lanes: dict[str, list[Bar]] = {}
    for each in shown:
        lanes.setdefault(team(each, edition), []).append(bar(each, edition, frame, in_the_way))
    return {
        "kind": "gantt",
        "title": "Experiments by team",
        "today": edition.today.isoformat(),
        "day": weekday(edition.today, edition.today),
        "lanes": [{"name": name, "bars": bars} for name, bars in lanes.items()],
    }


def bar(experiment: Experiment, edition: Edition, frame: Frame, in_the_way: Collection[str]) -> Bar:
    """One experiment."""
    first = max(experiment.first_day(edition.zone) or frame.first, frame.first)
    last = max(min(end_of_bar(experiment, edition) or frame.last, frame.last), first)
    return {
        "name": experiment.title,
        "tag": "crit" if experiment.id in in_the_way else TAGS.get(experiment.status or "draft", ""),
        "start": first.isoformat(),
        "end": (last + DAY).isoformat(),
    }


def end_of_bar(experiment: Experiment, edition: Edition) -> date | None:
    """The last day that is drawn: an experiment that is overdue goes on until today."""
    last = experiment.last_day(edition.zone)
    return max(last, edition.today) if last is not None and experiment.is_exposing else last


def team(experiment: Experiment, edition: Edition) -> str:
    """The team that answers for an experiment; the owner, where that is in none."""
    teams = edition.people.teams(experiment.owner)
    return teams[0].title if teams else edition.people.who(experiment.owner)
