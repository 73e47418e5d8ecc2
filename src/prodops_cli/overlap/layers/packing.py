"""What a layer has left, and when it may be unable to keep its members apart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import EVERYONE, Audience
from prodops_cli.overlap.audiences.clients import meet
from prodops_cli.overlap.buckets import Buckets, difference, first, size
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.layers.capacity import ALL, used
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import Stretch

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


def seats(layer: Layer, members: Sequence[Trial], attributes: Attributes) -> Mapping[str, Buckets]:
    """Buckets by member, with which none that run at one time meet: those that were given, or else the first free ones.

    Without the members for whom none are left from their first day to their last.
    """
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs([Span(each.window.possible, (layer.id,)) for each in members]):
        if not _may_share(layer, members[one].audience, members[other].audience, attributes):
            neighbours[one].append(other)
            neighbours[other].append(one)
    given = {position: each.buckets for position, each in enumerate(members) if each.buckets}
    waiting = (position for position, each in enumerate(members) if not each.buckets)
    for position in sorted(waiting, key=lambda each: (members[each].window.possible.start, members[each].id)):
        taken = (bucket for other in neighbours[position] for bucket in given.get(other, ()))
        free = difference(layer.offered, tuple(taken))
        wanted = floor(layer.needed(members[position]) * layer.total)
        if size(free) >= wanted:
            given[position] = first(wanted, free)
    return {members[position].id: buckets for position, buckets in given.items()}


def crowded(layer: Layer, members: Sequence[Trial], attributes: Attributes) -> tuple[Stretch, ...]:
    """When there may not be room for all; see `Slot`. At other times, `seats` shows that there is.

    Those of whom nobody knows when they start are given what is left, so they are in nobody's way.
    """
    dated = [each for each in members if each.window.sure]
    possible = [(each, each.window.possible) for each in dated]
    over = [use.when for use in used(layer, possible, attributes) if use.need.at_most > ALL]
    seated = seats(layer, dated, attributes)
    left = [stretch for each, stretch in possible if each.id not in seated]
    return (*over, *(stretch for stretch in left if not any(map(stretch.intersection, over))))


def _may_share(layer: Layer, mine: Audience, theirs: Audience, attributes: Attributes) -> bool:
    """Whether the layer may give the same buckets to both audiences."""
    return layer.audience_aware and isinstance(meet(mine, theirs, attributes), Apart)
