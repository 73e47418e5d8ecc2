"""Members of a layer that run at one time, and what they need of it together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.audience import Audience
from prodops_cli.overlap.clients import meet
from prodops_cli.overlap.clique import Graph, heaviest
from prodops_cli.overlap.layer import Layer
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True, slots=True)
class Need:
    """What these need of a layer (1 is all of it); with others they may need more, but `at_most` that much."""

    members: tuple[str, ...]
    least: Fraction
    at_most: Fraction


@dataclass(frozen=True)
class Crowd:
    """Members of a layer, told apart by their position."""

    layer: Layer
    trials: Sequence[Trial]
    attributes: Mapping[str, Attribute]

    def need(self, present: Collection[int]) -> Need:
        """What some of them need, and who: all, or the heaviest of those who can't share buckets."""
        if not self.layer.audience_aware:
            need = self._part(sum(self._weights[position] for position in present))
            return Need(self._ids(present), need, need)
        groups = self._groups(present)
        graph = Graph([weight for weight, _ in groups], self._joined([who[0] for _, who in groups]))
        clique = heaviest(graph)
        who = [each for number, (_, some) in enumerate(groups) if clique.vertices >> number & 1 for each in some]
        return Need(self._ids(who), self._part(clique.weight), self._part(clique.at_most))

    def _groups(self, present: Collection[int]) -> list[tuple[int, list[int]]]:
        """Those with one audience together, with what they need; the heaviest first."""
        groups: dict[int, list[int]] = {}
        for position in sorted(present, key=lambda each: self.trials[each].id):
            groups.setdefault(self._audiences[position], []).append(position)
        weighed = [(sum(self._weights[each] for each in some), some) for some in groups.values()]
        return sorted(weighed, key=lambda each: -each[0])

    def _joined(self, some: Sequence[int]) -> list[int]:
        """For each of some members, as bits, those of the others that it might share a user with."""
        return [
            sum(1 << number for number, other in enumerate(some) if one != other and self._may_meet(one, other))
            for one in some
        ]

    def _may_meet(self, one: int, other: int) -> bool:
        """Asked once for each two audiences, since many members have the same."""
        first, second = sorted((self._audiences[one], self._audiences[other]))
        if (first, second) not in self._met:
            met = meet(self.trials[one].audience, self.trials[other].audience, self.attributes)
            self._met[first, second] = not isinstance(met, Apart)
        return self._met[first, second]

    def _ids(self, positions: Collection[int]) -> tuple[str, ...]:
        return tuple(sorted(self.trials[position].id for position in positions))

    def _part(self, weight: int) -> Fraction:
        return Fraction(weight, self._scale) + self.layer.kept

    @cached_property
    def _scale(self) -> int:
        """What a whole layer weighs: sums of integers are exact, and quick."""
        return lcm(*(self.layer.needed(trial).denominator for trial in self.trials))

    @cached_property
    def _weights(self) -> Sequence[int]:
        return [int(self.layer.needed(trial) * self._scale) for trial in self.trials]

    @cached_property
    def _audiences(self) -> Sequence[int]:
        """A number for each member; those with one audience have one number."""
        numbers: dict[Audience, int] = {}
        return [numbers.setdefault(trial.audience, len(numbers)) for trial in self.trials]

    @cached_property
    def _met(self) -> dict[tuple[int, int], bool]:
        return {}
