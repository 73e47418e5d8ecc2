"""The book of goals: the tree, how far each is, what serves it, and what serves none."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypedDict

from prodops_cli.models.goal import Goal
from prodops_cli.phrases import count, day, days, percent
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import Book, Entry, cited, entry
from prodops_cli.reports.books.service import Idle, Service, ServiceRow, served, services, serving_none
from prodops_cli.reports.charts.chart import Graph
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.goals import is_at_risk
from prodops_cli.reports.sections.goals import ResultRow, key_result, span, tree

BOOK: Final[Book] = "goals"
MOST_NODES: Final = 40
"""A graph of more is no picture any more."""


class GoalEntry(Entry):
    """A goal that is open."""

    description: str
    level: str
    status: str
    at_risk: bool
    confidence: str
    """`70%`; it may be empty."""
    parent: Link | None
    results: list[ResultRow]
    note: str
    """What was last said of it."""
    noted: str
    """When."""
    served: list[ServiceRow]
    lack: str
    """That nothing serves it, or nothing any more; empty where something does."""


class Span(TypedDict):
    """The goals of one period."""

    name: str
    anchor: str
    gone: str
    """How much of the time is."""
    graph: Graph | None
    left_out: int
    """How many the graph has no room for."""
    goals: list[GoalEntry]


class Closed(Entry):
    """A goal that is over."""

    period: str
    status: str
    score: str
    tests: list[Link]


class GoalBook(TypedDict):
    """The tree of goals, what serves each, and what serves none."""

    cover: Cover
    summary: list[str]
    """`11 goals are open`, `1 at risk`."""
    any: bool
    """Whether there is a goal at all."""
    periods: list[Span]
    idle: list[Idle]
    over: list[Closed]


def context(edition: Edition) -> GoalBook:
    """The periods that are not over, the first to end first; then what serves no goal, and how the others ended."""
    goals = edition.catalog.all(Goal)
    open_ones = [goal for goal in goals if goal.is_live]
    periods = sorted({span(goal.period) for goal in open_ones}, key=lambda span: (span[1], span[0]))
    serving = services(edition)
    told = [period(each, open_ones, serving, edition) for each in periods]
    lost, closed = serving_none(edition), sorted(goals, key=lambda goal: (span(goal.period), goal.id), reverse=True)
    over = [ended(goal, serving, edition) for goal in closed if not goal.is_live]
    contents = [heading(each["name"], each["anchor"]) for each in told]
    contents += [heading("Serves no goal")] if goals else []
    contents += [heading("Over")] if over else []
    return {
        "cover": cover(edition, "Goals", contents),
        "summary": summary(open_ones),
        "periods": told,
        "idle": lost,
        "over": over,
        "any": bool(goals),
    }


def summary(goals: Sequence[Goal]) -> list[str]:
    """`11 goals are open`, `1 at risk`."""
    if not goals:
        return []
    risky = sum(is_at_risk(goal) for goal in goals)
    return [count(len(goals), "goal is open", "goals are open"), *([f"{risky} at risk"] if risky else [])]


def period(days_of: tuple[date, date], goals: Sequence[Goal], serving: Mapping[str, Service], edition: Edition) -> Span:
    """The goals of one period, as a picture and one by one."""
    first, last = days_of
    inside = [goal for goal, _ in tree([goal for goal in goals if span(goal.period) == days_of])]
    is_dated = first > date.min and last < date.max
    graph = drawn(inside)
    return {
        "name": days(first, last, edition.today) if is_dated else "Without dates",
        "anchor": f"period-{first.isoformat()}-{last.isoformat()}" if is_dated else "period-none",
        "gone": gone(first, last, edition.today) if is_dated else "",
        "graph": graph,
        "left_out": max(len(inside) - MOST_NODES, 0) if graph else 0,
        "goals": [goal_of(goal, serving.get(goal.id, Service()), edition) for goal in inside],
    }


def gone(first: date, last: date, today: date) -> str:
    """How much of a period's time is gone."""
    if today < first:
        return "to come"
    share = min((today - first).days / ((last - first).days + 1), 1.0)
    return f"{share:.0%} of the time is gone"


def drawn(goals: Sequence[Goal]) -> Graph | None:
    """Which goal serves which, of the first ones; None where none serves another."""
    shown = {goal.id: goal for goal in goals[:MOST_NODES]}
    below = [(goal, goal.parent) for goal in shown.values() if goal.parent in shown]
    if not below:
        return None
    return {
        "kind": "graph",
        "title": "Which goal serves which",
        "nodes": [{"id": goal.id, "name": goal.title} for goal in shown.values()],
        "edges": [{"source": parent, "target": goal.id, "text": ""} for goal, parent in below if parent],
    }


def goal_of(goal: Goal, service: Service, edition: Edition) -> GoalEntry:
    """One goal: how far its key results are, what was last said of it, and what is done for it."""
    parent = edition.catalog.get(Goal, goal.parent)
    said = [each for each in goal.check_ins or () if each.note]
    note = max(said, key=lambda each: each.date or date.min, default=None)
    return {
        **entry(goal, edition, BOOK),
        "description": goal.description or "",
        "level": goal.level or "",
        "status": (goal.status or "active").replace("_", " "),
        "at_risk": is_at_risk(goal),
        "confidence": percent(goal.confidence) if goal.confidence is not None else "",
        "parent": cited(parent, edition, BOOK) if parent else None,
        "results": [key_result(each, edition) for each in goal.key_results or ()],
        "note": (note.note if note else None) or "",
        "noted": day(note.date, edition.today) if note and note.date else "",
        "served": served(service, edition),
        "lack": "" if service.is_ahead else "any more" if service.was_there else "at all",
    }


def ended(goal: Goal, serving: Mapping[str, Service], edition: Edition) -> Closed:
    """A goal that is closed, and how."""
    first, last = span(goal.period)
    tests = serving.get(goal.id, Service()).tests
    return {
        **entry(goal, edition, BOOK),
        "period": days(first, last, edition.today) if first > date.min and last < date.max else "–",
        "status": (goal.status or "–").replace("_", " "),
        "score": percent(goal.score) if goal.score is not None else "–",
        "tests": [cited(test, edition, BOOK) for test in tests],
    }
