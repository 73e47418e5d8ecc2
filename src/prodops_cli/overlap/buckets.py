"""Ranges of a layer's buckets: whole numbers from a start up to, and without, a stop."""

from collections.abc import Iterable
from dataclasses import dataclass


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
    ones, others = list(reversed(joined(a))), list(reversed(joined(b)))
    common: list[BucketRange] = []
    while ones and others:
        one, other = ones[-1], others[-1]
        common.append(BucketRange(max(one.start, other.start), min(one.stop, other.stop)))
        (ones if one.stop < other.stop else others).pop()
    return joined(common)


def size(ranges: Buckets) -> int:
    """How many buckets there are; one that is named twice counts once."""
    return sum(each.stop - each.start for each in joined(ranges))


def difference(a: Buckets, b: Buckets) -> Buckets:
    """The buckets of the first that are none of the second, joined."""
    whole, taken = joined(a), joined(b)
    if not whole:
        return ()
    starts = (whole[0].start, *(each.stop for each in taken))
    stops = (*(each.start for each in taken), whole[-1].stop)
    return intersection(whole, tuple(map(BucketRange, starts, stops)))


def first(count: int, ranges: Buckets) -> Buckets:
    """So many of the buckets, those with the lowest numbers; all where there are fewer."""
    result: list[BucketRange] = []
    for each in joined(ranges):
        if count <= 0:
            break
        result.append(BucketRange(each.start, min(each.stop, each.start + count)))
        count -= result[-1].stop - result[-1].start
    return tuple(result)
