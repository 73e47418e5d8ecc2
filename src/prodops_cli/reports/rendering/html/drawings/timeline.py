"""Points on an axis of days, each on a line of its own."""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from prodops_cli.reports.charts.chart import Point, Timeline
from prodops_cli.reports.rendering.html.drawings.axis import Axis
from prodops_cli.reports.rendering.html.drawings.drawing import ROW, Drawing, label
from prodops_cli.reports.rendering.html.element import element

MARGIN = timedelta(days=3)


def timeline(chart: Timeline) -> Drawing:
    """The drawing."""
    days = [date.fromisoformat(point["on"]) for point in chart["points"]] or [date(2000, 1, 1)]
    axis = Axis(min(days) - MARGIN, max(days) + MARGIN)
    height = 24 + ROW * len(chart["points"])
    rows = tuple(row(point) for point in chart["points"])
    return Drawing((*axis.drawn(height), *points(chart, axis)), height, ("What", "On", "Note"), rows)


def points(chart: Timeline, axis: Axis) -> Iterator[Markup]:
    """A name and a dot for each."""
    for number, point in enumerate(chart["points"]):
        y = 24 + ROW * number
        yield label(point["name"], 0, y + 17, class_="name")
        said = element("title", f"{point['name']}, {point['text']}" if point["text"] else point["name"])
        yield element("circle", said, cx=axis.x(date.fromisoformat(point["on"])), cy=y + 12, r=6.0, class_="planned")


def row(point: Point) -> tuple[str, ...]:
    """The same of one point in words."""
    on = date.fromisoformat(point["on"])
    return point["name"], f"{on.day} {on:%b %Y}", point["text"]
