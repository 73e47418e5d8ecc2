"""Proposals: "can I run there then?", asked before any document exists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.encounters.days import day_before
from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audience import EVERYONE, Audience
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, collide
from prodops_cli.overlap.duration import Duration
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.window import Timing, window

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

    def trial(self, zone: ZoneInfo) -> Trial:
        """The test, as if it were planned."""
        planned = Timing("scheduled", self.start, duration=Duration(days=self.days))
        return Trial(YOURS, window(planned, self.start, zone), self.audience, self.surfaces, traffic=self.traffic)


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
        if any(isinstance(each.verdict, Overlapping) for each in self.in_the_way):
            return Answer.no
        return Answer.perhaps if self.in_the_way else Answer.yes

    @cached_property
    def trial(self) -> Trial:
        """The proposed test."""
        return self.proposal.trial(self.trials.zone)

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
        room = Room({**self.trials.changing, YOURS: self.alone}, self.trials.attributes, self.trials.zone)
        return room.free_from(self.alone)

    @property
    def free_until(self) -> date | None:
        """The last day, if it began on the first free one."""
        if self.free_from is None:
            return None
        later = Proposal(self.proposal.surfaces, self.free_from, self.proposal.days).trial(self.trials.zone)
        return day_before(later.window.possible.stop, self.trials.zone)
