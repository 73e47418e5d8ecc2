"""The data of charts, as it stands in Markdown until somebody draws it: JSON on one line."""

import json
from typing import Any, Final, get_args, get_type_hints

from prodops_cli.reports.charts.chart import Chart
from prodops_cli.reports.charts.shape import wrong

KINDS: Final[dict[str, Any]] = {get_args(get_type_hints(chart)["kind"])[0]: chart for chart in get_args(Chart)}


def written(chart: object) -> str:
    """A chart as data. Raises TypeError, with words for whoever writes the template, for what is none."""
    if mistake := mistake_in(chart):
        raise TypeError(mistake)
    return json.dumps(chart).replace("`", r"\u0060")


def read(data: str) -> Chart | None:
    """The chart that was written; None for what is none."""
    try:
        chart: Chart = json.loads(data)
    except ValueError:
        return None
    return None if mistake_in(chart) else chart


def mistake_in(chart: object) -> str:
    """Why something is no chart; empty where it is one."""
    kind = chart.get("kind") if isinstance(chart, dict) else None
    if not isinstance(kind, str) or kind not in KINDS:
        return f"a chart has a kind: {', '.join(KINDS)}"
    return next(wrong(chart, KINDS[kind], "the chart"), "") or stray(chart)


def stray(chart: object) -> str:
    """Which end of an edge is no node of its graph."""
    graph = chart if isinstance(chart, dict) else {}
    known = {node["id"] for node in graph.get("nodes", ())}
    ends = (edge[end] for edge in graph.get("edges", ()) for end in ("source", "target"))
    return next((f"no node of the graph has the id {end}" for end in ends if end not in known), "")
