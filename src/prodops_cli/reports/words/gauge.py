"""Gauges: how far something is, and how it went, drawn with letters."""

from collections.abc import Sequence

WIDTH = 10
LEVELS = "▁▂▃▄▅▆▇█"


def gauge(share: float) -> str:
    """`█████░░░░░` of 0.5; full and empty only where it is."""
    inside = min(max(share, 0.0), 1.0)
    full = round(inside * WIDTH)
    if 0 < inside < 1:
        full = min(max(full, 1), WIDTH - 1)
    return "█" * full + "░" * (WIDTH - full)


def sparkline(values: Sequence[float | None]) -> str:
    """`▁▄█` of 0, 5 and 10; a dot for what nobody knows. Values that are all the same stand in the middle."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    steps = len(LEVELS) - 1
    span = high - low
    return "".join(
        "·" if value is None else LEVELS[round((value - low) / span * steps) if span else steps // 2]
        for value in values
    )
