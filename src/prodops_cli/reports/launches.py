"""The book of launches: what goes out when, whether it is ready, what is in its way, and what went out."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final, TypedDict

from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch, Readiness
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import Book, Entry, cited, entry, named
from prodops_cli.reports.books.obstacles import Neighbours, neighbours, obstacles
from prodops_cli.reports.charts.chart import Timeline
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.gauge import gauge

BOOK: Final[Book] = "launches"
AHEAD: Final = timedelta(days=120)
"""How far the picture looks."""


class Step(TypedDict):
    """Something that must be done before a launch."""

    item: str
    who: str
    due: str
    state: str
    late: bool


class Coming(Entry):
    """A launch that is still to come."""

    description: str
    on: str
    late: bool
    tier: str
    stage: str
    status: str
    where: list[str]
    goals: list[Link]
    agreed: list[str]
    """Who must agree; empty where nobody is named."""
    judged: list[Link]
    """What should get better by it; empty where nobody said."""
    rollback: str
    """How it is taken back; empty where nobody said."""
    ready: str
    """`███░░░░░░░ 1 of 3`; a dash where nothing must be done."""
    steps: list[Step]
    """Those that are open."""
    obstacles: list[str]
    answers: list[Link]
    """The feedback to which it is an answer."""


class Past(Entry):
    """A launch that is out, or was put off or cancelled."""

    on: str
    tier: str
    judged: list[Link]
    goals: list[Link]
    answers: list[Link]


class LaunchBook(TypedDict):
    """The launches that are to come, with how ready they are, and the others."""

    cover: Cover
    summary: list[str]
    any: bool
    calendar: Timeline | None
    ahead: list[Coming]
    """The first to go out first; those without a day last."""
    out: list[Past]
    """The last to go out first."""
    off: list[Past]
    """Those that were put off."""


def context(edition: Edition) -> LaunchBook:
    """The calendar, each launch that is to come, and what is out or put off; what was cancelled is not told."""
    launches = sorted(edition.catalog.all(Launch), key=lambda each: (each.day or date.max, each.id))
    ahead, off = [each for each in launches if each.is_ahead], [each for each in launches if each.status == "deferred"]
    out = [each for each in reversed(launches) if not each.is_ahead and not each.is_off]
    close = neighbours(edition)
    rows = [coming(each, close, edition) for each in ahead]
    names = (("To come", launches), ("Out", out), ("Put off", off))
    return {
        "cover": cover(edition, "Launches", [heading(name) for name, some in names if some]),
        "summary": summary(rows),
        "any": bool(launches),
        "calendar": calendar(ahead, edition),
        "ahead": rows,
        "out": [past(each, edition) for each in out],
        "off": [past(each, edition) for each in off],
    }


def summary(rows: Sequence[Coming]) -> list[str]:
    """`3 launches are to come`, `1 is late`, `2 have something in their way`."""
    if not rows:
        return []
    late, stuck = sum(row["late"] for row in rows), sum(bool(row["obstacles"]) for row in rows)
    return [
        count(len(rows), "launch is to come", "launches are to come"),
        *([count(late, "is late", "are late")] if late else []),
        *([count(stuck, "has something in its way", "have something in their way")] if stuck else []),
    ]


def calendar(ahead: Iterable[Launch], edition: Edition) -> Timeline | None:
    """The next months as a picture."""
    end = edition.today + AHEAD
    dated = [(each, on) for each in ahead if (on := each.target_date) and edition.today <= on <= end]
    if not dated:
        return None
    return {
        "kind": "timeline",
        "title": "Launches to come",
        "points": [
            {"name": each.title, "on": on.isoformat(), "text": f"tier {each.tier}" if each.tier else ""}
            for each, on in dated
        ],
    }


def coming(launch: Launch, close: Neighbours, edition: Edition) -> Coming:
    """One launch, with what there is to know before it."""
    steps, todo = launch.steps, launch.open_steps
    done = len(steps) - len(todo)
    metrics = (launch.metrics.success if launch.metrics else None) or ()
    return {
        **entry(launch, edition, BOOK),
        "description": launch.description or "",
        "on": day(launch.target_date, edition.today) if launch.target_date else "no day",
        "late": launch.target_date is not None and launch.target_date < edition.today,
        "tier": str(launch.tier or "–"),
        "stage": "GA" if launch.stage == "ga" else launch.stage or "–",
        "status": (launch.status or "planned").replace("_", " "),
        "where": [*(launch.surfaces or ())],
        "goals": [named(Goal, id, edition, BOOK) for id in launch.goals or ()],
        "agreed": [edition.people.person(id) or edition.people.who(id) for id in launch.approvers or ()],
        "judged": [named(Metric, id, edition, BOOK) for id in metrics],
        "rollback": way_back(launch),
        "ready": f"{gauge(done / len(steps))}\u00a0{done} of {len(steps)}" if steps else "–",
        "steps": [step(each, edition) for each in todo],
        "obstacles": [*obstacles(launch, close, edition)],
        "answers": answers(launch, edition),
    }


def way_back(launch: Launch) -> str:
    """How it is taken back."""
    rollback = launch.rollback
    if rollback is None or not rollback.plan:
        return ""
    return f"{'' if rollback.supported is not False else 'Not possible. '}{rollback.plan}"


def step(step: Readiness, edition: Edition) -> Step:
    """Something that is open."""
    is_late = step.due is not None and step.due < edition.today
    return {
        "item": step.item or "something",
        "who": edition.people.who(step.owner),
        "due": day(step.due, edition.today) if step.due else "–",
        "state": "blocked" if step.status == "blocked" else "late" if is_late else "to do",
        "late": is_late or step.status == "blocked",
    }


def answers(launch: Launch, edition: Edition) -> list[Link]:
    """The feedback that names it."""
    heard = (mention.by for mention in edition.catalog.mentions(launch) if mention.by.kind == "feedback")
    return [cited(each, edition, BOOK) for each in heard]


def past(launch: Launch, edition: Edition) -> Past:
    """One launch that nobody works on."""
    metrics = (launch.metrics.success if launch.metrics else None) or ()
    return {
        **entry(launch, edition, BOOK),
        "on": day(launch.day, edition.today) if launch.day else "–",
        "tier": str(launch.tier or "–"),
        "judged": [named(Metric, id, edition, BOOK) for id in metrics],
        "goals": [named(Goal, id, edition, BOOK) for id in launch.goals or ()],
        "answers": answers(launch, edition),
    }
