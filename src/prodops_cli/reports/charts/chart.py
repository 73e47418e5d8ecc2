"""What each kind of chart shows, in plain values; how it looks is another's matter."""

from datetime import date
from typing import Annotated, Literal, TypeAlias, TypedDict

Day: TypeAlias = Annotated[str, date]
"""A day as ISO writes it."""


class Bar(TypedDict):
    """Something that lasts from a day up to another, which is not in it any more."""

    name: str
    tag: Literal["", "active", "done", "crit"]
    """It runs, is over, or gets in another's way; planned, where nothing is said."""
    start: Day
    end: Day


class Lane(TypedDict):
    """Bars that belong together."""

    name: str
    bars: list[Bar]


class Gantt(TypedDict):
    """What lasts from when to when."""

    kind: Literal["gantt"]
    title: str
    today: Day
    day: str
    """What today is called on the chart."""
    lanes: list[Lane]


class Point(TypedDict):
    """Something that happens on a day."""

    name: str
    on: Day
    text: str
    """What one should know of it; it may be empty."""


class Timeline(TypedDict):
    """What happens when."""

    kind: Literal["timeline"]
    title: str
    points: list[Point]


class Amount(TypedDict):
    """A bar's name, its length, and what it says: `84,000 EUR`."""

    name: str
    value: float
    text: str


class Bars(TypedDict):
    """Amounts beside each other, none below 0. `most` is what a full bar is worth."""

    kind: Literal["bars"]
    title: str
    most: float
    rows: list[Amount]


class Series(TypedDict):
    """Values at even distances, the oldest first, and what they say: `12 → 7`. None is what nobody knows."""

    name: str
    values: list[float | None]
    text: str


class Lines(TypedDict):
    """How values went."""

    kind: Literal["lines"]
    title: str
    series: list[Series]


class Node(TypedDict):
    """A thing in a graph, by an id of its own."""

    id: str
    name: str


class Edge(TypedDict):
    """What leads from one thing to another, and how that is called; that may be empty."""

    source: str
    target: str
    text: str


class Graph(TypedDict):
    """What leads to what."""

    kind: Literal["graph"]
    title: str
    nodes: list[Node]
    edges: list[Edge]


Chart: TypeAlias = Gantt | Timeline | Bars | Lines | Graph
