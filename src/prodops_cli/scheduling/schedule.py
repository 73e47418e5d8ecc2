"""Schedules: the plan for some experiments: who moves, who stays, who has no place, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.buckets import Buckets
from prodops_cli.overlap.windows.instant import FOREVER
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.cost import Cost, cost
from prodops_cli.scheduling.fitting import fitted
from prodops_cli.scheduling.hindrance import Hindrance, hindrances
from prodops_cli.scheduling.posed import Posed
from prodops_cli.scheduling.problem import WEEK, Placement
from prodops_cli.scheduling.solved import Improve, Solved, solved
from prodops_cli.scheduling.task import Lacking, Planner, Task, is_movable


@dataclass(frozen=True, slots=True)
class Planned:
    """A task with its place in the plan."""

    task: Task
    start: int
    buckets: Buckets

    @property
    def stop(self) -> int:
        """The first minute at which it no longer runs."""
        return self.start + self.task.length

    @property
    def is_moved(self) -> bool:
        """Whether it starts at another time than is written."""
        return self.start != self.task.planned

    @property
    def is_dealt_anew(self) -> bool:
        """Whether it gets other buckets."""
        return self.buckets != self.task.trial.buckets

    @property
    def is_changed(self) -> bool:
        """Whether anything has to be written."""
        return self.is_moved or self.is_dealt_anew or self.task.length != self.task.planned_length


@dataclass(frozen=True)
class Schedule:
    """A plan, and what it was made of."""

    posed: Posed
    solved: Solved
    lacking: tuple[Lacking, ...]
    solver: str

    @property
    def clock(self) -> Clock:
        """Where days begin."""
        return self.posed.clock

    @property
    def trials(self) -> Trials:
        """All that there is."""
        return self.posed.trials

    @cached_property
    def cost(self) -> Cost:
        """What the plan costs."""
        return cost(self.posed.problem, self.solved.placed)

    @cached_property
    def planned(self) -> tuple[Planned, ...]:
        """Who has a place, the first to start first."""
        found = (Planned(self.posed.tasks[id], *placement) for id, placement in self.solved.placed.items())
        return tuple(sorted(found, key=lambda each: (each.start, each.task.id)))

    @property
    def changed(self) -> tuple[Planned, ...]:
        """Those for which something has to be written."""
        return tuple(each for each in self.planned if each.is_changed)

    @cached_property
    def unplaced(self) -> tuple[Task, ...]:
        """Who has none."""
        return tuple(task for id, task in self.posed.tasks.items() if id not in self.solved.placed)

    @property
    def is_incomplete(self) -> bool:
        """Whether somebody has no place."""
        return bool(self.unplaced or self.lacking)

    def waits_for(self, planned: Planned) -> tuple[Hindrance, ...]:
        """Who kept somebody from starting a week earlier, and is gone by then; else who does so at the best start."""
        item = self.posed.problem.by_id[planned.task.id]
        earlier = (start for start in (planned.start - WEEK, item.starts[0]) if item.starts[0] <= start < planned.start)
        for start in earlier:
            found = dict.fromkeys(hindrances(self.posed, self.solved.placed, item, start))
            if found:
                return tuple(each for each in found if each.until <= planned.start) or tuple(found)
        return ()

    def hindered(self, task: Task) -> tuple[Hindrance, ...]:
        """Who is in the way of somebody without a place, at the best start; those who never go, if there are any."""
        item = self.posed.problem.by_id[task.id]
        found = hindrances(self.posed, self.solved.placed, item, item.starts[0]) if item.starts else ()
        whole = tuple(dict.fromkeys(found))
        never = self.clock.minutes(FOREVER)
        return tuple(each for each in whole if each.until >= never) or whole

    def possible(self, task: Task) -> Placement | None:
        """When somebody without a place could start, if there were no day by which all must be over."""
        freely = replace(self.posed, by=None)
        item = freely.problem.by_id[task.id]
        found = (fitted(freely.problem, self.solved.placed, item, start) for start in item.starts)
        return next((each for each in found if each), None)


def schedule(
    trials: Trials, experiments: Iterable[Experiment], by: date | None, improve: Improve | None, solver: str
) -> Schedule:
    """The plan for some experiments; all others stay where they are."""
    planner = Planner(trials)
    made = [planner.task(each) for each in experiments]
    tasks: Mapping[str, Task] = {each.id: each for each in made if isinstance(each, Task)}
    posed = Posed(trials, planner.clock, tasks, by)
    lacking = tuple(each for each in made if isinstance(each, Lacking))
    return Schedule(posed, solved(posed.problem, improve), lacking, solver)


def movable(trials: Trials) -> tuple[Experiment, ...]:
    """All experiments whose days can still be chosen, by id."""
    return tuple(each for each in trials.experiments.values() if is_movable(each))
