"""What is overdue: experiments, launches and goals that are past the day that was written for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import count, day
from prodops_cli.reports.edition import Edition
from prodops_cli.reports.matters.matter import Matter

LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Overdue:
    """Something, the day on which it was due, what has not happened, and what one could do."""

    what: Owned
    due: date
    text: str
    option: str


def overdue(edition: Edition) -> tuple[Overdue, ...]:
    """All that is overdue, the longest first."""
    found = (*experiments(edition), *launches(edition), *goals(edition))
    return tuple(sorted(found, key=lambda each: (each.due, each.what.kind, each.what.id)))


def overdue_matters(edition: Edition) -> Iterator[Matter]:
    """What was due within three months: what is older waits for no particular week."""
    for each in overdue(edition):
        if each.due >= edition.today - LATELY:
            late = count((edition.today - each.due).days, "day")
            yield Matter(
                what=each.what.title,
                who=edition.people.who(each.what.owner),
                by=edition.today,
                when="now",
                text=f"{each.text}, {late} ago.",
                option=each.option,
            )


def experiments(edition: Edition) -> Iterator[Overdue]:
    """Experiments that run past their end, or did not start on their day."""
    for each in edition.catalog.all(Experiment):
        first, last = each.first_day(edition.zone), each.last_day(edition.zone)
        if each.is_exposing and last is not None and last < edition.today:
            text = f"Was to end {day(last, edition.today)} and is still {each.status}"
            yield Overdue(each, last, text, "end it and decide, or write until when it goes on.")
        elif each.status == "scheduled" and first is not None and first < edition.today:
            text = f"Was to start {day(first, edition.today)} and has not"
            yield Overdue(each, first, text, "start it, or move its dates.")


def launches(edition: Edition) -> Iterator[Overdue]:
    """Launches that did not go out on their day."""
    for each in edition.catalog.all(Launch):
        is_open = each.status in (None, "planned", "approved", "in_progress") and each.actual_date is None
        if is_open and each.target_date is not None and each.target_date < edition.today:
            text = f"Was to launch {day(each.target_date, edition.today)} and has not"
            yield Overdue(each, each.target_date, text, "set a new day, or put it off.")


def goals(edition: Edition) -> Iterator[Overdue]:
    """Goals whose time is over and that nobody has closed."""
    for each in edition.catalog.all(Goal):
        end = each.period.end if each.period else None
        if each.is_live and end is not None and end < edition.today:
            text = f"Its time ended {day(end, edition.today)} and nobody has said how"
            yield Overdue(each, end, text, "score it, and call it achieved or missed.")
