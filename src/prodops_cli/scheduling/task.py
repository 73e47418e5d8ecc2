"""Tasks: planned experiments as something to be placed: the day they wish for, and for how long they run."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from math import ceil
from typing import Final

from prodops_cli.encounters.trial import aftermath, window_of
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.overlap.buckets import size
from prodops_cli.overlap.effect import prolonged
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.instant import end_of
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Backwards, Window
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.problem import WEEK
from prodops_cli.sizing.plan import days_needed

DAY: Final = 24 * 60
NO_TIME: Final = timedelta()
LONGEST: Final = 13 * WEEK
"""What needs more than a quarter should be planned anew, and not be made longer."""
YEAR: Final = 53 * WEEK
MOVABLE: Final = frozenset(("ab_test", "multivariate", "bandit", "switchback", "synthetic_control"))
"""A rollout waits for a decision, and a holdout for nobody: their days are given."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """An experiment that can't be placed whatever the others do, and what would help."""

    experiment: Experiment
    why: str
    help: str


@dataclass(frozen=True, slots=True)
class Task:
    """An experiment with its length; `wish` is the first minute at which it may start, at best.

    `planned` is what is written: its first minute, and for how many it was to run. `needed` are the days that its
    sample size takes. What is `due` can be over by then.
    """

    experiment: Experiment
    trial: Trial
    wish: int
    length: int
    felt: int
    lead: int
    due: int | None
    planned: int | None
    planned_length: int | None
    needed: int | None

    @property
    def id(self) -> str:
        """The experiment's."""
        return self.experiment.id

    @property
    def is_longer(self) -> bool:
        """Whether it runs longer than planned, for its sample size."""
        return self.planned_length is not None and self.length > self.planned_length

    @property
    def width(self) -> int:
        """How many buckets it was given."""
        return size(self.trial.buckets)


def is_movable(experiment: Experiment) -> bool:
    """Whether its days can still be chosen, and matter to others."""
    is_planned = experiment.status in ("scheduled", "draft", None) and experiment.actual_start is None
    return is_planned and experiment.type in MOVABLE and bool(experiment.surfaces)


@dataclass(frozen=True)
class Planner:
    """What a catalog says of when its experiments may run."""

    trials: Trials

    @cached_property
    def clock(self) -> Clock:
        """Where days begin."""
        return Clock(self.trials.today, self.trials.zone)

    @cached_property
    def weekday(self) -> int:
        """The day of the week on which experiments usually start here; Monday where nobody knows."""
        zone = self.trials.zone
        days = (each.first_day(zone) for each in self.trials.named.values())
        found = Counter(day.weekday() for day in days if day).most_common()
        return min(day for day, often in found if often == found[0][1]) if found else 0

    def task(self, experiment: Experiment) -> Task | Lacking:
        """An experiment as a task, or why it is none."""
        window = window_of(experiment, self.trials.today, self.trials.zone)
        if isinstance(window.doubt, Backwards):
            return Lacking(experiment, "it ends before it starts", "correct its start or its end")
        planned, written = self.written(window)
        wish = self.wish(experiment, planned)
        if written is None and experiment.duration:
            written = self.longest(experiment.duration, wish)
        needed = days_needed(experiment, self.trials.catalog)
        lengths = [each for each in (written, needed and needed * DAY) if each]
        length = max((each for each in lengths if each == written or each <= LONGEST), default=0)
        if not length and not self.usual_length:
            help = f"write it, for example with `prodops set {experiment.id} duration=4w`"
            return Lacking(experiment, "nobody wrote for how long it is to run", help)
        return self.made(experiment, wish, length or self.usual_length, planned, written, needed)

    @cached_property
    def usual_length(self) -> int:
        """For how long experiments run here, in whole weeks: the median; 0 where nobody knows."""
        zone = self.trials.zone
        known = sorted(each.length(zone) or NO_TIME for each in self.trials.named.values() if each.type in MOVABLE)
        lengths = [each for each in known if each > NO_TIME]
        return ceil(lengths[len(lengths) // 2] / timedelta(weeks=1)) * WEEK if lengths else 0

    def written(self, window: Window) -> tuple[int | None, int | None]:
        """The planned start and length, as far as they are written."""
        if window.sure is None:
            return None, None
        start, stop = self.clock.span(window.sure)
        return start, None if window.sure.open_ended else stop - start

    def wish(self, experiment: Experiment, planned: int | None) -> int:
        """What is planned; where that has passed, the same day of a coming week.

        Without a plan, the first usual day to come in the period of the goals that it serves.
        """
        if planned is not None:
            return planned if planned >= 0 else planned - (planned - DAY) // WEEK * WEEK
        begun = [each.period.start for each in self.goals(experiment) if each.period and each.period.start]
        first = max(min(begun, default=self.trials.today), self.trials.today + timedelta(1))
        return self.clock.begin(first + timedelta((self.weekday - first.weekday()) % 7))

    def longest(self, duration: Duration, wish: int) -> int:
        """For how long something lasts; months are longer from some days on than from others."""
        starts = range(wish, wish + (YEAR if duration.months else 1), WEEK)
        stops = ((start, duration.after(self.clock.wall(start), self.trials.zone)) for start in starts)
        return max(self.clock.minutes(stop) - start for start, stop in stops)

    def made(
        self,
        experiment: Experiment,
        wish: int,
        length: int,
        planned: int | None,
        written: int | None,
        needed: int | None,
    ) -> Task:
        """The task, with a trial as it would be at its best start."""
        zone, clock = self.trials.zone, self.clock
        stretch = Stretch(clock.instant(wish), clock.instant(wish + length))
        window = Window(stretch, stretch)
        effect = prolonged(window, aftermath(experiment), zone)
        due = self.due(experiment)
        before = self.trials.of(experiment).places
        quiet = before.pre_period if before and planned is not None else None
        return Task(
            experiment,
            replace(self.trials.alone(self.trials.of(experiment)), window=window, effect=effect),
            wish,
            length,
            clock.minutes(effect.possible.stop) - wish,
            max(planned - clock.span(quiet)[0], 0) if quiet and planned is not None else 0,
            due if due is not None and wish + length <= due else None,
            planned,
            written,
            needed,
        )

    def due(self, experiment: Experiment) -> int | None:
        """The end of the period of the goals that it serves, of several the last."""
        ends = [each.lives_until for each in self.goals(experiment) if each.lives_until]
        return self.clock.minutes(end_of(max(ends), self.trials.zone)) if ends else None

    def goals(self, experiment: Experiment) -> tuple[Goal, ...]:
        """The goals that it serves, and that somebody still works towards."""
        found = (self.trials.catalog.get(Goal, id) for id in experiment.goals or ())
        return tuple(each for each in found if each and each.is_live)
