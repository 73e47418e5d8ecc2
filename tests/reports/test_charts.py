"""Charts as Markdown has them: Mermaid, and letters where that can't draw."""

import json

import pytest

from prodops_cli.reports.charts.chart import Chart
from prodops_cli.reports.charts.data import read
from prodops_cli.reports.rendering.formats.markdown import document
from prodops_cli.reports.rendering.html.drawings.graph import forward, ranks
from prodops_cli.reports.words.gauge import sparkline

TIMELINE: Chart = {
    "kind": "timeline",
    "title": "Renewals",
    "points": [{"name": "Amplitude: all", "on": "2026-10-30", "text": "84,000 EUR"}],
}
BARS: Chart = {
    "kind": "bars",
    "title": "Spend a year",
    "most": 84000.0,
    "rows": [
        {"name": "Amplitude", "value": 84000.0, "text": "84,000 EUR"},
        {"name": "a|b", "value": 6000.0, "text": "6,000 EUR"},
    ],
}
LINES: Chart = {
    "kind": "lines",
    "title": "Findings",
    "series": [{"name": "Errors", "values": [12.0, None, 7, 0], "text": "12 → 0"}],
}
GRAPH: Chart = {
    "kind": "graph",
    "title": "Goals",
    "nodes": [{"id": "end", "name": "The end"}, {"id": "x]", "name": 'say "x"]'}],
    "edges": [{"source": "end", "target": "x]", "text": "serves"}, {"source": "x]", "target": "end", "text": ""}],
}
CHARTS = (TIMELINE, BARS, LINES, GRAPH)


@pytest.mark.parametrize(
    ("chart", "text"),
    [
        (
            TIMELINE,
            "```mermaid\ngantt\n    dateFormat YYYY-MM-DD\n    axisFormat %e %b\n    tickInterval 1week\n"
            "    weekday monday\n    todayMarker off\n    Amplitude all, 84,000 EUR :milestone, 2026-10-30, 1d\n```",
        ),
        (
            BARS,
            "| Spend a year | | |\n|:--|:--|--:|\n| Amplitude | ██████████ | 84,000 EUR |\n"
            "| a\\|b | █░░░░░░░░░ | 6,000 EUR |",
        ),
        (LINES, "| Findings | | |\n|:--|:--|--:|\n| Errors | █·▅▁ | 12 → 0 |"),
        (
            GRAPH,
            '```mermaid\ngraph LR\n    n1["The end"]\n    n2["say ”x”"]\n    n1 -->|"serves"| n2\n    n2 --> n1\n```',
        ),
    ],
    ids=lambda each: each["kind"] if isinstance(each, dict) else "",
)
def test_is_drawn(chart: Chart, text: str) -> None:
    assert document(f"# A\n\n```chart\n{json.dumps(chart)}\n```\n\nb\n") == f"# A\n\n{text}\n\nb\n"


@pytest.mark.parametrize(
    ("values", "line"), [([], ""), ([None], "·"), ([3, 3], "▄▄"), ([0, 5, 10], "▁▅█"), ([-1.0, 0.0], "▁█")]
)
def test_a_line_of_letters(values: list[float | None], line: str) -> None:
    assert sparkline(values) == line


def test_a_circle_is_drawn_over_as_many_columns_as_it_has_goals() -> None:
    nodes = [{"id": id, "name": id} for id in "abc"]
    edges = [{"source": one, "target": other, "text": ""} for one, other in ("ab", "bc", "ca", "aa")]
    chart = read(json.dumps({"kind": "graph", "title": "A", "nodes": nodes, "edges": edges}))
    assert chart is not None
    assert chart["kind"] == "graph"
    assert ranks(chart) == {"a": 0, "b": 1, "c": 2}
    assert forward(chart) == [("a", "b"), ("b", "c")]
