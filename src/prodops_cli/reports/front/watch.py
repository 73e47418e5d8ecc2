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
from prodops_cli.reports.matters.goals import confidence_fell, goals_at_risk, standing, support
from prodops_cli.reports.matters.metrics import doubtful, redefined, used_by
from prodops_cli.trees.history import Commit

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
    """Metrics that changed, or that one can't rely upon, while something rests on them."""
    changed = {each.metric.id: each for each in redefined(edition)}
    doubts = {metric.id: metric for metric in doubtful(edition)}
    for id in dict.fromkeys((*changed, *doubts)):
        metric = doubts[id] if id in doubts else changed[id].metric
        states = [when_redefined(changed[id].commit, edition)] if id in changed else []
        states += [state(metric)] if id in doubts else []
        reasons = metric.health.reasons if metric.health and id in doubts else None
        why = f" {first_sentence(reasons[0])}" if reasons else ""
        text = f"{listing(states)} while {used_by(metric, edition)} it.{why}"
        yield about("Metric", metric.title, edition.people.who(metric.owner), text)


def when_redefined(commit: Commit | None, edition: Edition) -> str:
    """`redefined on Wed by Kim Jansen`."""
    return f"redefined on {commit.date.astimezone(edition.zone):%a} by {commit.author}" if commit else "redefined"


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
    """Launches of the next two weeks for which something is blocked or late."""
    today = edition.today
    for launch in edition.catalog.all(Launch):
        stuck = [
            each.item or "something"
            for each in launch.readiness or ()
            if each.status == "blocked" or (each.status in (None, "todo") and each.due and each.due < today)
        ]
        on = launch.target_date
        is_open = launch.status in (None, "planned", "approved", "in_progress")
        if stuck and is_open and on and today <= on <= today + LAUNCH_SOON:
            text = f"goes out on {day(on, today)}; {count(len(stuck), 'thing')} stuck: {listing(stuck)}."
            yield about("Launch", launch.title, edition.people.who(launch.owner), text)


def about(kind: str, what: str, who: str, text: str) -> Watched:
    """One of them."""
    return {"kind": kind, "what": what, "who": who, "text": text}
