"""Sample size, power and smallest detectable effect of a comparison of two means or shares with fixed sizes.

All three turn one formula round: Wald's z-test of a difference, with each arm's own variance (unpooled), two normal
distributions apart; for shares without continuity correction (Fleiss, Levin and Paik 2003, chapter 4). The pooled
variant and Cohen's arcsine (1988) differ by less than one in a thousand where experiments happen.
"""

from dataclasses import dataclass
from math import ceil, inf, sqrt
from typing import Final, Literal

from prodops_cli.statistics.normal import above, critical
from prodops_cli.statistics.outcome import Outcome

SLACK: Final = 0.1
"""So much of a unit asks for no further one: the approximation doesn't know it so exactly."""


@dataclass(frozen=True, slots=True)
class Arms:
    """The parts of all units that control and treatment get; each over 0, together at most 1."""

    control: float = 0.5
    treatment: float = 0.5


@dataclass(frozen=True, slots=True)
class Risk:
    """`alpha`: how often a test may see an effect that isn't there; `power`: how often it must see one that is.

    Both over 0 and under 1; on one side only the good effect counts, on two sides the bad one as well.
    """

    alpha: float = 0.05
    power: float = 0.8
    sides: int = 2

    @property
    def threshold(self) -> float:
        """How many standard errors a difference must have to count."""
        return critical(self.alpha / self.sides)

    @property
    def distance(self) -> float:
        """How many standard errors an effect must have to be seen so often; none where chance does as much."""
        return max(self.threshold - critical(self.power), 0.0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """One treatment beside control. Units are those of the whole experiment, other arms included; effects are in the
    metric's unit, with their sign, and not 0."""

    outcome: Outcome
    arms: Arms = Arms()
    risk: Risk = Risk()

    def units(self, effect: float) -> float:
        """The sample size for an effect, before it is whole."""
        return self.risk.distance**2 * self.variance(effect) / effect**2

    def power(self, effect: float, units: float) -> float:
        """How often so many units show the effect, on its own side: from 0 to 1."""
        variance = self.variance(effect)
        standard_errors = abs(effect) * sqrt(units / variance) if variance else inf
        return above(self.risk.threshold - standard_errors)

    def detectable(self, sign: Literal[1, -1], units: float) -> float | None:
        """The smallest effect up (1) or down (-1) that so many units show as often as asked; None where none can be.

        The sample size solved for the effect: a quadratic, since the spread of a share bends with its mean.
        """
        if units <= 0:
            return None
        scale = self.risk.distance**2 / units
        slope, bend = (sign * (1 - 2 * self.outcome.mean), 1.0) if self.outcome.is_share else (0.0, 0.0)
        a = 1 + bend * scale / self.arms.treatment
        b = slope * scale / self.arms.treatment
        c = scale * self.variance(0)
        effect = sign * (b + sqrt(b * b + 4 * a * c)) / (2 * a)
        return effect if self.outcome.is_possible(effect) else None

    def variance(self, effect: float) -> float:
        """Of the difference between the arms, times the units."""
        return self.outcome.variance() / self.arms.control + self.outcome.variance(effect) / self.arms.treatment


def whole(units: float) -> int:
    """The units of one arm, rounded up."""
    return ceil(units - SLACK)
