"""Measures: what product operations looks at to know how it is doing, and from where on that is good enough."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.reports.scores.reading import Reading


@dataclass(frozen=True, slots=True)
class Mark:
    """From where on a measure is good enough: `value` in the measure's own unit, and how one says it."""

    good: Literal["at least", "at most"]
    value: float
    said: str

    def is_reached(self, value: float) -> bool:
        """Whether a value is good enough."""
        return value >= self.value if self.good == "at least" else value <= self.value


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: what counts, what is good, and what one says of parts that are there, came or went.

    What costs money or time has no mark: less is better, but nobody knows from where on it is good.
    """

    name: str
    counts: str
    read: Callable[[Catalog, date], Reading]
    mark: Mark | None = None
    made_of: str = "Lacking"
    came: str = "Newly lacking"
    went: str = "No longer lacking"

    @property
    def better(self) -> str:
        """Which way is good, and from where on."""
        if self.mark is None:
            return "Less is better."
        way = "More" if self.mark.good == "at least" else "Less"
        return f"{way} is better; {self.mark.said} is good."


def at_least(part: float) -> Mark:
    """A share that should be this high."""
    return Mark("at least", part, f"{part:.0%} or more")


def at_most(number: int, unit: str) -> Mark:
    """A number that should be this low."""
    return Mark("at most", number, f"{number} {unit} or less" if number else "none")
