"""The problem that a catalog poses: which experiments are to be placed, and what stays where it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count, takewhile

from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trials import Trials
from prodops_cli.overlap.buckets import Buckets
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.instant import FOREVER, end_of
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.pools import Pools
from prodops_cli.scheduling.problem import WEEK, Item, Obstacle, Problem, Requirement, Rivals
from prodops_cli.scheduling.relation import Relations
from prodops_cli.scheduling.task import Task


@dataclass(frozen=True)
class Posed:
    """Tasks among the trials of a catalog; all must be over at the end of the day `by`, if there is one."""

    trials: Trials
    clock: Clock
    tasks: Mapping[str, Task]
    by: date | None = None

    @cached_property
    def problem(self) -> Problem:
        """The problem, in whole numbers."""
        return Problem(
            tuple(self.item(each) for each in self.tasks.values()),
            tuple(self.rivals()),
            tuple(Pools(self.trials, self.clock, self.moving)),
            tuple(self.requirements()),
        )

    @cached_property
    def moving(self) -> Mapping[str, Trial]:
        """The tasks as trials."""
        return {id: task.trial for id, task in self.tasks.items()}

    @cached_property
    def room(self) -> Room:
        """Who stands where: what stays, and what is to be placed."""
        return Room({**self.trials.located, **self.moving}, self.trials.attributes, self.trials.zone)

    @cached_property
    def relations(self) -> Relations:
        """Who is in whose way."""
        return Relations(self.trials, self.room)

    @cached_property
    def near(self) -> Mapping[str, tuple[Trial, ...]]:
        """By task: those that may be in its way."""
        return {id: tuple(self.neighbours(trial)) for id, trial in self.moving.items()}

    def neighbours(self, trial: Trial) -> Iterator[Trial]:
        """Those near its surfaces and places, and all that were given buckets of its layer."""
        found = {each.id: each for each in self.room.neighbours(trial)}
        layer = trial.slot.layer if trial.slot else ""
        given = (each for each in self.trials.layers.members.get(layer, ()) if each.buckets and each.window.sure)
        found |= {each.id: each for each in given if each.id not in self.tasks and each.id not in found}
        return (found[id] for id in sorted(found))

    def item(self, task: Task) -> Item:
        """One task, with the starts that it may have."""
        return Item(
            task.id,
            tuple(self.starts(task)),
            task.length,
            task.felt,
            task.lead,
            task.due,
            task.experiment.status != "scheduled",
            task.trial.buckets,
            task.width,
            self.offered(task.trial),
            self.obstacles[task.id],
        )

    def offered(self, trial: Trial) -> Buckets:
        """The buckets that its layer has for it; its own, where nobody knows the layer."""
        layer = self.trials.layers.by_id.get(trial.slot.layer) if trial.slot else None
        return layer.offered if layer and trial.buckets else trial.buckets

    @cached_property
    def obstacles(self) -> Mapping[str, tuple[Obstacle, ...]]:
        """By task: what stays, and is in its way from today on."""
        return {id: tuple(self.staying(trial)) for id, trial in self.moving.items()}

    def staying(self, trial: Trial) -> Iterator[Obstacle]:
        """What stays, and is in the way of one trial."""
        for other in self.near[trial.id]:
            how = None if other.id in self.tasks else self.relations.between(trial, other)
            if how:
                start, stop = self.clock.span(other.felt.possible)
                early = bool(trial.places and other.places)
                yield Obstacle(other.id, max(start, 0), stop, other.buckets if how == "buckets" else None, early)

    def rivals(self) -> Iterator[Rivals]:
        """Each two tasks that are in each other's way."""
        for id, others in self.near.items():
            for other in others:
                if other.id in self.tasks and id < other.id:
                    how = self.relations.between(self.moving[id], self.moving[other.id])
                    early = bool(self.moving[id].places and other.places)
                    if how:
                        yield Rivals(id, other.id, early, how == "buckets")

    def requirements(self) -> Iterator[Requirement]:
        """Which task takes users of which other one."""
        for task in self.tasks.values():
            for id in dict.fromkeys(task.experiment.requires or ()):
                if id in self.tasks and id != task.id:
                    yield Requirement(task.id, id, within(task, self.tasks[id].length))

    def starts(self, task: Task) -> Iterator[int]:
        """Its best start, and the same day of each week after it, while there may be a better one."""
        last = self.clock.minutes(end_of(self.by, self.trials.zone)) - task.length if self.by else self.horizon
        for start in takewhile(lambda each: each <= last, count(task.wish, WEEK)):
            if all(begin <= start <= end for begin, end in self.frames(task)):
                yield start

    def frames(self, task: Task) -> Iterator[tuple[int, int]]:
        """From when to when it must start, because of what it requires and stays."""
        for id in dict.fromkeys(task.experiment.requires or ()):
            if id in self.trials.named and id not in self.tasks:
                window = self.trials.exposing(self.trials.named[id]).window
                if window.sure:
                    start, stop = self.clock.span(window.sure)
                    yield start, start + within(task, stop - start)

    @cached_property
    def horizon(self) -> int:
        """When all that stays and ever ends is over, and all tasks, one after the other, would be."""
        ends = [each.stop for some in self.obstacles.values() for each in some]
        never = self.clock.minutes(FOREVER)
        last = max([*(end for end in ends if end < never), *(task.wish for task in self.tasks.values())], default=0)
        members = (each for some in self.trials.layers.members.values() for each in some)
        stops = (self.clock.minutes(each.window.possible.stop) for each in members)
        last = max([last, *(stop for stop in stops if stop < never)])
        return last + sum(task.felt + task.lead + WEEK for task in self.tasks.values())


def within(task: Task, length: int) -> int:
    """How long after another one, that runs so long, it may start: for a week they have to run together."""
    return max(length - min(task.length, length, WEEK), 0)
