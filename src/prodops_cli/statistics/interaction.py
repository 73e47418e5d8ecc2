"""Two experiments on the same units: whether they were drawn apart, and whether their effects disturb each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import copysign, inf, sqrt

from prodops_cli.statistics.chi_square import survival
from prodops_cli.statistics.normal import p_value


@dataclass(frozen=True, slots=True)
class Independence:
    """`p_value`: how often chance alone mixes two draws as badly; `share` is that of the cell that is furthest off."""

    p_value: float
    cell: tuple[int, int]
    share: float
    expected: float

    @property
    def deviation(self) -> float:
        """How far the share lies from what it should be, from 0 to 1."""
        return abs(self.share - self.expected)


@dataclass(frozen=True, slots=True)
class Group:
    """The units of one cell, one or more; their mean of a metric, and its variance between them."""

    units: int
    mean: float
    variance: float


@dataclass(frozen=True, slots=True)
class Interaction:
    """How much one experiment's effect differs by the other's variant, in the metric's unit."""

    effect: float
    error: float

    @property
    def z(self) -> float:
        """The effect in standard errors."""
        if self.error:
            return self.effect / self.error
        return copysign(inf, self.effect) if self.effect else 0.0

    @property
    def p_value(self) -> float:
        """How often chance alone makes the effects differ as much: two-sided, in the normal approximation."""
        return p_value(self.z)


def independence(table: Sequence[Sequence[int]]) -> Independence | None:
    """Pearson's chi-square test of independence, without continuity correction; None for less than two by two.

    Rows and columns without any units say nothing, and are left out.
    """
    down = [at for at, row in enumerate(table) if sum(row)]
    across = [at for at, column in enumerate(zip(*table, strict=True)) if sum(column)]
    if len(down) < 2 or len(across) < 2:
        return None
    units = sum(map(sum, table))
    rows = {at: sum(table[at]) / units for at in down}
    columns = {at: sum(row[at] for row in table) / units for at in across}
    wanted = {(row, column): rows[row] * columns[column] for row in down for column in across}
    shares = {(row, column): table[row][column] / units for row, column in wanted}
    statistic = units * sum((shares[cell] - share) ** 2 / share for cell, share in wanted.items())
    furthest = max(wanted, key=lambda cell: abs(shares[cell] - wanted[cell]))
    freedom = (len(down) - 1) * (len(across) - 1)
    return Independence(survival(statistic, freedom), furthest, shares[furthest], wanted[furthest])


def interaction(both: Group, only_this: Group, only_other: Group, neither: Group) -> Interaction:
    """(tt − tc) − (ct − cc), with the standard error of four independent means (Welch's, for large groups)."""
    effect = (both.mean - only_this.mean) - (only_other.mean - neither.mean)
    groups = (both, only_this, only_other, neither)
    return Interaction(effect, sqrt(sum(group.variance / group.units for group in groups)))


def converted(units: int, conversions: int) -> Group:
    """A group of which so many converted."""
    share = conversions / units
    return Group(units, share, share * (1 - share))
