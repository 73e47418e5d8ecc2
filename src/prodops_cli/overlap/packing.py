"""What a layer has left, and when it may be unable to keep its members apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil

from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.audience import EVERYONE, Audience
from prodops_cli.overlap.buckets import Buckets, difference, first, size
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.capacity import used
from prodops_cli.overlap.clients import meet
from prodops_cli.overlap.layer import Layer
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.trial import Trial

Attributes = Mapping[str, Attribute]


def free_buckets(
    layer: Layer, members: Sequence[Trial], when: Stretch, attributes: Attributes, audience: Audience = EVERYONE
) -> Buckets:
    """What could be given all through a stretch to a trial with this audience: nobody has it, nor will need it."""
    there = [
        (each, stretch)
        for each in members
        if (stretch := each.window.possible.intersection(when))
        and not _may_share(layer, each.audience, audience, attributes)
    ]
    unnamed = difference(layer.offered, tuple(bucket for each, _ in there for bucket in each.buckets))
    packed = [(each, stretch) for each, stretch in there if not each.buckets]
    needs = (use.need.at_most for use in used(replace(layer, reserved=()), packed, attributes))
    return first(size(unnamed) - ceil(max(needs, default=Fraction(0)) * layer.total), unnamed)


def crowded(layer: Layer, members: Sequence[Trial], attributes: Attributes) -> tuple[Stretch, ...]:
    """When it isn't proved that there is room for all members without buckets, beside the others; see `Slot`.

    Those of whom nobody knows when they start are given what is left, so they are in nobody's way.
    """
    dated = [each for each in members if each.window.sure]
    over = [
        use.when
        for use in used(layer, [(each, each.window.possible) for each in dated], attributes)
        if use.need.at_most > 1
    ]
    return (*over, *_without_place(layer, dated, attributes))


def _without_place(layer: Layer, members: Sequence[Trial], attributes: Attributes) -> tuple[Stretch, ...]:
    """The windows of those without buckets for whom no buckets are free from their first day to their last."""
    named: defaultdict[int, Buckets] = defaultdict(tuple)
    placed = any(each.buckets for each in members)
    spans = [Span(each.window.possible, (layer.id,)) for each in members if placed]
    for one, other in pairs(spans):
        for packed, owner in ((one, other), (other, one)):
            mine, theirs = members[packed], members[owner]
            if (
                theirs.buckets
                and not mine.buckets
                and not _may_share(layer, mine.audience, theirs.audience, attributes)
            ):
                named[packed] += theirs.buckets
    return tuple(
        members[packed].window.possible
        for packed, buckets in named.items()
        if size(difference(layer.offered, buckets)) < layer.needed(members[packed]) * layer.total
    )


def _may_share(layer: Layer, mine: Audience, theirs: Audience, attributes: Attributes) -> bool:
    """Whether the layer may give the same buckets to both audiences."""
    return layer.audience_aware and isinstance(meet(mine, theirs, attributes), Apart)
