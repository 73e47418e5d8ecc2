"""How much of a layer its members need, at any time: a sweep over their windows."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import pairwise

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.layers.crowd import Crowd, Need
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import Stretch

ALL = Fraction(1)


@dataclass(frozen=True, slots=True)
class Use:
    """What a layer's members need of it, with what is reserved, all through a stretch."""

    when: Stretch
    need: Need

    @property
    def over(self) -> bool:
        """It is proved that the layer has not enough for them."""
        return self.need.least > ALL


def uses(layer: Layer, members: Iterable[Trial], attributes: Mapping[str, Attribute]) -> tuple[Use, ...]:
    """One after the other, while anybody is sure to run."""
    sure = [(each, each.window.sure) for each in members if each.window.sure]
    return used(layer, sure, attributes)


def used(
    layer: Layer, members: Sequence[tuple[Trial, Stretch]], attributes: Mapping[str, Attribute]
) -> tuple[Use, ...]:
    """The same for members each of which has its buckets for some other stretch than that."""
    crowd = Crowd(layer, [trial for trial, _ in members], attributes)
    needs = [(when, crowd.need(present)) for when, present in _present([stretch for _, stretch in members])]
    return tuple(_joined(needs))


def worst(some: Sequence[Use]) -> tuple[Use, ...]:
    """All that are over, or else the first of the highest."""
    over = tuple(use for use in some if use.over)
    return over or tuple(sorted(some, key=lambda use: -use.need.at_most)[:1])


def room(layer: Layer, some: Sequence[Use], weeks: Iterable[Stretch]) -> tuple[Fraction, ...]:
    """What is sure to be left of the layer all through each week, or other stretch; below 0 where it may be over."""
    return tuple(
        ALL - max((use.need.at_most for use in some if use.when.intersection(week)), default=layer.kept)
        for week in weeks
    )


def _joined(needs: Iterable[tuple[Stretch, Need]]) -> Iterator[Use]:
    """Stretches that touch are one where the need stays the same."""
    last: Use | None = None
    for when, need in needs:
        if last and last.when.stop == when.start and last.need == need:
            last = Use(Stretch(last.when.start, when.stop), need)
            continue
        if last:
            yield last
        last = Use(when, need)
    if last:
        yield last


def _present(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, frozenset[int]]]:
    """The positions of those that hold all of the stretch; at one instant, ends come before starts."""
    starts: defaultdict[datetime, set[int]] = defaultdict(set)
    stops: defaultdict[datetime, set[int]] = defaultdict(set)
    for position, stretch in enumerate(stretches):
        if not stretch.empty:
            starts[stretch.start].add(position)
            stops[stretch.stop].add(position)
    present: frozenset[int] = frozenset()
    for here, after in pairwise(sorted(starts.keys() | stops.keys())):
        present = (present - stops[here]) | starts[here]
        if present:
            yield Stretch(here, after), present
