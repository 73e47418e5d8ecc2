"""Layers of the catalog as the overlap engine's values: who has a place in them, and what is left."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from math import ceil

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes
from prodops_cli.models.layer import Layer as Written
from prodops_cli.overlap.buckets import BucketRange, Buckets, first, size
from prodops_cli.overlap.layers.capacity import Use, used, uses
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.layers.packing import crowded, free_buckets
from prodops_cli.overlap.trial import Slot, Trial, same_layer
from prodops_cli.overlap.windows.instant import FOREVER
from prodops_cli.overlap.windows.stretch import Stretch


@dataclass(frozen=True)
class Layers:
    """The layers by id, with the trials that are to run in them."""

    catalog: Catalog
    trials: tuple[Trial, ...]
    attributes: Attributes

    @cached_property
    def by_id(self) -> Mapping[str, Layer]:
        """The layers that are in use."""
        return {each.id: layer(each) for each in reversed(self.catalog.all(Written)) if each.is_live}

    @cached_property
    def members(self) -> Mapping[str, tuple[Trial, ...]]:
        """Who has a place in a layer."""
        found: dict[str, list[Trial]] = {id: [] for id in self.by_id}
        for each in self.trials:
            if each.slot and each.slot.layer in found:
                found[each.slot.layer].append(each)
        return {id: tuple(members) for id, members in found.items()}

    @cached_property
    def crowded(self) -> Mapping[str, tuple[Stretch, ...]]:
        """When a layer may not have enough for its members."""
        return {id: crowded(self.by_id[id], members, self.attributes) for id, members in self.members.items()}

    def packed(self, trials: Iterable[Trial]) -> Iterator[Trial]:
        """The trials, each of which knows when its layer is crowded."""
        for each in trials:
            if each.slot and each.slot.layer in self.crowded:
                yield replace(each, slot=replace(each.slot, crowded=self.crowded[each.slot.layer]))
            else:
                yield each

    def packs(self, a: Trial, b: Trial) -> bool:
        """Whether it is for a layer to find buckets that keep two of its members apart, or to say that it can't."""
        if a.slot is None or not same_layer(a, b) or (a.buckets and b.buckets):
            return False
        return {(a.slot.layer, a.id), (a.slot.layer, b.id)} <= self._given

    @cached_property
    def _given(self) -> frozenset[tuple[str, str]]:
        return frozenset((id, each.id) for id, members in self.members.items() for each in members)

    def uses(self, id: str) -> tuple[Use, ...]:
        """How much of a layer is needed, one stretch after the other."""
        return uses(self.by_id[id], self.members[id], self.attributes)

    def free(self, trial: Trial, when: Stretch) -> Buckets:
        """The buckets of its layer that a trial could have all through a stretch."""
        if trial.slot is None or trial.slot.layer not in self.by_id:
            return ()
        id = trial.slot.layer
        others = [each for each in self.members[id] if each.id != trial.id]
        return free_buckets(self.by_id[id], others, when, self.attributes, trial.audience)

    def placed(self, trial: Trial, id: str) -> Trial | None:
        """A trial as it would be in a layer, with free buckets for all of its traffic; None where there are fewer."""
        layer = self.by_id[id]
        there = replace(trial, slot=Slot(id, layer.total, audience_aware=layer.audience_aware))
        free, wanted = self.free(there, trial.window.possible), ceil(layer.needed(there) * layer.total)
        if not wanted or size(free) < wanted:
            return None
        return replace(trial, slot=Slot(id, layer.total, first(wanted, free), audience_aware=layer.audience_aware))

    def ends(self, trial: Trial) -> tuple[datetime, ...]:
        """When other members of its layer end, the first of them first."""
        others = self.members.get(trial.slot.layer, ()) if trial.slot else ()
        stops = {each.window.possible.stop for each in others if each.id != trial.id}
        return tuple(sorted(stop for stop in stops if stop < FOREVER))

    def would_fit(self, trial: Trial, when: Stretch) -> bool:
        """Whether a trial's layer had enough for the others in a stretch, if this one ran at another time."""
        id = trial.slot.layer if trial.slot else ""
        others = [each for each in self.members.get(id, ()) if each.id != trial.id]
        return id in self.by_id and not any(
            use.over for use in uses(self.by_id[id], others, self.attributes) if use.when.intersection(when)
        )

    def has_room(self, trial: Trial, when: Stretch) -> bool:
        """Whether a trial's layer surely has enough for it, all through a stretch."""
        if trial.slot is None or trial.slot.layer not in self.by_id:
            return True
        layer = self.by_id[trial.slot.layer]
        return size(self.free(trial, when)) >= layer.needed(trial) * layer.total and not self.is_over(trial, when)

    def is_over(self, trial: Trial, when: Stretch) -> bool:
        """Whether more is needed of a trial's layer than there is while it runs; buckets that two have count twice."""
        id = trial.slot.layer if trial.slot else ""
        others = ((each, each.window.possible) for each in self.members[id] if each.id != trial.id)
        return any(
            use.over and use.when.intersection(when)
            for use in used(self.by_id[id], [*others, (trial, when)], self.attributes)
        )


def layer(written: Written) -> Layer:
    """One layer."""
    reserved = tuple(BucketRange(start, stop) for start, stop in written.reserved or ())
    return Layer(written.id, written.size, written.packing == "audience_aware", reserved)
