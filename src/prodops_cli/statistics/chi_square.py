"""The chi-square distribution, exact in its far tail too."""

from math import exp, inf, lgamma, log
from typing import Final

PRECISION: Final = 1e-16
TINY: Final = 1e-300
ROUNDS: Final = 100_000
"""More than either sum ever takes below a million degrees of freedom."""


def survival(statistic: float, freedom: int) -> float:
    """How often chance alone gives a statistic as large, for one degree of freedom or more.

    The regularized upper incomplete gamma function Q(freedom / 2, statistic / 2).
    """
    if statistic <= 0:
        return 1.0
    if statistic == inf:
        return 0.0
    a, x = freedom / 2, statistic / 2
    scale = exp(a * log(x) - x - lgamma(a))
    return 1 - scale * lower_series(a, x) if x < a + 1 else scale * upper_fraction(a, x)


def lower_series(a: float, x: float) -> float:
    """The lower incomplete gamma function by its scale: a sum (Abramowitz and Stegun 6.5.29) for x below a + 1."""
    total = term = 1 / a
    for step in range(1, ROUNDS):
        term *= x / (a + step)
        total += term
        if term < total * PRECISION:
            break
    return total


def upper_fraction(a: float, x: float) -> float:
    """The upper incomplete gamma function by its scale: a continued fraction (6.5.31) after Lentz, for larger x."""
    b = x + 1 - a
    c, d = 1 / TINY, 1 / b
    result = d
    for step in range(1, ROUNDS):
        a_step = step * (a - step)
        b += 2
        d = 1 / ((a_step * d + b) or TINY)
        c = b + a_step / c or TINY
        result *= c * d
        if abs(c * d - 1) < PRECISION * 2:
            break
    return result
