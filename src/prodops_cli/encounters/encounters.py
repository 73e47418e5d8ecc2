"""All encounters of a catalog: found without comparing every experiment with every other."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, attributes
from prodops_cli.encounters.clash import BucketClash
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trial import trial
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer
from prodops_cli.overlap.answer import Together
from prodops_cli.overlap.candidates import Span, pairs, surface_pairs
from prodops_cli.overlap.collide import Disjoint, Overlapping, Verdict, collide
from prodops_cli.overlap.instant import FOREVER, instant
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.surface import contains, shared
from prodops_cli.overlap.trial import Trial, common_buckets
from prodops_cli.overlap.window import meet

USER_LEVEL: Final = frozenset(("ab_test", "multivariate", "bandit"))
"""Designs that give users their variants, and so meet other designs of the sort on a surface."""


@dataclass(frozen=True)
class Encounters:
    """The experiments of a catalog on a day, as the overlap engine sees them."""

    catalog: Catalog
    today: date

    def __iter__(self) -> Iterator[Encounter]:
        """The pairs that meet on a surface from today on, and that nobody has agreed to, by id.

        Two that were given the same buckets are a clash, and nothing else besides.
        """
        return iter(self.reported)

    @cached_property
    def reported(self) -> tuple[Encounter, ...]:
        """What is found once and looked at by several."""
        return tuple(self._reported())

    def _reported(self) -> Iterator[Encounter]:
        clashing = {(clash.earlier.id, clash.later.id) for clash in self.clashes}
        for a, b in surface_pairs(self.testing.values()):
            met = self.between(a, b)
            if met and not self.is_accepted(a, b) and (met.earlier.id, met.later.id) not in clashing:
                yield replace(met, free_from=self.free_from(met.later.id))

    @property
    def zone(self) -> ZoneInfo:
        """Where a day begins and ends."""
        return self.catalog.settings.zone

    @cached_property
    def ahead(self) -> Stretch:
        """What can still be changed: today, and all that follows."""
        return Stretch(instant(self.today, self.zone), FOREVER)

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """The experiments that are not over, by id; of several with one id the first."""
        named = {experiment.id: experiment for experiment in reversed(self.catalog.all(Experiment))}
        return {id: experiment for id, experiment in sorted(named.items()) if experiment.is_live}

    @cached_property
    def attributes(self) -> Attributes:
        """What the settings say of attributes."""
        return attributes(self.catalog.settings, self.catalog.settings_document)

    @cached_property
    def trials(self) -> dict[str, Trial]:
        """The experiments that are not over, as trials by id."""
        return {
            id: trial(experiment, self.catalog, self.attributes, self.today)
            for id, experiment in self.experiments.items()
        }

    @cached_property
    def testing(self) -> dict[str, Trial]:
        """The trials that give users their variants, on surfaces that stand one experiment at a time."""
        alone = {
            id: replace(each, surfaces=tuple(surface for surface in each.surfaces if not self.is_concurrent(surface)))
            for id, each in self.trials.items()
            if self.experiments[id].type in USER_LEVEL
        }
        return {id: each for id, each in alone.items() if each.surfaces}

    def is_concurrent(self, surface: str) -> bool:
        """Whether several experiments may change a surface at once."""
        declared = self.catalog.settings.surfaces
        return any(each.concurrent and contains(name, surface) for name, each in declared.items())

    def between(self, a: Trial, b: Trial) -> Encounter | None:
        """The encounter of two trials, if it is proved that they meet, and still will; without a remedy's date."""
        verdict = collide(a, b, self.attributes)
        if not isinstance(verdict, Overlapping) or not (left := verdict.window.intersection(self.ahead)):
            return None
        earlier, later = in_order(a, b)
        same = tuple(sorted(set(a.surfaces) & set(b.surfaces)))
        return Encounter(
            earlier=self.experiments[earlier.id],
            later=self.experiments[later.id],
            verdict=replace(verdict, witness=replace(verdict.witness, at=left.start)),
            window=left,
            same=same,
            nested=tuple(surface for surface in shared(a.surfaces, b.surfaces) if surface not in same),
            shared_by_later=verdict.shares.of_a if later is a else verdict.shares.of_b,
            free_from=None,
            zone=self.zone,
            today=self.today,
        )

    def compare(self, a: Experiment, b: Experiment) -> Verdict:
        """Whether two experiments, over or not, can take one user at one instant."""
        return collide(self.trial_of(a), self.trial_of(b), self.attributes)

    def order(self, one: Experiment, other: Experiment) -> str:
        """Of two that never run at the same time, what the other does, as the one says it."""
        is_before = self.trial_of(other).window.possible.stop <= self.trial_of(one).window.possible.start
        return "ends before this one starts" if is_before else "starts after this one has ended"

    def trial_of(self, experiment: Experiment) -> Trial:
        """An experiment as a trial, over or not."""
        found = self.trials.get(experiment.id) if self.experiments.get(experiment.id) is experiment else None
        return found or trial(experiment, self.catalog, self.attributes, self.today)

    def is_accepted(self, a: Trial, b: Trial) -> bool:
        """Whether either side's file says that people have agreed to the two meeting."""
        return any(
            accepted.experiment == other.id and (accepted.until is None or self.today <= accepted.until)
            for one, other in ((a, b), (b, a))
            for accepted in self.experiments[one.id].accepted_overlaps or ()
        )

    def free_from(self, id: str) -> date | None:
        """The first day on which an experiment that has not begun could start, and meet no other."""
        if id not in self._free_from:
            begun = self.experiments[id].is_exposing
            self._free_from[id] = None if begun else self.room.free_from(self.testing[id])
        return self._free_from[id]

    @cached_property
    def _free_from(self) -> dict[str, date | None]:
        return {}

    @cached_property
    def room(self) -> Room:
        """Who stands where, and for how long."""
        return Room(self.testing, self.attributes, self.zone)

    @cached_property
    def clashes(self) -> tuple[BucketClash, ...]:
        """The experiments that were given buckets of others, from today on, without anybody having agreed to it."""
        placed = [each for each in self.trials.values() if each.buckets and self.experiments[each.id].is_scheduled]
        spans = [Span(each.window.possible, (each.slot.layer,) if each.slot else ()) for each in placed]
        found = (self.clash(placed[one], placed[other]) for one, other in pairs(spans))
        return tuple(clash for clash in found if clash)

    def clash(self, a: Trial, b: Trial) -> BucketClash | None:
        """The buckets that two trials of one layer both have. Only some layers let audiences share buckets."""
        common = common_buckets(a, b)
        met = meet(a.window, b.window)
        if not common or not a.slot or not isinstance(met, Together) or self.is_accepted(a, b):
            return None
        left = met.evidence.intersection(self.ahead)
        layer = self.catalog.get(Layer, a.slot.layer)
        audiences_share = layer is not None and layer.packing == "audience_aware"
        is_apart = isinstance(collide(a, b, self.attributes), Disjoint) if audiences_share else excludes(a, b)
        if left is None or is_apart:
            return None
        earlier, later = (self.experiments[each.id] for each in in_order(a, b))
        return BucketClash(earlier, later, a.slot.layer, common, left.start.astimezone(self.zone).date())

    @cached_property
    def readers(self) -> dict[str, tuple[Experiment, ...]]:
        """By metric: the scheduled experiments that it decides, of which each meets another one on other surfaces.

        Those that nobody has agreed to. Two on one surface are an encounter already.
        """
        judged = [
            each
            for id, each in self.trials.items()
            if each.primary and self.experiments[id].is_scheduled and self.experiments[id].type in USER_LEVEL
        ]
        found: defaultdict[str, set[str]] = defaultdict(set)
        for one, other in pairs([Span(each.window.possible, each.primary) for each in judged]):
            a, b = judged[one], judged[other]
            news = [metric for metric in a.primary & b.primary if not {a.id, b.id} <= found[metric]]
            if news and not shared(a.surfaces, b.surfaces) and not self.is_accepted(a, b) and self.between(a, b):
                for metric in news:
                    found[metric] |= {a.id, b.id}
        return {metric: tuple(self.experiments[id] for id in sorted(ids)) for metric, ids in found.items()}


def in_order(a: Trial, b: Trial) -> tuple[Trial, Trial]:
    """The one that starts earlier, and the other; of two that start together, the smaller id comes first."""
    earlier, later = sorted((a, b), key=lambda each: (each.window.possible.start, each.id))
    return earlier, later


def excludes(a: Trial, b: Trial) -> bool:
    """Whether either trial says that it takes none of the other's users."""
    return a.id in b.excludes or b.id in a.excludes
