"""Definitions of metrics: all that is to be known of one, fact by fact."""

from collections.abc import Iterable, Iterator
from typing import Final, TypedDict

from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import day
from prodops_cli.reports.books.cover import by_name
from prodops_cli.reports.books.entry import Book, cited, named, website
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.figures import figure

BOOK: Final[Book] = "metrics"
SIDES: Final = {"lt": "below", "lte": "at most", "gte": "at least", "gt": "above"}
GOOD: Final = {"increase": "more is better", "decrease": "less is better", "neutral": "neither way is better"}


class Fact(TypedDict):
    """Something that is known of a metric: words, and what they lead to."""

    name: str
    text: str
    """It may be empty."""
    links: list[Link]


def facts(metric: Metric, edition: Edition) -> list[Fact]:
    """All that somebody has written down, in the order in which people ask."""
    found = (*figures(metric, edition), *calculation(metric, edition), *use(metric, edition), *trust(metric, edition))
    return [each for each in found if each["text"] or each["links"]]


def fact(name: str, text: str | None = None, links: Iterable[Link] = ()) -> Fact:
    """One of them; empty where nothing is known."""
    return {"name": name, "text": " ".join((text or "").split()), "links": [*links]}


def figures(metric: Metric, edition: Edition) -> Iterator[Fact]:
    """What it last said, and what it should say."""
    value = metric.value
    if value and value.current is not None:
        on = f" on {day(value.as_of, edition.today)}" if value.as_of else ""
        before = f", {figure(value.previous, metric)} before" if value.previous is not None else ""
        yield fact("Now", f"{figure(value.current, metric)}{on}{before}")
    yield fact("Target", target(metric, edition))


def target(metric: Metric, edition: Edition) -> str:
    """`at least 40% by 30 Sep, not reached`; empty where none is set."""
    wanted = metric.target
    if wanted is None or wanted.value is None:
        return ""
    side = f"{SIDES[wanted.op]} " if wanted.op else ""
    by = f" by {day(wanted.by, edition.today)}" if wanted.by else ""
    current = metric.value.current if metric.value else None
    met = wanted.is_met_by(current, metric.direction) if current is not None else None
    reached = "" if met is None else ", reached" if met else ", not reached"
    return f"{side}{figure(wanted.value, metric)}{by}{reached}"


def calculation(metric: Metric, edition: Edition) -> Iterator[Fact]:
    """How it comes about, from what, and where."""
    how, source = metric.definition, metric.source
    yield fact("Calculated", how.expression if how else None)
    yield fact("Counts only", how.filter if how else None)
    yield fact("Made of", links=(named(Metric, id, edition, BOOK) for id in metric.parts))
    yield fact("Counted", ", ".join(counted(metric)))
    if source:
        tool = (named(Tool, source.tool, edition, BOOK),) if source.tool else ()
        chart = (website("dashboard", source.dashboard),) if source.dashboard else ()
        dataset = f"{source.dataset} in" if source.dataset and tool else source.dataset
        yield fact("Source", dataset, (*tool, *chart))


def counted(metric: Metric) -> Iterator[str]:
    """`a ratio`, `by user`, `each week`, `more is better`."""
    if metric.type:
        yield metric.type
    if metric.entity:
        yield f"by {metric.entity}"
    if metric.grain:
        yield f"each {metric.grain}"
    if metric.definition and metric.definition.aggregation:
        yield metric.definition.aggregation.replace("_", " ")
    if metric.direction:
        yield GOOD[metric.direction]


def use(metric: Metric, edition: Edition) -> Iterator[Fact]:
    """Who rests on it: what is live first; tests that are over are not told."""
    users = {id(mention.by): mention.by for mention in edition.catalog.mentions(metric)}
    live = [each for each in users.values() if each.is_live_on(edition.today)]
    tests = [each for each in live if isinstance(each, Experiment)]
    decided = [each for each in tests if metric.id in each.judged_by("primary")]
    guarded = [each for each in tests if metric.id in each.judged_by("guardrail")]
    parts = [each for each in live if isinstance(each, Metric) and metric.id in each.parts]
    yield fact("Part of", links=lead_to(parts, edition))
    yield fact("Decides", links=lead_to(decided, edition))
    yield fact("Guards", links=lead_to(guarded, edition))
    yield fact("Measures", links=lead_to((each for each in live if isinstance(each, Goal)), edition))
    yield fact("Read in", links=lead_to((each for each in live if isinstance(each, Practice)), edition))


def lead_to(entities: Iterable[Entity], edition: Edition) -> Iterator[Link]:
    """Their names, leading to what is told of them."""
    return (cited(each, edition, BOOK) for each in by_name(entities))


def trust(metric: Metric, edition: Edition) -> Iterator[Fact]:
    """Whether it can be relied upon, who vouches for it, and what else it is called."""
    health, certified = metric.health, metric.certified
    if health and health.level:
        on = f" on {day(health.as_of, edition.today)}" if health.as_of else ""
        yield fact("Health", f"{health.level}{on}. {' '.join(health.reasons or ())}")
    yield fact("Repair", links=(website("where it is worked on", metric.repair_issue),) if metric.repair_issue else ())
    yield fact("Instead", metric.reason, (named(Metric, id, edition, BOOK) for id in (metric.replaced_by,) if id))
    yield fact("Goes", day(metric.remove_after, edition.today) if metric.remove_after else None)
    yield fact("Expires", day(metric.expires, edition.today) if metric.expires else None)
    yield fact("Steward", links=(named(Owner, id, edition, BOOK) for id in (metric.steward,) if id))
    if certified and certified.by:
        on = f"on {day(certified.on, edition.today)}, by" if certified.on else "by"
        yield fact("Certified", on, (named(Owner, certified.by, edition, BOOK),))
    yield fact("Also called", ", ".join(metric.aliases or ()))
    yield fact("More", links=(website(each.title or "read more", each.url) for each in metric.links or ()))
