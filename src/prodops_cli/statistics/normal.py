"""The standard normal distribution, exact in its far tails too."""

from math import erfc, sqrt
from statistics import NormalDist
from typing import Final

STANDARD: Final = NormalDist()


def critical(tail: float) -> float:
    """The z above which this part of a standard normal distribution lies, over 0 and under 1.

    Wichura's algorithm AS 241, on the side of zero where a float still tells small tails apart.
    """
    return -STANDARD.inv_cdf(tail)


def above(z: float) -> float:
    """How much of a standard normal distribution lies above z."""
    return erfc(z / sqrt(2)) / 2


def p_value(z: float) -> float:
    """How often chance alone leads as far from zero as z, on either side."""
    return erfc(abs(z) / sqrt(2))
