"""Amounts beside each other."""

from collections.abc import Iterator

from markupsafe import Markup

from prodops_cli.reports.charts.chart import Bars
from prodops_cli.reports.rendering.html.drawings.drawing import LABELS, ROW, WIDTH, Drawing, label
from prodops_cli.reports.rendering.html.element import element

FIGURES = 190.0
"""How much of the width is for what the bars say."""


def bars(chart: Bars) -> Drawing:
    """The drawing."""
    rows = tuple((row["name"], row["text"]) for row in chart["rows"])
    return Drawing(tuple(drawn(chart)), ROW * len(rows) + 4, ("What", "How much"), rows)


def drawn(chart: Bars) -> Iterator[Markup]:
    """A name, a bar and a figure for each."""
    room = WIDTH - LABELS - FIGURES
    for number, row in enumerate(chart["rows"]):
        y = ROW * number
        share = min(max(row["value"] / chart["most"], 0.0), 1.0) if chart["most"] > 0 else 0.0
        yield label(row["name"], 0, y + 17, class_="name")
        yield element("rect", x=LABELS, y=y + 3, width=room, height=ROW - 7, rx=3.0, class_="empty")
        yield element("rect", x=LABELS, y=y + 3, width=room * share, height=ROW - 7, rx=3.0, class_="planned")
        yield label(row["text"], LABELS + room + 10, y + 17, FIGURES, class_="name")
