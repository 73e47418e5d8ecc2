"""The dictionary of metrics, area by area, with what is calculated from what."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final, TypedDict

from prodops_cli.models.metric import Metric
from prodops_cli.models.settings import Settings
from prodops_cli.phrases import count, day
from prodops_cli.reports.books.cover import Cover, by_name, cover, heading
from prodops_cli.reports.books.definitions import Fact, facts, target
from prodops_cli.reports.books.entry import Book, Entry, cited, entry, named, slug
from prodops_cli.reports.charts.chart import Graph
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.figures import figure

BOOK: Final[Book] = "metrics"
OTHER: Final = "other"
MOST_NODES: Final = 40
"""A graph of more is no picture any more."""


class Definition(Entry):
    """A metric, and all that is known of it."""

    link: Link
    """The entry."""
    description: str
    standing: list[str]
    """`active`, `kpi`, `gold`."""
    now: str
    target: str
    facts: list[Fact]


class Area(TypedDict):
    """The metrics of an area."""

    name: str
    anchor: str
    graph: Graph | None
    """What is calculated from what."""
    left_out: int
    """How many the graph has no room for."""
    metrics: list[Definition]


class Removed(Entry):
    """A metric that nobody may look at any more."""

    when: str
    instead: Link


class Dictionary(TypedDict):
    """The dictionary of metrics."""

    cover: Cover
    summary: str
    """`73 metrics`; empty where there is none."""
    areas: list[Area]
    removed: list[Removed]


def context(edition: Edition) -> Dictionary:
    """The areas, and what was removed."""
    metrics = by_name(edition.catalog.all(Metric))
    live = [metric for metric in metrics if metric.is_live]
    areas = [area(name, inside, edition) for name, inside in sorted(by_area(live, edition.catalog.settings).items())]
    removed = [gone(metric, edition) for metric in metrics if not metric.is_live]
    contents = [heading(each["name"], each["anchor"]) for each in areas]
    return {
        "cover": cover(edition, "Metrics", [*contents, *([heading("Removed")] if removed else [])]),
        "summary": count(len(live), "metric") if live else "",
        "areas": areas,
        "removed": removed,
    }


def by_area(metrics: list[Metric], settings: Settings) -> Mapping[str, list[Metric]]:
    """The metrics by the folder in which they stand, else by the area that their ids begin with."""
    found: defaultdict[str, list[Metric]] = defaultdict(list)
    for metric in metrics:
        found[area_of(metric, settings)].append(metric)
    return found


def area_of(metric: Metric, settings: Settings) -> str:
    """`checkout` of `metrics/checkout/starts.yaml`, or of `checkout_starts` where that word is in the vocabulary."""
    path = metric.document.source.path.removeprefix(f"{settings.folder('metric', Metric.folder)}/")
    folder, slash, _ = path.partition("/")
    if slash:
        return folder
    words = sorted(settings.vocabulary.words.get("area", ()), key=len, reverse=True)
    return next((word for word in words if metric.id.startswith((f"{word}_", f"{word}-"))), OTHER)


def area(name: str, metrics: list[Metric], edition: Edition) -> Area:
    """One area, as a picture and metric by metric."""
    title = name.replace("_", " ").replace("-", " ")
    lineage = linked(metrics, edition)
    return {
        "name": title[:1].upper() + title[1:],
        "anchor": slug(f"area-{name}"),
        "graph": drawn(title, lineage[:MOST_NODES]) if lineage else None,
        "left_out": max(len(lineage) - MOST_NODES, 0),
        "metrics": [defined(metric, edition) for metric in metrics],
    }


def linked(metrics: list[Metric], edition: Edition) -> list[Metric]:
    """The metrics of an area that are made of others, each with its parts before it."""
    found: dict[str, Metric] = {}
    for metric in metrics:
        parts = [part for id in metric.parts if (part := edition.catalog.get(Metric, id))]
        if parts:
            found |= {each.id: each for each in (*parts, metric)}
    return [*found.values()]


def drawn(title: str, shown: list[Metric]) -> Graph:
    """What is calculated from what."""
    ids = {metric.id for metric in shown}
    return {
        "kind": "graph",
        "title": f"What is calculated from what: {title}",
        "nodes": [{"id": metric.id, "name": metric.title} for metric in shown],
        "edges": [
            {"source": part, "target": metric.id, "text": ""}
            for metric in shown
            for part in metric.parts
            if part in ids
        ],
    }


def defined(metric: Metric, edition: Edition) -> Definition:
    """One metric."""
    value = metric.value
    standing = (metric.status, metric.role, metric.tier)
    return {
        **entry(metric, edition, BOOK),
        "link": cited(metric, edition, BOOK),
        "description": metric.description or "",
        "standing": [each.replace("_", " ") for each in standing if each],
        "now": figure(value.current if value else None, metric),
        "target": target(metric, edition) or "–",
        "facts": facts(metric, edition),
    }


def gone(metric: Metric, edition: Edition) -> Removed:
    """A metric that was removed, and what to use instead."""
    instead = named(Metric, metric.replaced_by, edition, BOOK) if metric.replaced_by else Link(name="–", link="")
    return {
        **entry(metric, edition, BOOK),
        "when": day(metric.removed_on, edition.today) if metric.removed_on else "–",
        "instead": instead,
    }
