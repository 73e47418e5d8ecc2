"""Who meets whom on a surface."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.overlap.candidates import surface_pairs
from prodops_cli.overlap.collide import Overlapping, collide
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True)
class Surfaces:
    """The surfaces of a catalog, on which user-level experiments should stand one at a time."""

    trials: Trials
    _free_from: dict[str, date | None] = field(default_factory=dict)

    def meetings(self) -> Iterator[Encounter]:
        """The pairs that surely meet from today on, and that nobody has agreed to, by id."""
        for a, b in surface_pairs(self.trials.testing.values()):
            met = self.between(a, b)
            if met and not self.trials.is_accepted(a, b):
                yield replace(met, free_from=self.free_from(met.later.id))

    def between(self, a: Trial, b: Trial) -> Encounter | None:
        """The encounter of two trials, if it is proved that they meet, and still will; without a remedy's date."""
        verdict = collide(a, b, self.trials.attributes)
        if not isinstance(verdict, Overlapping) or not (left := verdict.window.intersection(self.trials.ahead)):
            return None
        earlier, later = in_order(a, b)
        same = tuple(sorted(set(a.surfaces) & set(b.surfaces)))
        return Encounter(
            earlier=self.trials.experiments[earlier.id],
            later=self.trials.experiments[later.id],
            verdict=replace(verdict, witness=replace(verdict.witness, at=left.start)),
            window=left,
            same=same,
            nested=tuple(surface for surface in shared(a.surfaces, b.surfaces) if surface not in same),
            shared_by_later=verdict.shares.of_a if later is a else verdict.shares.of_b,
            free_from=None,
            zone=self.trials.zone,
            today=self.trials.today,
        )

    def free_from(self, id: str) -> date | None:
        """The first day on which an experiment that has not begun could start, and meet no other."""
        if id not in self._free_from:
            begun = self.trials.experiments[id].is_exposing
            self._free_from[id] = None if begun else self.room.free_from(self.trials.testing[id])
        return self._free_from[id]

    @cached_property
    def room(self) -> Room:
        """Who stands where, and for how long."""
        return Room(self.trials.testing, self.trials.attributes, self.trials.zone)
