"""What is overdue: experiments, launches and goals that are past the day that was written for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import count, day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, soon, this_friday

LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Overdue:
    """Something, the day on which it was due, what was planned and what is, and what one could do.

    It is pressing where it costs more with every day.
    """

    what: Owned
    due: date
    plan: str
    state: str
    option: str
    is_pressing: bool = False


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
                by=edition.today if each.is_pressing else this_friday(edition.today),
                when="now" if each.is_pressing else soon(edition),
                text=f"{each.plan} {day(each.due, edition.today)}, {late} ago, and {each.state}.",
                option=each.option,
                owners=(each.what.owner,),
            )


def experiments(edition: Edition) -> Iterator[Overdue]:
    """Experiments that run past their end, or did not start on their day."""
    for each in edition.catalog.all(Experiment):
        first, last = each.first_day(edition.zone), each.last_day(edition.zone)
        if each.is_exposing and last is not None and last < edition.today:
            yield Overdue(
                each,
                last,
                "Was to end",
                f"is still {each.status}",
                "end it and decide, or write until when it goes on.",
                is_pressing=True,
            )
        elif each.status == "scheduled" and first is not None and first < edition.today:
            yield Overdue(each, first, "Was to start", "has not", "start it, or move its dates.")


def launches(edition: Edition) -> Iterator[Overdue]:
    """Launches that did not go out on their day."""
    for each in edition.catalog.all(Launch):
        if each.is_ahead and each.target_date is not None and each.target_date < edition.today:
            yield Overdue(each, each.target_date, "Was to go out", "has not", "set a new day, or put it off.")


def goals(edition: Edition) -> Iterator[Overdue]:
    """Goals whose time is over and that nobody has closed."""
    for each in edition.catalog.all(Goal):
        end = each.period.end if each.period else None
        if each.is_live and end is not None and end < edition.today:
            yield Overdue(
                each, end, "Its time ended", "nobody has said how", "score it, and call it achieved or missed."
            )
