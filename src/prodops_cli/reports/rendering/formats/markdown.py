"""Markdown as GitHub and GitLab show it: charts are Mermaid where that can draw them, and else letters."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from re import Match
from typing import assert_never

from prodops_cli import escape
from prodops_cli.reports.charts.chart import Bars, Chart, Gantt, Graph, Lines, Timeline
from prodops_cli.reports.charts.data import read
from prodops_cli.reports.words.gauge import gauge, sparkline

DATA = re.compile(r"^```chart\n(.*)\n```$", re.MULTILINE)
AXIS = ("    dateFormat YYYY-MM-DD", "    axisFormat %e %b")
BY_WEEK = ("    tickInterval 1week", "    weekday monday")
BY_MONTH = ("    tickInterval 1month",)
MOST_WEEKS = timedelta(weeks=20)
"""There is no room for the days of more beside each other."""
NO_CLOCK = "    todayMarker off"
"""Today is the report's, and not that of who reads it."""


def document(text: str) -> str:
    """The Markdown with its charts drawn."""
    return DATA.sub(drawn, text)


def drawn(found: Match[str]) -> str:
    """One chart; what only looks like one stays as it is."""
    chart = read(found[1])
    return found[0] if chart is None else "\n".join(lines(chart))


def lines(chart: Chart) -> Iterator[str]:
    """The lines of a chart."""
    match chart["kind"]:
        case "gantt":
            return fenced(gantt(chart))
        case "timeline":
            return fenced(timeline(chart))
        case "graph":
            return fenced(graph(chart))
        case "bars":
            return bars(chart)
        case "lines":
            return series(chart)
        case unknown:
            assert_never(unknown)


def fenced(mermaid: Iterator[str]) -> Iterator[str]:
    """A block that GitHub and GitLab draw."""
    yield "```mermaid"
    yield from mermaid
    yield "```"


def gantt(chart: Gantt) -> Iterator[str]:
    """Bars by lane, and a line at today."""
    yield from ("gantt", *AXIS, *BY_WEEK, NO_CLOCK)
    for lane in chart["lanes"]:
        yield f"    section {escape.mermaid(lane['name'])}"
        for bar in lane["bars"]:
            tag = f"{bar['tag']}, " if bar["tag"] else ""
            yield f"    {escape.mermaid(bar['name'])} :{tag}{bar['start']}, {bar['end']}"
    yield "    section Today"
    yield f"    {escape.mermaid(chart['day'])} :vert, {chart['today']}, 1d"


def timeline(chart: Timeline) -> Iterator[str]:
    """A milestone for each point."""
    days = [date.fromisoformat(point["on"]) for point in chart["points"]]
    is_long = bool(days) and max(days) - min(days) > MOST_WEEKS
    yield from ("gantt", *AXIS, *(BY_MONTH if is_long else BY_WEEK), NO_CLOCK)
    for point in chart["points"]:
        name = f"{point['name']}, {point['text']}" if point["text"] else point["name"]
        yield f"    {escape.mermaid(name)} :milestone, {point['on']}, 1d"


def graph(chart: Graph) -> Iterator[str]:
    """Boxes and arrows, from left to right."""
    numbers = {node["id"]: number for number, node in enumerate(chart["nodes"], 1)}
    yield "graph LR"
    for node in chart["nodes"]:
        yield f'    n{numbers[node["id"]]}["{escape.mermaid(node["name"])}"]'
    for edge in chart["edges"]:
        text = f'|"{escape.mermaid(edge["text"])}"|' if edge["text"] else ""
        yield f"    n{numbers[edge['source']]} -->{text} n{numbers[edge['target']]}"


def bars(chart: Bars) -> Iterator[str]:
    """A table with a bar in each row."""
    yield from (f"| {escape.markdown(chart['title'])} | | |", "|:--|:--|--:|")
    for row in chart["rows"]:
        length = gauge(row["value"] / chart["most"] if chart["most"] else 0.0)
        yield f"| {escape.markdown(row['name'])} | {length} | {escape.markdown(row['text'])} |"


def series(chart: Lines) -> Iterator[str]:
    """A table with a line in each row."""
    yield from (f"| {escape.markdown(chart['title'])} | | |", "|:--|:--|--:|")
    for each in chart["series"]:
        yield f"| {escape.markdown(each['name'])} | {sparkline(each['values'])} | {escape.markdown(each['text'])} |"
