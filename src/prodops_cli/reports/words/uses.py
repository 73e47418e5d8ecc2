"""Uses: who rests on a metric, in words."""

from collections.abc import Sequence
from typing import Final

from prodops_cli.changes.usage import State, Use
from prodops_cli.phrases import count, listing

NOUNS: Final[dict[State, tuple[str, str]]] = {
    "running": ("running test", "running tests"),
    "ended": ("test that has just ended", "tests that have just ended"),
    "in its period": ("goal", "goals"),
}


def resting(uses: Sequence[Use]) -> str:
    """`2 running tests and 1 goal rest on it`."""
    return f"{users(uses)} {'rests' if len(uses) == 1 else 'rest'} on it"


def users(uses: Sequence[Use]) -> str:
    """`2 running tests and 1 goal`."""
    numbers = {state: sum(use.state == state for use in uses) for state in NOUNS}
    return listing([count(number, *NOUNS[state]) for state, number in numbers.items() if number])
