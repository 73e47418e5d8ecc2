"""Counts: how many there are of a kind, as people say it."""

from typing import Final

from prodops_cli.phrases import count

READ_FIRST: Final = ("metric", "experiment", "goal", "launch", "tool", "feedback", "layer", "practice", "owner")
"""The kinds in the order in which one wants to hear of them."""
PLURALS: Final = {"feedback": "pieces of feedback", "launch": "launches"}


def counted(number: int, kind: str) -> str:
    """`1 launch`, `12 pieces of feedback`."""
    return count(number, "piece of feedback" if kind == "feedback" else kind, PLURALS.get(kind, ""))
