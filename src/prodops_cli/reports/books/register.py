"""The register of experiments: what each tries and what came of it, by where it stands."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple, TypedDict

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day
from prodops_cli.reports.books.entry import Book, Entry, entry, named
from prodops_cli.reports.front.learned import LABELS
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.sections.experiments import agreed, dates, day_of, overlap_marks
from prodops_cli.reports.words.results import summary

BOOK: Final[Book] = "experiments"


class Test(Entry):
    """What is said of every experiment."""

    type: str
    dates: str
    where: list[str]
    decides: list[Link]
    """The metrics that decide."""
    goals: list[Link]


class Ahead(Test):
    """An experiment that is not over."""

    expects: str
    day: str
    """`day 22 of 28`; it may be empty."""
    meets: list[str]
    """Whom it gets in the way of, and when."""
    agreed: list[str]
    """Whom it may meet, because people have agreed to it."""


class Over(Test):
    """An experiment that is over."""

    outcome: str
    launch: Link | None
    """The launch that brought it to everybody."""
    result: str
    """It may be empty, and so may what was learned."""
    learned: str


class Shelf(TypedDict):
    """A heading with the experiments that stand below it: `ahead` or `over` is empty."""

    name: str
    ahead: list[Ahead]
    over: list[Over]


def state(experiment: Experiment) -> str:
    """Under which heading an experiment stands."""
    match experiment.status:
        case "running" | "paused":
            return "Running"
        case "scheduled":
            return "Planned"
        case "completed":
            return "Decided" if is_decided(experiment) else "Waiting for a decision"
        case "cancelled":
            return "Cancelled"
        case _:
            return "Drafts"


def is_decided(experiment: Experiment) -> bool:
    """Whether somebody has said what happens now."""
    return experiment.decision is not None and experiment.decision.outcome is not None


class Place(NamedTuple):
    """A heading, and in which order things stand below it."""

    name: str
    is_over: bool
    newest_first: bool


PLACES: Final = (
    Place("Running", is_over=False, newest_first=False),
    Place("Planned", is_over=False, newest_first=False),
    Place("Drafts", is_over=False, newest_first=False),
    Place("Waiting for a decision", is_over=True, newest_first=False),
    Place("Decided", is_over=True, newest_first=True),
    Place("Cancelled", is_over=True, newest_first=True),
)


def register(edition: Edition) -> Iterator[Shelf]:
    """The headings under which anything stands."""
    marks = overlap_marks(edition)
    for place in PLACES:
        found = sorted_in(place, edition)
        if found:
            yield {
                "name": place.name,
                "ahead": [] if place.is_over else [ahead(each, edition, marks) for each in found],
                "over": [over(each, edition) for each in found] if place.is_over else [],
            }


def sorted_in(place: Place, edition: Edition) -> list[Experiment]:
    """The experiments below a heading, by the day on which they begin, or ended; those without one come last."""

    def key(each: Experiment) -> tuple[int, str]:
        on = over_since(each, edition) if place.is_over else each.first_day(edition.zone)
        number = (on or (date.min if place.newest_first else date.max)).toordinal()
        return -number if place.newest_first else number, each.id

    return sorted((each for each in edition.catalog.all(Experiment) if state(each) == place.name), key=key)


def over_since(experiment: Experiment, edition: Edition) -> date | None:
    """The day of its decision, else its last one."""
    decided = experiment.decision.date if experiment.decision else None
    return decided or experiment.last_day(edition.zone)


def test(experiment: Experiment, edition: Edition) -> Test:
    """What is said of every experiment."""
    decides = dict.fromkeys(experiment.judged_by("primary"))
    return {
        **entry(experiment, edition, BOOK),
        "type": (experiment.type or "–").replace("ab_test", "A/B test").replace("_", " "),
        "dates": dates(experiment, edition),
        "where": [*(experiment.surfaces or ())],
        "decides": [named(Metric, id, edition, BOOK) for id in decides],
        "goals": [named(Goal, id, edition, BOOK) for id in experiment.goals or ()],
    }


def ahead(experiment: Experiment, edition: Edition, marks: dict[str, list[str]]) -> Ahead:
    """What is expected of one that is not over, and whom it meets."""
    return {
        **test(experiment, edition),
        "expects": hypothesis(experiment),
        "day": progress(experiment, edition),
        "meets": [*marks.get(experiment.id, ())],
        "agreed": agreed(experiment, edition),
    }


def progress(experiment: Experiment, edition: Edition) -> str:
    """`day 22 of 28`, `in 7 days`, `paused`; empty where nobody wrote when it begins."""
    said = day_of(experiment, edition)
    if experiment.status == "paused":
        return "paused"
    return "" if said == "–" else f"day {said}" if said[0].isdigit() else said


def over(experiment: Experiment, edition: Edition) -> Over:
    """What came of one that is over."""
    decision = experiment.decision
    launch = edition.catalog.get(Launch, decision.rolled_out_in if decision else None)
    return {
        **test(experiment, edition),
        "outcome": outcome(experiment, edition),
        "launch": edition.links.named(launch) if launch else None,
        "result": sentence(summary(experiment, edition.catalog)),
        "learned": experiment.learnings or (decision.rationale if decision else None) or "",
    }


def outcome(experiment: Experiment, edition: Edition) -> str:
    """`Shipped, 1 Sep`; `waits for 8 days`; `cancelled`."""
    decision, last = experiment.decision, experiment.last_day(edition.zone)
    if decision and decision.outcome:
        on = f", {day(decision.date, edition.today)}" if decision.date else ""
        return f"{LABELS[decision.outcome]}{on}"
    if experiment.status == "cancelled":
        return "Cancelled"
    return f"Waits for {count((edition.today - last).days, 'day')}" if last else "Waits"


def hypothesis(experiment: Experiment) -> str:
    """What one expects, in one sentence; a dash where nobody said."""
    said = experiment.hypothesis
    if said is None or not said.is_said:
        return "–"
    if said.text:
        return said.text
    changed = ": ".join(each for each in (said.population, said.change) if each)
    why = f"Why: {said.because}" if said.because else None
    return " ".join(sentence(each) for each in (changed, said.outcome, why) if each)


def sentence(said: str) -> str:
    """With a capital letter and a full stop; nothing of nothing."""
    return f"{said[:1].upper()}{said[1:]}{'' if said.endswith(('.', '!', '?')) else '.'}" if said else ""
