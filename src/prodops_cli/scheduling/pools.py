"""Layers as pools: what their members can need together; those whose audiences can't meet needn't share."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import lcm
from typing import Final

from prodops_cli.encounters.trials import Trials
from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.audiences.clients import meet
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.trial import Trial
from prodops_cli.scheduling.clock import Clock
from prodops_cli.scheduling.problem import Load, Pool

MOST_GROUPS: Final = 64
"""Of audiences that all meet each other; where there are more, all members share one pool, which is safe."""


@dataclass(frozen=True, slots=True)
class Pools:
    """The layers of a catalog, with the trials that are to be placed in them, by id."""

    trials: Trials
    clock: Clock
    moving: Mapping[str, Trial]

    def __iter__(self) -> Iterator[Pool]:
        """The pools of all layers that somebody is to be placed in."""
        for id, layer in sorted(self.trials.layers.by_id.items()):
            staying = [each for each in self.trials.layers.members[id] if each.id not in self.moving]
            moving = layer.members(self.moving.values())
            if moving:
                yield from self.of(layer, (*staying, *moving))

    def of(self, layer: Layer, members: Sequence[Trial]) -> Iterator[Pool]:
        """One pool, or one for each group of members of which each two may meet."""
        scale = lcm(*(part.denominator for part in (layer.kept, *map(layer.needed, members))))
        audiences = tuple(dict.fromkeys(each.audience for each in members))
        groups = self.groups(audiences) if layer.audience_aware else [frozenset(audiences)]
        for group in groups:
            there = [each for each in members if each.audience in group]
            amounts = {each.id: int(layer.needed(each) * scale) for each in there}
            needs = {id: amount for id, amount in amounts.items() if id in self.moving}
            loads = (Load(each.id, *self.clock.span(each.window.possible), amounts[each.id]) for each in there)
            if needs:
                yield Pool(layer.id, int((1 - layer.kept) * scale), needs, tuple(x for x in loads if x.id not in needs))

    def groups(self, audiences: Sequence[Audience]) -> list[frozenset[Audience]]:
        """The largest groups of audiences of which each two may have a user in common."""
        numbers = range(len(audiences))
        near: defaultdict[int, set[int]] = defaultdict(set)
        for one, other in combinations(numbers, 2):
            if not isinstance(meet(audiences[one], audiences[other], self.trials.attributes), Apart):
                near[one].add(other)
                near[other].add(one)
        found = largest(near, set(numbers))
        return [frozenset(audiences[each] for each in group) for group in found or [frozenset(numbers)]]


def largest(near: Mapping[int, set[int]], numbers: set[int]) -> list[frozenset[int]]:
    """The groups in which each is near to each, and that can't grow; none, where there are too many."""
    found: list[frozenset[int]] = []
    ahead: list[tuple[frozenset[int], set[int], set[int]]] = [(frozenset(), numbers, set())]
    while ahead and len(found) <= MOST_GROUPS:
        group, candidates, known = ahead.pop()
        if not candidates and not known:
            found.append(group)
            continue
        pivot = max(sorted(candidates | known), key=lambda each: len(near[each] & candidates))
        left, seen = set(candidates), set(known)
        for each in sorted(candidates - near[pivot]):
            ahead.append((group | {each}, left & near[each], seen & near[each]))
            left, seen = left - {each}, seen | {each}
    return found if len(found) <= MOST_GROUPS else []
