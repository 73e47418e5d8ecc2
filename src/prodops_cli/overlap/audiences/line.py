"""The ordered lines on which numbers, versions and dates lie: whole days have neighbours, the others have none."""

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import floor

from prodops_cli.overlap.audiences.condition import Bound, Range
from prodops_cli.overlap.audiences.value import Point
from prodops_cli.overlap.audiences.version import Version

SOME_DAY = date(2000, 1, 1)
DAY = timedelta(days=1)


def within(point: Point, extent: Range) -> bool:
    """False too where point and bounds are of different kinds."""
    return _passes(point, extent.lower) and _stays(point, extent.upper)


def numbers(cuts: Iterable[Fraction]) -> tuple[Fraction, ...]:
    """The cuts, then one number for every stretch between and beyond them, with as few decimals as will do."""
    named = sorted(set(cuts))
    if not named:
        return (Fraction(0),)
    between = (_roundest(low, high) for low, high in pairwise(named))
    return (*named, *between, named[-1] + 1, named[0] - 1)


def versions(cuts: Iterable[Version]) -> tuple[Version, ...]:
    """The cuts, then one version for every stretch between and beyond them; nothing is below 0."""
    named = sorted(set(cuts))
    lowest = Version((0,))
    if not named:
        return (Version((1,)),)
    between = (_deeper(low, high) for low, high in pairwise(named))
    below = () if named[0] == lowest else (lowest,)
    return (*named, *between, Version((sum(named[-1].numbers[:1]) + 1,)), *below)


def dates(cuts: Iterable[date]) -> tuple[date, ...]:
    """The cuts, then their neighbours: between and beyond them, every stretch of days has one of these."""
    named = sorted(set(cuts))
    after = [day + DAY for day in named if day < date.max]
    before = [day - DAY for day in named if day > date.min]
    return tuple(dict.fromkeys((*named, *after, *before))) or (SOME_DAY,)


def _passes(point: Point, lower: Bound | None) -> bool:
    return lower is None or _less(lower.at, point) or (lower.closed and lower.at == point)


def _stays(point: Point, upper: Bound | None) -> bool:
    return upper is None or _less(point, upper.at) or (upper.closed and upper.at == point)


def _less(low: Point, high: Point) -> bool:
    match low, high:
        case Fraction(), Fraction():
            return low < high
        case date(), date():
            return low < high
        case Version(), Version():
            return low < high
        case _:
            return False


def _roundest(low: Fraction, high: Fraction) -> Fraction:
    scale = 1
    while (candidate := Fraction(floor(low * scale) + 1, scale)) >= high:
        scale *= 10
    return candidate


def _deeper(low: Version, high: Version) -> Version:
    depth = max(len(low.numbers), len(high.numbers))
    return Version((*low.numbers, *(0,) * (depth - len(low.numbers)), 1))
