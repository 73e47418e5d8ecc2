"""What is measured of each unit: how large it is on average, and how much units differ."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """The mean of a metric without the change, and its standard deviation between units, both in its unit.

    The spread of a share follows from its mean, so that an effect changes it; that of any other mean is taken to stay.
    """

    mean: float
    sd: float
    is_share: bool = False

    def variance(self, effect: float = 0) -> float:
        """Of one unit, where an effect moves the mean."""
        mean = self.mean + effect
        return mean * (1 - mean) if self.is_share else self.sd**2

    def is_possible(self, effect: float) -> bool:
        """Whether the mean can be moved so far: no share lies below 0 or above 1."""
        return not self.is_share or 0 <= self.mean + effect <= 1


def proportion(share: float) -> Outcome:
    """Yes or no of each unit, and how many say yes: over 0 and under 1. The spread is Bernoulli's."""
    return Outcome(share, (share * (1 - share)) ** 0.5, is_share=True)


def average(mean: float, sd: float) -> Outcome:
    """A number of each unit, of any size; sd is over 0.

    A ratio of two sums is one as well, with the standard deviation of its linearised values, (numerator − ratio ×
    denominator) / mean denominator: the delta method.
    """
    return Outcome(mean, sd)
