"""Bars by lane, on an axis of days, and a line at today."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from markupsafe import Markup

from prodops_cli.phrases import day
from prodops_cli.reports.charts.chart import Bar, Gantt
from prodops_cli.reports.rendering.html.drawings.axis import Axis
from prodops_cli.reports.rendering.html.drawings.drawing import ROW, WIDTH, Drawing, label
from prodops_cli.reports.rendering.html.element import element

STATES: Final = {"": "planned", "active": "running", "done": "over", "crit": "gets in another's way"}
DAY: Final = timedelta(days=1)


def gantt(chart: Gantt) -> Drawing:
    """The drawing."""
    today = date.fromisoformat(chart["today"])
    bars = [bar for lane in chart["lanes"] for bar in lane["bars"]]
    days = [date.fromisoformat(day) for bar in bars for day in (bar["start"], bar["end"])]
    axis = Axis(min([today, *days]), max([today + DAY, *days]))
    height = 24 + ROW * sum(1 + len(lane["bars"]) for lane in chart["lanes"])
    return Drawing(
        (*axis.drawn(height), *lanes(chart, axis), *now(chart, axis, height)),
        height,
        ("Team", "What", "From", "To", "State"),
        tuple(row(lane["name"], bar, today) for lane in chart["lanes"] for bar in lane["bars"]),
    )


def lanes(chart: Gantt, axis: Axis) -> Iterator[Markup]:
    """A heading for each lane, and its bars below it."""
    y = 24.0
    for lane in chart["lanes"]:
        yield label(lane["name"], 0, y + 18, class_="strong")
        y += ROW
        for bar in lane["bars"]:
            yield label(bar["name"], 12, y + 17, class_="name")
            yield drawn(bar, axis, y)
            y += ROW


def drawn(bar: Bar, axis: Axis, y: float) -> Markup:
    """One bar."""
    first, end = date.fromisoformat(bar["start"]), date.fromisoformat(bar["end"])
    x = axis.x(first)
    wide = max(axis.x(end) - x, 2.0)
    said = element("title", f"{bar['name']}: {STATES[bar['tag']]}")
    return element("rect", said, x=x, y=y + 3, width=wide, height=ROW - 7, rx=3.0, class_=bar["tag"] or "planned")


def now(chart: Gantt, axis: Axis, height: float) -> Iterator[Markup]:
    """The line at today."""
    x = axis.x(date.fromisoformat(chart["today"]))
    near = WIDTH - x < 90
    yield element("line", x1=x, x2=x, y1=18.0, y2=height, class_="today")
    yield element(
        "text", chart["day"], x=x - 4 if near else x + 4, y=34.0, class_="small", text_anchor="end" if near else "start"
    )


def row(lane: str, bar: Bar, today: date) -> tuple[str, ...]:
    """The same of one bar in words."""
    last = date.fromisoformat(bar["end"]) - DAY
    first = date.fromisoformat(bar["start"])
    return lane, bar["name"], day(first, today), day(last, today), STATES[bar["tag"]]
