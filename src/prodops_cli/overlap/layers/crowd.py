"""Members of a layer that run at one time, and what they need of it together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, cached_property
from math import lcm

from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.audiences.clients import meet
from prodops_cli.overlap.layers.clique import Graph, bits, heaviest
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True, slots=True)
class Need:
    """What these need of a layer (1 is all of it); with others they may need more, but `at_most` that much."""

    members: tuple[str, ...]
    least: Fraction
    at_most: Fraction


class Meetings:
    """Which of some audiences may have a user in common; each two are compared once, when somebody asks."""

    def __init__(self, audiences: Sequence[Audience], attributes: Mapping[str, Attribute]) -> None:
        self.joined = [0] * len(audiences)  # by number, as bits
        self._known = [1 << number for number in range(len(audiences))]
        self._audiences = audiences
        self._attributes = attributes

    def look(self, some: Iterable[int]) -> None:
        """Compares these with each other."""
        asked = sum(1 << number for number in some)
        for one in bits(asked):
            for other in bits(asked & ~self._known[one]):
                met = not isinstance(meet(self._audiences[one], self._audiences[other], self._attributes), Apart)
                self.joined[one] |= met << other
                self.joined[other] |= met << one
                self._known[other] |= 1 << one
            self._known[one] |= asked


@dataclass(frozen=True)
class Crowd:
    """Members of a layer, told apart by their position."""

    layer: Layer
    trials: Sequence[Trial]
    attributes: Mapping[str, Attribute]

    def need(self, present: Collection[int]) -> Need:
        """What some of them need, and who: all, or the heaviest of those who can't share buckets."""
        if not self.layer.audience_aware or len(present) == 1:
            return self._summary(present, sum(map(self._weights.__getitem__, present)))
        weights: defaultdict[int, int] = defaultdict(int)
        for position in present:
            weights[self._audiences[position]] += self._weights[position]
        self._meetings.look(weights)
        clique = heaviest(Graph(weights, self._meetings.joined))
        who = [position for position in present if clique.vertices >> self._audiences[position] & 1]
        return self._summary(who, clique.weight, clique.at_most)

    def _summary(self, who: Iterable[int], least: int, at_most: int = 0) -> Need:
        part = _fraction(least + self._kept, self._scale)
        most = part if at_most <= least else _fraction(at_most + self._kept, self._scale)
        return Need(tuple(sorted([self.trials[position].id for position in who])), part, most)

    @cached_property
    def _parts(self) -> Sequence[Fraction]:
        return [self.layer.needed(trial) for trial in self.trials]

    @cached_property
    def _scale(self) -> int:
        """What a whole layer weighs: sums of integers are exact, and quick."""
        return lcm(*{part.denominator for part in (self.layer.kept, *self._parts)})

    @cached_property
    def _kept(self) -> int:
        return self._scaled(self.layer.kept)

    @cached_property
    def _weights(self) -> Sequence[int]:
        return [self._scaled(part) for part in self._parts]

    def _scaled(self, part: Fraction) -> int:
        return part.numerator * (self._scale // part.denominator)

    @cached_property
    def _numbers(self) -> Mapping[Audience, int]:
        """A number for each audience: many members have the same."""
        ordered = sorted(self.trials, key=lambda trial: trial.id)
        return {audience: number for number, audience in enumerate(dict.fromkeys(each.audience for each in ordered))}

    @cached_property
    def _audiences(self) -> Sequence[int]:
        return [self._numbers[trial.audience] for trial in self.trials]

    @cached_property
    def _meetings(self) -> Meetings:
        return Meetings(tuple(self._numbers), self.attributes)


@cache
def _fraction(part: int, whole: int) -> Fraction:
    """The same few come up in all layers."""
    return Fraction(part, whole)
