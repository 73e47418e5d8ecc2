"""How many examples a property is tried with: by the profile, of which the one for soak rounds tries more."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

T = TypeVar("T")
USUAL = 100


def examples(usually: int) -> settings:
    """So many in a usual run."""
    return settings(max_examples=settings().max_examples * usually // USUAL)


def in_turn(among: Sequence[T], number: int, usually: int, rounds: int) -> list[T]:
    """So many in a usual run, for each number others; all in many rounds."""
    start = number * usually
    return [among[(start + step) % len(among)] for step in range(min(usually * rounds, len(among)))]
