"""Watch: what nobody has to decide today, and somebody might have to soon."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.outputs.shorten import first_sentence
from prodops_cli.phrases import count, day, days, listing
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.breaks import breaks, called, happened, owner_of
from prodops_cli.reports.matters.goals import confidence_fell, goals_at_risk, standing, support
from prodops_cli.reports.matters.metrics import doubtful, uses_now
from prodops_cli.reports.words.uses import resting

MOST = 6
LAUNCH_SOON = timedelta(days=14)


class Watched(TypedDict):
    """What somebody might have to decide soon."""

    kind: str
    what: str
    who: str
    text: str


class Watch(TypedDict):
    """What is to be watched."""

    things: list[Watched]
    more: int


def watch(edition: Edition) -> Watch:
    """What the first screen says of it."""
    items = [*goals(edition), *metrics(edition), *tests(edition), *launches(edition)]
    return {"things": items[:MOST], "more": max(len(items) - MOST, 0)}


def goals(edition: Edition) -> Iterator[Watched]:
    """Goals that will hardly be reached."""
    for goal in goals_at_risk(edition):
        yield about("Goal", goal.title, edition.people.who(goal.owner), sentence(goal, edition))


def sentence(goal: Goal, edition: Edition) -> str:
    """Where it stands, what people believe, what is being done."""
    parts = (standing(goal, edition), confidence_fell(goal, edition), support(goal, edition))
    return f"{'; '.join(part for part in parts if part)}."


def metrics(edition: Edition) -> Iterator[Watched]:
    """Metrics that changed while goals rest on them, or that are doubtful; what presses is to be decided."""
    for each in breaks(edition):
        if not each.is_pressing:
            who = edition.people.who(owner_of(each))
            yield about("Metric", called(each), who, f"{lower(happened(each, edition))} while {resting(each.uses)}.")
    for metric in doubtful(edition):
        reasons = metric.health.reasons if metric.health else None
        why = f" {first_sentence(reasons[0])}" if reasons else ""
        text = f"{state(metric)} while {resting(uses_now(metric, edition))}.{why}"
        yield about("Metric", metric.title, edition.people.who(metric.owner), text)


def lower(sentence: str) -> str:
    """A sentence that goes on after a colon."""
    return f"{sentence[:1].lower()}{sentence[1:]}"


def state(metric: Metric) -> str:
    """What is wrong with it."""
    if metric.status == "broken":
        return "broken"
    return "in doubt" if metric.health and metric.health.level == "problem" else "needs a look"


def tests(edition: Edition) -> Iterator[Watched]:
    """Tests that stand still."""
    for each in edition.catalog.all(Experiment):
        if each.status == "paused":
            first, last = each.first_day(edition.zone), each.last_day(edition.zone)
            text = f"paused; it was to run {days(first, last, edition.today)}." if first and last else "paused."
            yield about("Test", each.title, edition.people.who(each.owner), text)


def launches(edition: Edition) -> Iterator[Watched]:
    """Launches of the next two weeks for which something is blocked or late, or that disturb a test."""
    today = edition.today
    for launch in edition.catalog.all(Launch):
        on, trouble = launch.target_date, [*troubles(launch, edition)]
        if trouble and launch.is_ahead and on and today <= on <= today + LAUNCH_SOON:
            text = f"goes out on {day(on, today)}{''.join(trouble)}."
            yield about("Launch", launch.title, edition.people.who(launch.owner), text)


def troubles(launch: Launch, edition: Edition) -> Iterator[str]:
    """What stands against a launch, to be said after its day."""
    if met := edition.launches.disturbed.get(launch.id):
        yield f", in the middle of {listing([f'“{each.title}”' for each in met.tests])}"
    late = [step for step in launch.open_steps if step.status == "blocked" or (step.due and step.due < edition.today)]
    if late:
        yield f"; {count(len(late), 'thing')} stuck: {listing([step.item or 'something' for step in late])}"


def about(kind: str, what: str, who: str, text: str) -> Watched:
    """One of them."""
    return {"kind": kind, "what": what, "who": who, "text": text}
