"""Goals: those of these days, each with how far its key results are."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final, TypedDict

from prodops_cli.models.goal import Goal, KeyResult, Period
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import day, days, percent
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.matters.goals import is_at_risk, is_now, progress
from prodops_cli.reports.words.figures import figure
from prodops_cli.reports.words.gauge import gauge, sparkline

MOST: Final = 30
"""How many goals of a period are told, with all their key results."""


class ResultRow(TypedDict):
    """A key result: from where to where."""

    name: str
    base: str
    now: str
    target: str
    bar: str
    done: str
    as_of: str


class GoalRow(TypedDict):
    """A goal with its key results."""

    goal: Link
    depth: int
    """How many goals it serves, one above the other."""
    who: str
    status: str
    at_risk: bool
    confidence: str
    believed: str
    """How confidence went, from check-in to check-in."""
    results: list[ResultRow]


class PeriodRow(TypedDict):
    """The goals of one period."""

    name: str
    gone: str
    """How much of it is over: `68%`."""
    goals: list[GoalRow]
    more: int
    """How many further goals there are."""


class Goals(TypedDict):
    """The goals of these days."""

    periods: list[PeriodRow]


def context(edition: Edition) -> Goals | None:
    """The goals by period; None where a catalog has none at all."""
    if not edition.catalog.all(Goal):
        return None
    now = [goal for goal in edition.catalog.all(Goal) if goal.is_live and is_now(goal, edition.today)]
    periods = sorted({span(goal.period) for goal in now})
    return {"periods": [period(each, now, edition) for each in periods]}


def span(period: Period | None) -> tuple[date, date]:
    """The first and the last day of a goal's period; the calendar's own where they are not written."""
    return (period.start if period else None) or date.min, (period.end if period else None) or date.max


def period(days_of: tuple[date, date], goals: list[Goal], edition: Edition) -> PeriodRow:
    """The goals of one period, as a tree."""
    first, last = days_of
    inside = [goal for goal in goals if span(goal.period) == days_of]
    is_dated = first > date.min and last < date.max
    gone = ((edition.today - first).days / ((last - first).days + 1)) if is_dated else None
    return {
        "name": days(first, last, edition.today) if is_dated else "Without dates",
        "gone": f"{gone:.0%}" if gone is not None else "",
        "goals": [row(goal, depth, edition) for goal, depth in islice(tree(inside), MOST)],
        "more": max(len(inside) - MOST, 0),
    }


def tree(goals: list[Goal]) -> Iterator[tuple[Goal, int]]:
    """The goals with their depth, each below the one that it serves; what goes round in circles stands at the end."""
    ids = {goal.id for goal in goals}
    below: defaultdict[str | None, list[Goal]] = defaultdict(list)
    for goal in goals:
        below[goal.parent if goal.parent in ids else None].append(goal)
    shown: set[str] = set()
    waiting = [(goal, 0) for goal in reversed(below[None])]
    while waiting:
        goal, depth = waiting.pop()
        shown.add(goal.id)
        yield goal, depth
        waiting += [(each, depth + 1) for each in reversed(below.pop(goal.id, []))]
    yield from ((goal, 0) for goal in goals if goal.id not in shown)


def row(goal: Goal, depth: int, edition: Edition) -> GoalRow:
    """One goal with its key results."""
    return {
        "goal": edition.links.named(goal),
        "depth": depth,
        "who": edition.people.who(goal.owner),
        "status": "at risk" if is_at_risk(goal) else (goal.status or "active").replace("_", " "),
        "at_risk": is_at_risk(goal),
        "confidence": percent(goal.confidence) if goal.confidence is not None else "",
        "believed": believed(goal),
        "results": [key_result(each, edition) for each in goal.key_results or ()],
    }


def believed(goal: Goal) -> str:
    """`█▅▂`: the confidence of each check-in, the oldest first; empty of fewer than two."""
    said = [(each.date, each.confidence) for each in goal.check_ins or () if each.date and each.confidence is not None]
    return sparkline([confidence for _, confidence in sorted(said)], 0.0, 1.0) if len(said) > 1 else ""


def key_result(result: KeyResult, edition: Edition) -> ResultRow:
    """One key result: from where to where, and how much of the way is done."""
    metric = edition.catalog.get(Metric, result.metric)
    done = progress(result)
    return {
        "name": result.name or (metric.title if metric else result.id or "–"),
        "base": figure(result.baseline, metric),
        "now": figure(result.current, metric),
        "target": figure(result.target, metric),
        "bar": gauge(done) if done is not None else "",
        "done": f"{done:.0%}".replace("-", "−") if done is not None else "–",
        "as_of": day(result.as_of, edition.today) if result.as_of else "–",
    }
