"""How a verdict's numbers read: `2 errors and 1 warning`, `41 metrics`."""

from typing import Final

PLURALS: Final = {"feedback": "pieces of feedback", "launch": "launches"}
SINGULARS: Final = {"feedback": "piece of feedback"}


def count(number: int, noun: str) -> str:
    """A number and its noun."""
    word = SINGULARS.get(noun, noun) if number == 1 else PLURALS.get(noun, f"{noun}s")
    return f"{number:,} {word}"
