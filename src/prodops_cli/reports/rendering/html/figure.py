"""Figures: a chart as an SVG of our own, with the same data as a table."""

from typing import assert_never

from markupsafe import Markup

from prodops_cli.reports.charts.chart import Chart
from prodops_cli.reports.rendering.html.drawings.bars import bars
from prodops_cli.reports.rendering.html.drawings.drawing import WIDTH, Drawing
from prodops_cli.reports.rendering.html.drawings.gantt import gantt
from prodops_cli.reports.rendering.html.drawings.graph import graph
from prodops_cli.reports.rendering.html.drawings.lines import lines
from prodops_cli.reports.rendering.html.drawings.timeline import timeline
from prodops_cli.reports.rendering.html.element import element


def figure(chart: Chart, number: int) -> Markup:
    """The figure; `number` tells its parts from those of others on the page."""
    found = drawing(chart)
    title, described = f"chart-{number}-title", f"chart-{number}-text"
    svg = element(
        "svg",
        element("title", chart["title"], id=title),
        element("desc", "The table below says the same.", id=described),
        *found.inside,
        viewBox=f"0 0 {WIDTH:.0f} {found.height:.0f}",
        role="img",
        aria_labelledby=f"{title} {described}",
    )
    return element("figure", svg, element("figcaption", chart["title"]), table(found))


def drawing(chart: Chart) -> Drawing:
    """What a chart looks like."""
    match chart["kind"]:
        case "gantt":
            return gantt(chart)
        case "timeline":
            return timeline(chart)
        case "bars":
            return bars(chart)
        case "lines":
            return lines(chart)
        case "graph":
            return graph(chart)
        case unknown:
            assert_never(unknown)


def table(found: Drawing) -> Markup:
    """The data of a drawing, folded."""
    heads = element("tr", *(element("th", column, scope="col") for column in found.columns))
    rows = (element("tr", *(element("td", cell) for cell in row)) for row in found.rows)
    whole = element("table", element("thead", heads), element("tbody", *rows))
    return element("details", element("summary", "The chart as a table"), element("div", whole, class_="wide"))
