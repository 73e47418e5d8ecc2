"""The net promoter score of a survey: promoters less detractors, and how far chance alone may have moved it."""

from dataclasses import dataclass
from math import hypot, sqrt
from typing import Final

from prodops_cli.statistics.normal import critical

ADDED: Final = 0.75
"""What is added to promoters and to detractors; twice as much to passives."""
TAIL: Final = 0.025


@dataclass(frozen=True, slots=True)
class NetPromoter:
    """From -1 to 1, from so many answers; `middle` and `error` are what its range is made of."""

    score: float
    number: int
    middle: float
    error: float

    @property
    def low(self) -> float:
        """The lower end of its range: 95 of 100 such ranges hold the score of all who could have answered."""
        return max(self.middle - critical(TAIL) * self.error, -1.0)

    @property
    def high(self) -> float:
        """The upper end of its range."""
        return min(self.middle + critical(TAIL) * self.error, 1.0)

    def has_moved_since(self, before: "NetPromoter") -> bool:
        """Whether chance alone would hardly have moved it so far: less than once in twenty times."""
        return abs(self.middle - before.middle) > critical(TAIL) * hypot(self.error, before.error)


def net_promoter(promoters: int, passives: int, detractors: int) -> NetPromoter:
    """The score of at least one answer, and its adjusted Wald interval.

    Rocks (2016), Interval estimation for the net promoter score, The American Statistician 70(4): with three answers
    added, ranges are as wide as they say also where few have answered, or all the same.
    """
    number = promoters + passives + detractors
    more = number + 4 * ADDED
    for_us, against = (promoters + ADDED) / more, (detractors + ADDED) / more
    middle = for_us - against
    return NetPromoter((promoters - detractors) / number, number, middle, sqrt((for_us + against - middle**2) / more))
