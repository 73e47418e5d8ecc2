"""All encounters of a catalog: found without comparing every experiment with every other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, attributes
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.trial import trial
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import surface_pairs
from prodops_cli.overlap.collide import Disjoint, Overlapping, collide
from prodops_cli.overlap.instant import FOREVER, instant
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.surface import contains, shared
from prodops_cli.overlap.trial import Trial

USER_LEVEL: Final = frozenset(("ab_test", "multivariate", "bandit"))
"""Designs that give users their variants, and so meet other designs of the sort on a surface."""

MOST_MOVES = 50
"""How many experiments one may have to wait for before nobody can say when there will be room."""


@dataclass(frozen=True)
class Encounters:
    """The experiments of a catalog on a day, as the overlap engine sees them."""

    catalog: Catalog
    today: date

    def __iter__(self) -> Iterator[Encounter]:
        """The pairs that meet on a surface from today on, and that nobody has agreed to, by id."""
        for a, b in surface_pairs(self.testing.values()):
            encounter = self.between(a, b)
            if encounter and not self.is_accepted(encounter.earlier, encounter.later):
                yield encounter

    @property
    def zone(self) -> ZoneInfo:
        """Where a day begins and ends."""
        return ZoneInfo(self.catalog.settings.catalog.timezone)

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """The experiments that are not over, by id."""
        live = (experiment for experiment in self.catalog.all(Experiment) if experiment.is_live)
        return {experiment.id: experiment for experiment in live}

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
        """The encounter of two trials, if it is proved that they meet, and still will."""
        verdict = collide(a, b, self.attributes)
        ahead = Stretch(instant(self.today, self.zone), FOREVER)
        if not isinstance(verdict, Overlapping) or not (left := verdict.window.intersection(ahead)):
            return None
        earlier, later = sorted((a, b), key=lambda each: (each.window.possible.start, each.id))
        same = tuple(sorted(set(a.surfaces) & set(b.surfaces)))
        return Encounter(
            earlier=self.experiments[earlier.id],
            later=self.experiments[later.id],
            verdict=replace(verdict, witness=replace(verdict.witness, at=left.start)),
            window=left,
            same=same,
            nested=tuple(surface for surface in shared(a.surfaces, b.surfaces) if surface not in same),
            shared_by_later=verdict.shares.of_a if later is a else verdict.shares.of_b,
            free_from=self.free_from(later),
            zone=self.zone,
            today=self.today,
        )

    def is_accepted(self, a: Experiment, b: Experiment) -> bool:
        """Whether either side's file says that people have agreed to the two meeting."""
        return any(
            accepted.experiment == other.id and (accepted.until is None or self.today <= accepted.until)
            for one, other in ((a, b), (b, a))
            for accepted in one.accepted_overlaps or ()
        )

    def free_from(self, moved: Trial) -> date | None:
        """The first day, after its planned start, from which a trial as long meets no other on its surfaces."""
        others = [
            each for each in self.testing.values() if each.id != moved.id and shared(each.surfaces, moved.surfaces)
        ]
        for _ in range(MOST_MOVES):
            stops = [each.window.possible.stop for each in others if self.may_meet(moved, each)]
            if not stops:
                return moved.window.possible.start.astimezone(self.zone).date()
            if max(stops) >= FOREVER:
                return None
            moved = self.starting(
                moved, (min(stops) - timedelta(microseconds=1)).astimezone(self.zone).date() + timedelta(1)
            )
        return None

    def may_meet(self, a: Trial, b: Trial) -> bool:
        """Whether it is not proved that two trials can't meet."""
        return not isinstance(collide(a, b, self.attributes), Disjoint)

    def starting(self, moved: Trial, first: date) -> Trial:
        """The trial at the same length, starting on a day."""
        start = instant(first, self.zone)
        before = moved.window.possible
        stop = FOREVER if before.open_ended else start + (before.stop - before.start)
        stretch = Stretch(start, min(stop, FOREVER))
        return replace(moved, window=replace(moved.window, sure=stretch, possible=stretch, doubt=None))

    def meeting_among(self, ids: tuple[str, ...]) -> tuple[Experiment, ...]:
        """Of some experiments, those that surely meet another one of them without anybody having agreed to it."""
        known = [self.trials[id] for id in ids if id in self.trials]
        found = {
            each.id
            for a, b in combinations(known, 2)
            if self.between(a, b) and not self.is_accepted(self.experiments[a.id], self.experiments[b.id])
            for each in (a, b)
        }
        return tuple(self.experiments[id] for id in sorted(found))
