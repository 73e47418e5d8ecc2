"""The chart of experiments: a bar for each, by team, cut at the edges of the weeks that it shows."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.reports.edition import Edition
from prodops_cli.reports.plain import Plain

DAY: Final = timedelta(days=1)
MOST_BARS: Final = 60
"""A chart of more is no picture any more, and some readers of Mermaid refuse it."""
BARS: Final = {"running": "active", "paused": "active", "completed": "done"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The days that a chart shows."""

    first: date
    last: date

    def shows(self, first: date | None, last: date | None) -> bool:
        """Whether something from one day to another is to be seen."""
        return first is not None and first <= self.last and (last is None or last >= self.first)


def chart(shown: Iterable[Experiment], edition: Edition, frame: Frame, in_the_way: Collection[str]) -> list[Plain]:
    """The bars by team. What reaches beyond the frame is cut at its edges."""
    sections: dict[str, list[Plain]] = {}
    for each in shown:
        first = max(each.first_day(edition.zone) or frame.first, frame.first)
        last = max(min(end_of_bar(each, edition) or frame.last, frame.last), first)
        sections.setdefault(team(each, edition), []).append(
            {
                "name": each.title,
                "tag": "crit" if each.id in in_the_way else BARS.get(each.status or "draft", ""),
                "start": first.isoformat(),
                "end": (last + DAY).isoformat(),
            }
        )
    return [{"team": name, "bars": bars} for name, bars in sections.items()]


def end_of_bar(experiment: Experiment, edition: Edition) -> date | None:
    """The last day that is drawn: an experiment that is overdue goes on until today."""
    last = experiment.last_day(edition.zone)
    return max(last, edition.today) if last is not None and experiment.is_exposing else last


def team(experiment: Experiment, edition: Edition) -> str:
    """The team that answers for an experiment; the owner, where that is in none."""
    teams = edition.people.teams(experiment.owner)
    return teams[0].title if teams else edition.people.who(experiment.owner)
