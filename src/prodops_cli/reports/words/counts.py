"""Counts: how many there are of a kind, as people say it."""

from typing import Final

from prodops_cli.phrases import count

PLURALS: Final = {"feedback": "pieces of feedback", "launch": "launches"}


def counted(number: int, kind: str) -> str:
    """`1 launch`, `12 pieces of feedback`."""
    return count(number, "piece of feedback" if kind == "feedback" else kind, PLURALS.get(kind, ""))
