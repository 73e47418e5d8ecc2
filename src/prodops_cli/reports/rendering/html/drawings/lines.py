"""How values went: a line for each series, on a scale of its own."""

from collections.abc import Iterator

from markupsafe import Markup

from prodops_cli.reports.charts.chart import Lines, Series
from prodops_cli.reports.rendering.html.drawings.drawing import LABELS, WIDTH, Drawing, label
from prodops_cli.reports.rendering.html.element import element

HIGH = 44.0
FIGURES = 190.0


def lines(chart: Lines) -> Drawing:
    """The drawing."""
    rows = tuple((each["name"], ", ".join(map(figure, each["values"])), each["text"]) for each in chart["series"])
    inside = (each for number, series in enumerate(chart["series"]) for each in line(series, HIGH * number))
    return Drawing(tuple(inside), HIGH * len(rows) + 4, ("What", "Values, the oldest first", "In short"), rows)


def line(series: Series, y: float) -> Iterator[Markup]:
    """A name, a line that is broken where nobody knows, and what it says."""
    yield label(series["name"], 0, y + 26, class_="name")
    for run in runs(points(series["values"], y)):
        yield element("polyline", points=" ".join(f"{x:.1f},{at:.1f}" for x, at in run), class_="line")
        yield element("circle", cx=run[-1][0], cy=run[-1][1], r=3.0, class_="planned")
    yield label(series["text"], WIDTH - FIGURES + 10, y + 26, FIGURES, class_="name")


def points(values: list[float | None], y: float) -> list[tuple[float, float] | None]:
    """Where each value stands."""
    known = [value for value in values if value is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (WIDTH - LABELS - FIGURES) / max(len(values) - 1, 1)
    span = high - low
    return [
        None if value is None else (LABELS + step * at, y + 36 - 28 * ((value - low) / span if span else 0.5))
        for at, value in enumerate(values)
    ]


def runs(points: list[tuple[float, float] | None]) -> Iterator[list[tuple[float, float]]]:
    """The points that follow each other without a gap."""
    run: list[tuple[float, float]] = []
    for point in (*points, None):
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []


def figure(value: float | None) -> str:
    """A value in the table."""
    return "–" if value is None else f"{value:,.4g}"
