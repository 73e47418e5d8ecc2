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


def sparkline(values: Sequence[float | None], low: float | None = None, high: float | None = None) -> str:
    """`▁▄█` of 0, 5 and 10; a dot for what nobody knows. Values that are all the same stand in the middle.

    It reaches from the lowest to the highest, unless it is said from where to where.
    """
    known = [value for value in values if value is not None]
    low = min(known, default=0.0) if low is None else low
    high = max(known, default=0.0) if high is None else high
    steps = len(LEVELS) - 1
    span = high - low
    return "".join(
        "·" if value is None else LEVELS[round((value - low) / span * steps) if span else steps // 2]
        for value in values
    )
