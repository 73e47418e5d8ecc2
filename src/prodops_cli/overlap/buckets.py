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
