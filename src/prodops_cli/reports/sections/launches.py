"""Launches: what went out in the period, and what is to go out within sixty days."""

from datetime import date, timedelta
from typing import TypedDict

from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day, listing
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.gauge import gauge

AHEAD = timedelta(days=60)


class LaunchRow(TypedDict):
    """One launch."""

    launch: Link
    who: str
    on: str
    state: str
    late: bool
    ready: str
    """How many of its steps are done."""
    open: str
    """What is still to be done."""


class Launches(TypedDict):
    """What went out, and what is to."""

    rows: list[LaunchRow]


def context(edition: Edition) -> Launches | None:
    """The launches of these weeks; None where a catalog has none at all."""
    if not edition.catalog.all(Launch):
        return None
    found = [(on, launch) for launch in edition.catalog.all(Launch) if (on := shown_on(launch, edition))]
    return {"rows": [row(launch, on, edition) for on, launch in sorted(found, key=lambda each: (each[0], each[1].id))]}


def shown_on(launch: Launch, edition: Edition) -> date | None:
    """The day for which a launch is shown; None where it is none of these weeks."""
    if launch.actual_date is not None:
        return launch.actual_date if launch.actual_date in edition.period else None
    on = launch.target_date
    return on if launch.is_ahead and on is not None and on <= edition.today + AHEAD else None


def row(launch: Launch, on: date, edition: Edition) -> LaunchRow:
    """One launch, with how ready it is and what is open."""
    steps, todo = launch.steps, launch.open_steps
    done = len(steps) - len(todo)
    opened = [f"{step.item or 'something'}{f' by {day(step.due, edition.today)}' if step.due else ''}" for step in todo]
    is_out = launch.actual_date is not None
    return {
        "launch": edition.links.named(launch),
        "who": edition.people.who(launch.owner),
        "on": day(on, edition.today),
        "state": "out" if is_out else "late" if on < edition.today else (launch.status or "planned").replace("_", " "),
        "late": not is_out and on < edition.today,
        "ready": f"{gauge(done / len(steps))}\u00a0{done} of {len(steps)}" if steps else "–",
        "open": listing(opened) or "–",
    }
