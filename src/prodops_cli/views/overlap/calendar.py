"""What `prodops overlap --calendar` prints: a row for each experiment, weeks as columns, clashes marked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import Final, Literal, TypeAlias

from prodops_cli.encounters.asked.standing import Sort, Standing
from prodops_cli.encounters.days import first_day, last_day
from prodops_cli.encounters.trials import Trials
from prodops_cli.failure import Misuse
from prodops_cli.models.experiment import Experiment
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, shown, wrap
from prodops_cli.phrases import count, day
from prodops_cli.views.table import cut

WEEK: Final = 7
USUAL_WEEKS: Final = 13
BEFORE: Final = timedelta(weeks=4)
LONGEST_LABEL: Final = 36
MOST_PER_WEEK: Final = 7
NO_LAYER: Final = "in no layer"
NO_SURFACE: Final = "on no surface"
LAST: Final = (NO_LAYER, NO_SURFACE)

Grouping: TypeAlias = Literal["surface", "layer"]
Days: TypeAlias = tuple[date | None, date | None]
"""From one day to another; None where it always was, or where no end is in sight."""

BARS: Final = {"running": "█", "paused": "█", "scheduled": "▓", "completed": "─", "cancelled": "─"}
DRAFT: Final = "░"
CLASH: Final = "×"
UNSURE: Final = "?"
GOES_ON: Final = "›"
TODAY: Final = "│"
LEGEND: Final = "█ runs  ▓ scheduled  ░ draft  ─ over  × clash  ? perhaps  › no end  │ today"
INKS: Final = {CLASH: Ink.red, UNSURE: Ink.yellow, "█": Ink.green}


@dataclass(frozen=True, slots=True)
class Scale:
    """The weeks from a Monday on, in so many cells at most."""

    first: date
    weeks: int
    room: int

    @property
    def per_week(self) -> int:
        """How many cells a week has; 0 where a cell has several weeks."""
        return min(self.room // self.weeks, MOST_PER_WEEK)

    @property
    def per_cell(self) -> int:
        """How many weeks a cell has, where they are more than the cells."""
        return -(-self.weeks // self.room)

    @property
    def cells(self) -> int:
        """How many there are."""
        return self.weeks * self.per_week or -(-self.weeks // self.per_cell)

    @property
    def last(self) -> date:
        """The last day of the last week."""
        return self.first + timedelta(self.weeks * WEEK - 1)

    def cell(self, when: date) -> int:
        """Where a day is."""
        passed = (when - self.first).days
        return passed * self.per_week // WEEK if self.per_week else passed // (WEEK * self.per_cell)

    def span(self, days: Days) -> range:
        """The cells of some days, as far as they are shown."""
        first = max(days[0] or self.first, self.first)
        last = min(days[1] or self.last, self.last)
        return range(self.cell(first), self.cell(last) + 1) if first <= last else range(0)


def scale(since: date | None, until: date | None, today: date, room: int) -> Scale:
    """The weeks that were asked for; else some before today, and more after it. Raises Misuse for too many."""
    start = since or (min(today - BEFORE, until) if until else today - BEFORE)
    first = start - timedelta(start.weekday())
    weeks = ((until - first).days // WEEK + 1) if until else USUAL_WEEKS
    if weeks > WEEK * 52:
        raise Misuse(f"{weeks:,} weeks are too many for a calendar", "name fewer with --since and --until")
    return Scale(first, weeks, room)


@dataclass(frozen=True)
class Calendar:
    """Experiments in their weeks; `clashing` are the pairs in each other's way."""

    experiments: tuple[Experiment, ...]
    clashing: tuple[Standing, ...]
    trials: Trials
    since: date | None
    until: date | None
    by: Grouping

    def lines(self, look: Look) -> Iterator[str]:
        """The chart, never wider than the screen."""
        label = min(max((columns(shown(each.id)) for each in self.dated), default=0), LONGEST_LABEL, look.width // 2)
        weeks = scale(self.since, self.until, self.trials.today, max(look.width - label - 3, 1))
        yield from (" " * (label + 3) + line for line in heading(weeks, self.trials.today))
        groups = self.groups(weeks)
        for name, members in sorted(groups.items(), key=lambda group: (group[0] in LAST, group[0])):
            yield look.paint(cut(shown(name), look.width), Ink.bold)
            for each in sorted(members, key=lambda each: (self.reach[each.id][0] or date.min, each.id)):
                head = cut(shown(each.id), label)
                yield f"  {head}{' ' * (label - columns(head))} {painted(self.row(each, weeks), look)}".rstrip()
        if not groups:
            yield "nothing runs in these weeks"
        yield ""
        yield from wrap(LEGEND, look.width)
        yield from self.left_out(weeks, look)

    @cached_property
    def reach(self) -> Mapping[str, Days]:
        """The days on which each may run, by id."""
        zone = self.trials.zone
        possible = {each.id: self.trials.exposing(each).window.possible for each in self.experiments}
        return {id: (first_day(stretch, zone), last_day(stretch, zone)) for id, stretch in possible.items()}

    @cached_property
    def dated(self) -> tuple[Experiment, ...]:
        """Those of which somebody wrote when they begin."""
        return tuple(each for each in self.experiments if each.actual_start or each.start)

    @cached_property
    def clashes(self) -> Mapping[str, list[Days]]:
        """The days on which each is in another's way, by id."""
        found: defaultdict[str, list[Days]] = defaultdict(list)
        for standing in self.clashing:
            if standing.sort is Sort.in_the_way and (window := standing.pair.window):
                for id in standing.pair.ids:
                    found[id].append((first_day(window, self.trials.zone), last_day(window, self.trials.zone)))
        return found

    def groups(self, weeks: Scale) -> Mapping[str, list[Experiment]]:
        """Those that are to be seen, by surface or layer; one on several surfaces is below each."""
        found: defaultdict[str, list[Experiment]] = defaultdict(list)
        for each in self.dated:
            if weeks.span(self.reach[each.id]):
                for name in places(each, self.by):
                    found[name].append(each)
        return found

    def row(self, experiment: Experiment, weeks: Scale) -> str:
        """One bar."""
        window, zone = self.trials.exposing(experiment).window, self.trials.zone
        cells = [" "] * weeks.cells
        if self.trials.today <= weeks.last and self.trials.today >= weeks.first:
            cells[weeks.cell(self.trials.today)] = TODAY
        fill(cells, weeks.span(self.reach[experiment.id]), UNSURE)
        if window.sure:
            sure = first_day(window.sure, zone), last_day(window.sure, zone)
            fill(cells, weeks.span(sure), BARS.get(experiment.status or "", DRAFT))
            if window.sure.open_ended:
                cells[-1] = GOES_ON
        for days in self.clashes.get(experiment.id, ()):
            fill(cells, weeks.span(days), CLASH)
        return "".join(cells)

    def left_out(self, weeks: Scale, look: Look) -> Iterator[str]:
        """How many are not to be seen, and why."""
        undated = len(self.experiments) - len(self.dated)
        elsewhere = sum(not weeks.span(self.reach[each.id]) for each in self.dated)
        undated_said = f"{count(undated, 'experiment')} without a start" if undated else ""
        elsewhere_said = f"{elsewhere:,} in other weeks (--since and --until choose them)" if elsewhere else ""
        said = [each for each in (undated_said, elsewhere_said) if each]
        if said:
            yield from wrap(f"not shown: {', '.join(said)}", look.width)


def fill(cells: list[str], span: range, mark: str) -> None:
    """Marks some cells."""
    for cell in span:
        cells[cell] = mark


def places(experiment: Experiment, by: Grouping) -> Iterable[str]:
    """The layer of an experiment, or the pages, without their parts, that it is on."""
    if by == "layer":
        return ((experiment.layer.id if experiment.layer else None) or NO_LAYER,)
    return sorted({surface.partition(".")[0] for surface in experiment.surfaces or ()}) or (NO_SURFACE,)


def heading(weeks: Scale, today: date) -> Iterator[str]:
    """The first days of weeks, as many as there is room for, and below them where today is."""
    line = ""
    for number in range(weeks.weeks):
        first = weeks.first + timedelta(number * WEEK)
        place, name = weeks.cell(first), day(first, today)
        if (not line or place > len(line)) and place + len(name) <= max(weeks.cells, len(name)):
            line += " " * (place - len(line)) + name
    yield line
    if weeks.first <= today <= weeks.last:
        yield " " * weeks.cell(today) + "▼"


def painted(row: str, look: Look) -> str:
    """A row in colour, if there is colour."""
    runs = ("".join(cells) for _, cells in groupby(row))
    return "".join(look.paint(run, INKS[run[0]]) if run[0] in INKS else run for run in runs)
