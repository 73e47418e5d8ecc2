"""Ranges of a layer's buckets: whole numbers from a start up to, and without, a stop."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True, order=True)
class BucketRange:
    start: int
    stop: int


Buckets = tuple[BucketRange, ...]


def joined(ranges: Iterable[BucketRange]) -> Buckets:
    """The same buckets in order, without empty ranges, and without two that touch."""
    result: list[BucketRange] = []
    for each in sorted(each for each in ranges if each.start < each.stop):
        if result and each.start <= result[-1].stop:
            result[-1] = BucketRange(result[-1].start, max(result[-1].stop, each.stop))
        else:
            result.append(each)
    return tuple(result)


def intersection(a: Buckets, b: Buckets) -> Buckets:
    """The buckets of both, joined."""
    common = (BucketRange(max(x.start, y.start), min(x.stop, y.stop)) for x, y in product(joined(a), joined(b)))
    return joined(common)


def size(ranges: Buckets) -> int:
    """How many buckets there are; one that is named twice counts once."""
    return sum(each.stop - each.start for each in joined(ranges))


def difference(a: Buckets, b: Buckets) -> Buckets:
    """The buckets of the first that are none of the second, joined."""
    left = list(joined(a))
    for taken in joined(b):
        pieces = (
            (BucketRange(x.start, min(x.stop, taken.start)), BucketRange(max(x.start, taken.stop), x.stop))
            for x in left
        )
        left = [piece for both in pieces for piece in both if piece.start < piece.stop]
    return tuple(left)


def first(count: int, ranges: Buckets) -> Buckets:
    """So many of the buckets, those with the lowest numbers; all where there are fewer."""
    result: list[BucketRange] = []
    for each in joined(ranges):
        if count <= 0:
            break
        result.append(BucketRange(each.start, min(each.stop, each.start + count)))
        count -= result[-1].stop - result[-1].start
    return tuple(result)
