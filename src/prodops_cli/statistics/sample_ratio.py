"""Whether units were divided as they should have been: the test for a sample ratio mismatch."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from prodops_cli.statistics.chi_square import survival

PLACES: Final = 12
"""Of shares; what differs less is as large."""


@dataclass(frozen=True, slots=True)
class SampleRatio:
    """`p_value`: how often chance alone divides units as unevenly.

    `share` is that of the part that is furthest off; of two that are as far, the one that lacks units.
    """

    p_value: float
    index: int
    share: float
    expected: float

    @property
    def deviation(self) -> float:
        """How far the share lies from what it should be, from 0 to 1."""
        return abs(self.share - self.expected)


def sample_ratio(counts: Sequence[int], weights: Sequence[float]) -> SampleRatio:
    """Pearson's chi-square test of goodness of fit. Weights are relative and over 0; one count or more is over 0."""
    units, weight = sum(counts), sum(weights)
    wanted = [each / weight for each in weights]
    statistic = sum((count - units * share) ** 2 / (units * share) for count, share in zip(counts, wanted, strict=True))
    p_value = survival(statistic, len(counts) - 1) if len(counts) > 1 else 1.0
    lacking = [share - count / units for count, share in zip(counts, wanted, strict=True)]
    index = max(range(len(counts)), key=lambda at: (round(abs(lacking[at]), PLACES), lacking[at]))
    return SampleRatio(p_value, index, counts[index] / units, wanted[index])
