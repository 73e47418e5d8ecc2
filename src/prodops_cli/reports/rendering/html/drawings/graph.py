"""Boxes in columns, by how far they are from where it begins, and arrows between them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from prodops_cli.reports.charts.chart import Graph
from prodops_cli.reports.rendering.html.drawings.drawing import WIDTH, Drawing, label
from prodops_cli.reports.rendering.html.element import element

HIGH: Final = 34.0
GAP: Final = 12.0
BETWEEN: Final = 60.0
Place = tuple[float, float]


def graph(chart: Graph) -> Drawing:
    """The drawing."""
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for id, rank in ranks(chart).items():
        columns[rank].append(id)
    wide = (WIDTH + BETWEEN) / max(len(columns), 1) - BETWEEN
    places = {
        id: ((wide + BETWEEN) * column, (HIGH + GAP) * row)
        for column, ids in enumerate(columns[rank] for rank in sorted(columns))
        for row, id in enumerate(ids)
    }
    names = {node["id"]: node["name"] for node in chart["nodes"]}
    rows = tuple((names[edge["source"]], edge["text"], names[edge["target"]]) for edge in chart["edges"])
    height = (HIGH + GAP) * max(map(len, columns.values()), default=0)
    return Drawing((*arrows(chart, places, wide), *boxes(names, places, wide)), height, ("From", "", "To"), rows)


def ranks(chart: Graph) -> dict[str, int]:
    """How many arrows lead to each node, one after the other; those that close a circle are not counted."""
    found: dict[str, int] = {node["id"]: 0 for node in chart["nodes"]}
    onward = forward(chart)
    for _ in found:
        later = {target: found[source] + 1 for source, target in onward if found[target] <= found[source]}
        if not later:
            break
        found |= later
    return found


def forward(chart: Graph) -> list[tuple[str, str]]:
    """The arrows without those that lead back to where one can come from by others before them."""
    before: dict[str, set[str]] = {node["id"]: {node["id"]} for node in chart["nodes"]}
    found = []
    for edge in chart["edges"]:
        source, target = edge["source"], edge["target"]
        if target in before[source]:
            continue
        found.append((source, target))
        for ways in before.values():
            if target in ways:
                ways.update(before[source])
    return found


def arrows(chart: Graph, places: dict[str, Place], wide: float) -> Iterator[Markup]:
    """A line with a point at its end for each edge."""
    for edge in chart["edges"]:
        (x1, y1), (x2, y2) = places[edge["source"]], places[edge["target"]]
        title = element("title", edge["text"]) if edge["text"] else ""
        if x2 <= x1:
            yield from back((x1, y1), (x2 + wide, y2), title)
            continue
        start, end, leaves, at = x1 + wide, x2 - 7, y1 + HIGH / 2, y2 + HIGH / 2
        middle = (start + end) / 2
        way = f"M{start:.1f},{leaves:.1f} C{middle:.1f},{leaves:.1f} {middle:.1f},{at:.1f} {end:.1f},{at:.1f}"
        yield element("path", title, d=way, class_="line")
        yield element("path", d=f"M{x2:.1f},{at:.1f} l-8,-4 v8 z", class_="head")


def back(start: Place, end: Place, title: Markup | str) -> Iterator[Markup]:
    """A line with a point at its end that closes a circle: from the left of a box to the right of one before it."""
    (x1, y1), (x2, y2) = start, end
    leaves, at, middle = y1 + HIGH * 3 / 4, y2 + HIGH * 3 / 4, (x1 + x2) / 2
    way = f"M{x1:.1f},{leaves:.1f} C{middle:.1f},{leaves:.1f} {middle:.1f},{at:.1f} {x2 + 7:.1f},{at:.1f}"
    yield element("path", title, d=way, class_="line")
    yield element("path", d=f"M{x2:.1f},{at:.1f} l8,-4 v8 z", class_="head")


def boxes(names: dict[str, str], places: dict[str, Place], wide: float) -> Iterator[Markup]:
    """A box with a name for each node."""
    for id, (x, y) in places.items():
        yield element("rect", x=x, y=y, width=wide, height=HIGH, rx=4.0, class_="empty")
        yield label(names[id], x + 8, y + 21, wide - 16, class_="name")
