"""How many units there will be by when, and so how long it takes to get enough of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, inf
from typing import Final, Protocol

WEEK: Final = 7
ROUNDING: Final = 1e-6
"""Of floats: what is so near to a whole number is one."""


class Supply(Protocol):
    """Where units come from."""

    def within(self, days: float) -> int:
        """The units that there are after so many days."""

    def days_for(self, units: int) -> float:
        """After how many days there are so many units; infinite where there never are."""


@dataclass(frozen=True, slots=True)
class Step:
    """From a day on, counted from the start, this part of the units takes part: from 0 to 1."""

    after: float
    share: float


@dataclass(frozen=True, slots=True)
class Visitors:
    """New units each day, and how many there are in all; one of the two may be infinite.

    `steps` begin with day 0 and go on in order; with one step the traffic stays as it is.
    """

    per_day: float
    total: float = inf
    steps: tuple[Step, ...] = (Step(0, 1),)

    def within(self, days: float) -> int:
        """Of those who came on the days of each step, its part; of all there are never more than the largest."""
        came, most = 0.0, 0.0
        for step, end in self.stretches:
            if step.after < days:
                came += product(self.per_day, step.share * (min(end, days) - step.after))
                most = max(most, product(self.total, step.share))
        return floor(min(came, most) + ROUNDING)

    def days_for(self, units: int) -> float:
        """In which step there are enough, and how far into it."""
        came, most = 0.0, 0.0
        for step, end in self.stretches:
            daily = product(self.per_day, step.share)
            most = max(most, product(self.total, step.share))
            if most >= units and came + product(daily, end - step.after) >= units:
                return step.after + (max(units - came, 0) / daily if daily else 0)
            came += product(daily, end - step.after)
        return inf

    @property
    def stretches(self) -> Iterator[tuple[Step, float]]:
        """The steps, each with the day on which the next one begins."""
        return zip(self.steps, (*(step.after for step in self.steps[1:]), inf), strict=True)


@dataclass(frozen=True, slots=True)
class Windows:
    """Switchback: each cluster is one unit for each window of so many days, and then is drawn again."""

    clusters: int
    length: float

    def within(self, days: float) -> int:
        """Windows that are not over count for nothing."""
        return self.clusters * floor(days / self.length + ROUNDING)

    def days_for(self, units: int) -> float:
        """All clusters switch together."""
        return ceil(units / self.clusters) * self.length if self.clusters else inf


def product(a: float, b: float) -> float:
    """Nothing of everything is nothing."""
    return a * b if a and b else 0.0


def whole_weeks(days: float) -> int:
    """Days, rounded up to weeks, of which there is one at least: people are not alike on Mondays and Sundays."""
    return max(ceil(days / WEEK - ROUNDING), 1) * WEEK
