"""The days of each kind: what begins, what ends, what is due."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from prodops_cli.catalog.bearings import days_of
from prodops_cli.catalog.people import People
from prodops_cli.exporters.calendar.event import Event
from prodops_cli.exporters.calendar.reviews import reviews
from prodops_cli.exporters.calendar.tell import event, one_of
from prodops_cli.exporters.material import Material
from prodops_cli.lint.configure import as_said
from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool
from prodops_cli.rules.experiments import no_decision

WORDS: Final = {
    "ab_test": "A/B test",
    "multivariate": "multivariate test",
    "bandit": "bandit",
    "rollout": "rollout",
    "holdout": "holdout",
    "switchback": "switchback test",
    "synthetic_control": "regional test",
}
"""What people call a type of experiment."""


def events(material: Material) -> Iterator[Event]:
    """All events of what is asked for, by day; of several with one id the first."""
    people = People(material.catalog)
    found = [
        event
        for model, tell in TOLD.items()
        for entity in material.all(model)
        if material.catalog.named[entity.kind, entity.id] is entity
        for event in tell(entity, people, material)
    ]
    yield from sorted((*found, *reviews(material, people)), key=lambda event: (event.first, event.name))


def of_experiment(test: Experiment, people: People, material: Material) -> Iterator[Event]:
    """From its start to its end, when it is opened further, and by when somebody has to decide."""
    first, last = days_of(test, material.catalog.settings.zone)
    if first is None:
        return
    is_open = test.status in (None, "draft", "scheduled")
    yield event(test, people, "experiment", WORDS.get(test.type or "", "experiment"), first, last, tentative=is_open)
    if test.is_scheduled:
        yield from of_enrollment(test, people, first, last)
    is_decided = test.decision is not None and test.decision.outcome is not None
    is_test = test.type not in ("rollout", "holdout") and test.status in ("running", "paused", "completed")
    due = later(last, time_to_decide(material)) if last else None
    if due is not None and is_test and not is_decided:
        yield event(test, people, "decision", "decision due", due)


def of_enrollment(test: Experiment, people: People, first: date, last: date | None) -> Iterator[Event]:
    """When it is opened to more users, and the last day on which they join."""
    steps = {step.on: step.traffic for step in test.ramp or () if step.on and step.traffic is not None}
    for day, traffic in steps.items():
        if day != first:
            yield one_of(test, people, "ramp", f"opens to {traffic:g}%", day)
    if test.enrollment_end and test.enrollment_end != last:
        yield event(test, people, "enrollment", "last day to join", test.enrollment_end)


def time_to_decide(material: Material) -> int:
    """How many days people have to decide, as the rule no-decision has it here."""
    rule = no_decision.check
    said = as_said(rule, material.catalog.settings.rules.get(rule.name)).options.get("days", rule.options["days"])
    return int(said)


def later(day: date, days: int) -> date | None:
    """Some days later; None where no calendar has that."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def of_tool(tool: Tool, people: People, _: Material) -> Iterator[Event]:
    """When its contract renews or ends, and by when one has to have decided that; when a trial ends."""
    if not tool.is_live:
        return
    if tool.trial_ends:
        yield event(tool, people, "trial", "trial ends", tool.trial_ends)
    contract = tool.contract
    if contract is None:
        return
    if contract.ends:
        yield event(tool, people, "contract", "contract ends", contract.ends)
    if contract.renewal is None:
        return
    price = f" ({tool.price})" if tool.price else ""
    says = "contract ends, as it was cancelled" if contract.decision == "cancel" else f"renews{price}"
    yield event(tool, people, "renewal", says, contract.renewal)
    if contract.decide_by and contract.decide_by != contract.renewal and contract.decision is None:
        yield event(tool, people, "notice", f"last day to give notice{price}", contract.decide_by)


def of_launch(launch: Launch, people: People, _: Material) -> Iterator[Event]:
    """When it goes out, or went; until then, by when what must be done first."""
    day = launch.actual_date or launch.target_date
    if day and launch.status != "cancelled":
        yield event(launch, people, "launch", "launch", day, tentative=launch.status in (None, "planned", "deferred"))
    due = [(each.due, each) for each in launch.readiness or () if launch.is_ahead and each.due and each.is_open]
    for day, found in groupby(sorted(due, key=itemgetter(0)), key=itemgetter(0)):
        items = [each for _, each in found]
        says = f"due: {items[0].item or 'readiness'}" if len(items) == 1 else f"{len(items)} items are due"
        who = (f"\n- {each.item} ({people.ask(each.owner or launch.owner)})" for each in items)
        yield one_of(launch, people, "readiness", says, day, "".join(who))


def of_metric(metric: Metric, people: People, _: Material) -> Iterator[Event]:
    """When it expires."""
    if metric.is_live and metric.expires:
        yield event(metric, people, "expiry", "expires", metric.expires)


def of_goal(goal: Goal, people: People, _: Material) -> Iterator[Event]:
    """The last day of its period."""
    if goal.period and goal.period.end and goal.status != "dropped":
        yield event(goal, people, "goal", "goal ends", goal.period.end, tentative=goal.status == "draft")


Tell = Callable[[Any, People, Material], Iterator[Event]]
TOLD: Final[dict[type[Owned], Tell]] = {
    Experiment: of_experiment,
    Tool: of_tool,
    Launch: of_launch,
    Metric: of_metric,
    Goal: of_goal,
}
"""The kinds that have days of their own."""
