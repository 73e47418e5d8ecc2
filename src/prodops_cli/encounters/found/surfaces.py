"""Who meets whom on a surface: tests each other, rollouts that move their baseline, and what lasts of those before."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trial import next_step
from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.encounters.words import as_written
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.collide import Overlapping, Verdict, collide
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.instant import instant
from prodops_cli.overlap.windows.stretch import Stretch

TrialPair = tuple[Trial, Trial]
Judged = tuple[TrialPair, Verdict]


@dataclass(frozen=True)
class Surfaces:
    """The surfaces of a catalog, on which experiments should stand one at a time."""

    trials: Trials
    _free_from: dict[str, date | None] = field(default_factory=dict)

    @cached_property
    def pairs(self) -> tuple[TrialPair, ...]:
        """All pairs that nobody has agreed to, and that change one surface while either is felt, by id."""
        alone = tuple(self.trials.changing.values())
        spans = [Span(each.felt.possible, each.surfaces) for each in alone]
        found = ((alone[one], alone[other]) for one, other in pairs(spans, above))
        return tuple(pair for pair in found if not self.trials.is_accepted(*pair))

    @cached_property
    def tests(self) -> tuple[TrialPair, ...]:
        """Those of which both give users their variants at one time; not those that a layer packs, full or not."""
        return tuple(
            pair
            for pair in self.pairs
            if all(map(self.trials.is_test, pair)) and at_once(*pair) and not self.trials.layers.packs(*pair)
        )

    @cached_property
    def verdicts(self) -> tuple[Judged, ...]:
        """The tests with what can be said of each two."""
        return tuple(self.judged(self.tests))

    def meetings(self) -> Iterator[Encounter]:
        """The tests that surely meet from today on, by id."""
        return self.proved(self.verdicts)

    def moving(self) -> Iterator[Encounter]:
        """The tests and the rollouts that move their baseline."""
        pairs = (pair for pair in self.pairs if self.is_rollout_and_test(*pair) and at_once(*pair))
        for met in self.proved(self.judged(pairs)):
            yield replace(met, next_step=self.next_step(met.rollout))

    def next_step(self, rollout: Experiment) -> date | None:
        """The first day on which a rollout that runs could go on, with its steps as far apart, and meet nobody."""
        trial = self.trials.changing.get(rollout.id)
        return self.room.free_from(trial) if trial and next_step(rollout, self.trials.today) else None

    def is_rollout_and_test(self, a: Trial, b: Trial) -> bool:
        """Whether one of the two is a rollout and the other a test."""
        types = {self.trials.named[each.id].type for each in (a, b)}
        return "rollout" in types and (self.trials.is_test(a) or self.trials.is_test(b))

    def lasting(self) -> Iterator[Encounter]:
        """The tests that begin while the effect of an earlier one lasts; the window is how long it does."""
        after = ((a, b) for a, b in self.pairs if self.is_test_after(a, b))
        return self.proved(self.judged((a.lasting, b.lasting) for a, b in after))

    def is_test_after(self, a: Trial, b: Trial) -> bool:
        """Whether the later one is a test, and begins after the other; what whole places want is told as such."""
        return self.trials.is_test(in_order(a, b)[1]) and not (a.places or b.places or at_once(a, b))

    def judged(self, pairs: Iterable[TrialPair]) -> Iterator[Judged]:
        """Some pairs with what can be said of each."""
        return ((pair, collide(*pair, self.trials.attributes)) for pair in pairs)

    def proved(self, judged: Iterable[Judged]) -> Iterator[Encounter]:
        """Those of some pairs that surely meet, with the day on which the later one would be free."""
        for (a, b), verdict in judged:
            if met := self.encounter(a, b, verdict):
                yield replace(met, free_from=self.free_from(met.later.id), room=self.room_beside(met))

    def between(self, a: Trial, b: Trial) -> Encounter | None:
        """The encounter of two trials; without a remedy's date."""
        return self.encounter(a, b, collide(a, b, self.trials.attributes))

    def encounter(self, a: Trial, b: Trial, verdict: Verdict) -> Encounter | None:
        """The encounter of two trials, if it is proved that they meet, and still will; without a remedy's date."""
        if not isinstance(verdict, Overlapping) or not (left := verdict.window.intersection(self.trials.ahead)):
            return None
        earlier, later = in_order(*(self.trials.located.get(each.id, each) for each in (a, b)))
        same = tuple(sorted(set(a.surfaces) & set(b.surfaces)))
        return Encounter(
            earlier=self.trials.named[earlier.id],
            later=self.trials.named[later.id],
            verdict=replace(verdict, witness=replace(verdict.witness, at=left.start)),
            window=left,
            same=same,
            nested=tuple(surface for surface in shared(a.surfaces, b.surfaces) if surface not in same),
            shared_by_later=verdict.shares.of_a if later.id == a.id else verdict.shares.of_b,
            zone=self.trials.zone,
            today=self.trials.today,
        )

    def free_from(self, id: str) -> date | None:
        """The first day on which an experiment that has not begun could start, and meet no other."""
        if id not in self._free_from:
            trial = self.trials.located.get(id)
            can_move = trial is not None and not self.trials.named[id].is_exposing
            self._free_from[id] = self.first_free_day(trial) if trial and can_move else None
        return self._free_from[id]

    def first_free_day(self, trial: Trial) -> date | None:
        """The first day that is free on its surfaces, and from which its layer has room for it."""
        found = self.room.free_from(trial)
        ends = iter(self.trials.layers.ends(trial))
        while found is not None and not self.trials.layers.has_room(trial, self.moved(trial, found)):
            start = instant(found, self.trials.zone)
            later = next((end for end in ends if end > start), None)
            found = later and self.room.free_from(trial, instant(self.room.day_after(later), self.trials.zone))
        return found

    def moved(self, trial: Trial, to: date) -> Stretch:
        """When a trial would run that starts on another day."""
        start = instant(to, self.trials.zone)
        return Stretch(start, self.room.stop(trial, start))

    def room_beside(self, met: Encounter) -> str:
        """Buckets of the earlier one's layer that would keep the later one, which is in no layer, apart from everybody.

        Without a layer that somebody declared and uses here, nothing is said of layers.
        """
        earlier, later = (self.trials.live.get(each.id) for each in (met.earlier, met.later))
        if not earlier or not later or not earlier.slot or not earlier.buckets or later.slot or met.later.is_exposing:
            return ""
        written = self.trials.catalog.get(Layer, earlier.slot.layer)
        if written is None or not written.is_live or met.later.randomization_unit != written.unit:
            return ""
        placed = self.trials.layers.placed(later, written.id)
        if placed is None or self.room.is_taken(self.trials.alone(placed)):
            return ""
        return f"the buckets {as_written(placed.buckets)} of {written.id}"

    @cached_property
    def room(self) -> Room:
        """Who stands where, and for how long."""
        holdouts = self.trials.holdouts
        # Buckets that a rollout was given are its own also while it stands.
        standing = {id: each for id, each in self.trials.located.items() if each.buckets}
        alone = {**self.trials.located, **self.trials.changing, **standing, **holdouts}
        return Room(alone, self.trials.attributes, self.trials.zone, holdouts.keys())


def at_once(a: Trial, b: Trial) -> bool:
    """Whether both may change what users see at one instant."""
    return a.window.possible.intersection(b.window.possible) is not None
