"""How sure the analysis of an experiment is to be."""

from dataclasses import dataclass

from prodops_cli.models.design import Analysis
from prodops_cli.sizing.lack import Lack
from prodops_cli.statistics.correction import Correction, mildest, strictest
from prodops_cli.statistics.size import Risk

ALPHA, POWER, SIDES = 0.05, 0.8, 2
"""What holds where nothing is said."""
RAREST = 1e-100
"""A chance that is as good as none."""


@dataclass(frozen=True, slots=True)
class Level:
    """Of all comparisons together: each primary metric of each treatment is one."""

    alpha: float
    power: float
    sides: int
    correction: Correction
    comparisons: int

    @property
    def risk(self) -> Risk:
        """Of one comparison, if it is the only one in which there is an effect: what one can plan for."""
        return Risk(strictest(self.correction, self.alpha, self.comparisons), self.power, self.sides)

    @property
    def mildest(self) -> Risk:
        """Of one comparison, if there is an effect in all the others as well."""
        return Risk(mildest(self.correction, self.alpha, self.comparisons), self.power, self.sides)


def level(analysis: Analysis | None, comparisons: int) -> Level | Lack:
    """As it is written, else as it is usual."""
    said = analysis or Analysis()
    alpha = ALPHA if said.alpha is None else said.alpha
    power = POWER if said.power is None else said.power
    if not RAREST < alpha < 1:
        return Lack(("analysis", "alpha"), "a chance over 0 and under 1", f"{ALPHA}")
    if not RAREST < power < 1:
        return Lack(("analysis", "power"), "a chance over 0 and under 1", f"{POWER}")
    return Level(alpha, power, said.sides or SIDES, said.correction or "none", max(comparisons, 1))
