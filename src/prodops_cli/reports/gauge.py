"""Gauges: how far something is, drawn with letters."""

WIDTH = 10


def gauge(share: float) -> str:
    """`█████░░░░░` of 0.5; full and empty only where it is."""
    inside = min(max(share, 0.0), 1.0)
    full = round(inside * WIDTH)
    if 0 < inside < 1:
        full = min(max(full, 1), WIDTH - 1)
    return "█" * full + "░" * (WIDTH - full)
