"""Proposals: "can I run there then?", asked before any document exists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from math import ceil
from typing import Final

from prodops_cli.encounters.days import day_before
from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audiences.audience import EVERYONE, Audience
from prodops_cli.overlap.buckets import first, size
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, collide
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.window import Timing, window

YOURS: Final = "(yours)"
"""The id of a test that has none yet; no document can have it."""


class Answer(StrEnum):
    """Whether somebody is in the way."""

    yes = "Yes"
    perhaps = "Perhaps"
    no = "No"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where, when and for whom somebody would like to run a test."""

    surfaces: tuple[str, ...]
    start: date
    days: int
    audience: Audience = EVERYONE
    traffic: float = 100.0
    layer: str | None = None

    def trial(self, trials: Trials) -> Trial:
        """The test, as if it were planned; in a layer with the buckets that it could have, if there are enough."""
        planned = Timing("scheduled", self.start, duration=Duration(days=self.days))
        when = window(planned, self.start, trials.zone)
        alone = Trial(YOURS, when, self.audience, self.surfaces, traffic=self.traffic)
        layer = trials.layers.by_id.get(self.layer or "")
        if layer is None:
            return alone
        asking = replace(alone, slot=Slot(layer.id, layer.total, audience_aware=layer.audience_aware))
        free, wanted = trials.layers.free(asking, when.possible), ceil(layer.needed(asking) * layer.total)
        given = first(wanted, free) if wanted <= size(free) else ()
        return replace(asking, slot=Slot(layer.id, layer.total, given, (), layer.audience_aware))


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An experiment that takes users of the proposed test, or may. `surfaces` are those that both change."""

    experiment: Experiment
    verdict: Overlapping | Possible
    surfaces: tuple[str, ...]


@dataclass(frozen=True)
class Reply:
    """Who is where a test would like to run."""

    proposal: Proposal
    trials: Trials

    @property
    def answer(self) -> Answer:
        """Yes where nobody is in the way; perhaps where nobody can tell."""
        if self.is_crowded or any(isinstance(each.verdict, Overlapping) for each in self.in_the_way):
            return Answer.no
        return Answer.perhaps if self.in_the_way else Answer.yes

    @cached_property
    def trial(self) -> Trial:
        """The proposed test."""
        return self.proposal.trial(self.trials)

    @property
    def is_crowded(self) -> bool:
        """Whether its layer has not enough for it."""
        return self.trial.slot is not None and not self.trial.buckets

    @cached_property
    def left(self) -> float:
        """The part of its layer that it could have, from 0 to 1."""
        if self.trial.slot is None:
            return 0.0
        asking = replace(self.trial, slot=replace(self.trial.slot, buckets=()))
        return size(self.trials.layers.free(asking, self.trial.window.possible)) / max(self.trial.slot.total, 1)

    @cached_property
    def alone(self) -> Trial:
        """The proposed test on those of its surfaces on which it must be alone."""
        return self.trials.alone(self.trial)

    @cached_property
    def in_the_way(self) -> tuple[Neighbour, ...]:
        """Who must give way, or be waited for; those that surely meet it come first."""
        found = self.neighbours(self.alone, self.trials.changing)
        return tuple(sorted(found, key=lambda each: isinstance(each.verdict, Possible)))

    @cached_property
    def beside(self) -> tuple[Neighbour, ...]:
        """Who else is there, and needn't go: holdouts, and neighbours on surfaces for several at once."""
        blocking = {each.experiment.id for each in self.in_the_way}
        return tuple(
            each for each in self.neighbours(self.trial, self.trials.live) if each.experiment.id not in blocking
        )

    @cached_property
    def lasting(self) -> tuple[Neighbour, ...]:
        """Whose effect lasts into the test, or might feel that of the test."""
        others = {id: replace(each, window=each.felt) for id, each in self.trials.changing.items()}
        there = {each.experiment.id for each in (*self.in_the_way, *self.beside)}
        return tuple(each for each in self.neighbours(self.alone, others) if each.experiment.id not in there)

    def neighbours(self, moved: Trial, others: dict[str, Trial]) -> Iterator[Neighbour]:
        """The trials on its surfaces that take its users, or may, by id."""
        for id, other in sorted(others.items()):
            common = shared(moved.surfaces, other.surfaces)
            verdict = collide(moved, other, self.trials.attributes) if common else None
            if verdict and not isinstance(verdict, Disjoint):
                yield Neighbour(self.trials.named[id], verdict, common)

    @cached_property
    def free_from(self) -> date | None:
        """The first day, from the one that is wished for, on which it would meet nobody; None if there is none."""
        if self.proposal.layer:
            return next((day for day in self.days if self.at(day).answer is not Answer.no), None)
        room = Room({**self.trials.changing, YOURS: self.alone}, self.trials.attributes, self.trials.zone)
        return room.free_from(self.alone)

    @property
    def days(self) -> tuple[date, ...]:
        """The wished day, and those on which somebody has gone."""
        others = (*self.trials.changing.values(), *self.trials.layers.members.get(self.proposal.layer or "", ()))
        ends = {each.felt.possible.stop for each in others if not each.felt.possible.open_ended}
        after = {day_before(stop, self.trials.zone) + timedelta(1) for stop in ends}
        return (self.proposal.start, *sorted(day for day in after if day > self.proposal.start))

    def at(self, start: date) -> "Reply":
        """The reply for another day."""
        return Reply(replace(self.proposal, start=start), self.trials)

    @property
    def free_until(self) -> date | None:
        """The last day, if it began on the first free one."""
        if self.free_from is None:
            return None
        return day_before(self.at(self.free_from).trial.window.possible.stop, self.trials.zone)
