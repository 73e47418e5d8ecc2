"""Figures: values of metrics as people read them."""

from prodops_cli.models.metric import Metric

THOUSAND = 1000


def figure(value: float | None, metric: Metric | None) -> str:
    """`36.1%`, `2,480 ms`, `1.31 EUR`; a dash for none."""
    if value is None:
        return "–"
    unit = (metric.currency or metric.unit or "") if metric else ""
    if unit == "share":
        return f"{value * 100:.4g}%"
    return f"{number(value)}{'%' if unit in ('percent', '%') else f' {unit}' if unit else ''}"


def number(value: float) -> str:
    """`1,560,000`, `2.4`: four digits that count, and thousands apart."""
    return f"{value:,.0f}" if abs(value) >= THOUSAND else f"{value:.4g}"
