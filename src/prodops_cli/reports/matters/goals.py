"""Goals at risk: those that are still to be reached, and will hardly be."""

from datetime import date
from math import isfinite, nan

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal, KeyResult
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.words.figures import figure

LITTLE_CONFIDENCE = 0.4
A_FORTNIGHT = 14


def goals_at_risk(edition: Edition) -> tuple[Goal, ...]:
    """The goals of these days that somebody calls at risk or hardly believes in, the first to end first."""
    found = (goal for goal in edition.catalog.all(Goal) if is_at_risk(goal) and is_now(goal, edition.today))
    return tuple(sorted(found, key=lambda goal: (end_of(goal), goal.id)))


def is_at_risk(goal: Goal) -> bool:
    """Whether it says so itself, or its confidence does."""
    hardly_believed = goal.confidence is not None and goal.confidence < LITTLE_CONFIDENCE
    return goal.status == "at_risk" or (goal.status in (None, "committed", "active") and hardly_believed)


def is_now(goal: Goal, today: date) -> bool:
    """Whether a day is within a goal's period; without one it always is."""
    period = goal.period
    return period is None or (period.start or today) <= today <= (period.end or today)


def end_of(goal: Goal) -> date:
    """The last day of a goal."""
    return (goal.period.end if goal.period else None) or date.max


def progress(result: KeyResult) -> float | None:
    """How much of the way from the baseline to the target is done; below 0 where it got worse."""
    if result.current is None or result.target is None:
        return None
    start = result.baseline or 0.0
    done = (result.current - start) / (result.target - start) if result.target != start else nan
    return done if isfinite(done) else None


def furthest_behind(goal: Goal) -> KeyResult | None:
    """The key result of which the least is done."""
    known = [(done, result) for result in goal.key_results or () if (done := progress(result)) is not None]
    return min(known, key=lambda each: each[0])[1] if known else None


def standing(goal: Goal, edition: Edition) -> str:
    """`Activation rate is at 36.1%, the target is 40%, with 3 weeks left`."""
    result = furthest_behind(goal)
    left = time_left(goal, edition.today)
    if result is None:
        return f"is at risk, with {left} left" if left else "is at risk"
    metric = edition.catalog.get(Metric, result.metric)
    name = result.name or (metric.title if metric else result.id or "its key result")
    there = f"{name} is at {figure(result.current, metric)}, the target is {figure(result.target, metric)}"
    return f"{there}, with {left} left" if left else there


def time_left(goal: Goal, today: date) -> str:
    """`3 weeks`, `9 days`; empty where no end is written."""
    end = goal.period.end if goal.period else None
    if end is None:
        return ""
    days = (end - today).days + 1
    return count(days // 7, "week") if days >= A_FORTNIGHT else count(days, "day")


def support(goal: Goal, edition: Edition) -> str:
    """`2 tests serve it, both end after it does`."""
    serving = [each for each in edition.catalog.all(Experiment) if each.is_scheduled and goal.id in (each.goals or ())]
    late = [each for each in serving if (each.last_day(edition.zone) or date.max) > end_of(goal)]
    if not serving:
        return "no test serves it"
    said = f"{count(len(serving), 'test')} {'serves' if len(serving) == 1 else 'serve'} it"
    if not late:
        return said
    if len(late) == len(serving):
        return f"{said}, and {'it ends' if len(late) == 1 else 'all end'} too late for it"
    return f"{said}, {len(late)} of which {'ends' if len(late) == 1 else 'end'} too late for it"


def confidence_fell(goal: Goal, edition: Edition) -> str:
    """`confidence fell from 50% to 35%`; empty where it did not, in this period."""
    dated = [each for each in goal.check_ins or () if each.date is not None and each.confidence is not None]
    dated.sort(key=lambda each: each.date or date.min)
    if len(dated) < 2 or dated[-1].date not in edition.period:
        return ""
    before, now = dated[-2].confidence or 0.0, dated[-1].confidence or 0.0
    return f"confidence fell from {before:.0%} to {now:.0%}" if now < before else ""
