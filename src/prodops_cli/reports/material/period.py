"""Periods: the weeks that reports tell of."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeAlias

from prodops_cli.failure import Misuse

WeekStart: TypeAlias = Literal["monday", "sunday"]

WEEK = timedelta(days=7)
DAY = timedelta(days=1)
SUNDAY = 6
FIRST_YEAR, LAST_YEAR = 1900, 2999
"""Whoever looks from further away has mistyped, and the calendar ends before one can look ahead."""
NUMBERED = re.compile(r"(\d{4})-W(\d\d)", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Period:
    """From a first day to a last, both included.

    A week has a number, one that starts on Sunday that of its Monday; other periods have none.
    """

    first: date
    last: date
    number: int | None = None

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.first <= day <= self.last

    @property
    def next(self) -> "Period":
        """The week after."""
        return week_from(self.last + DAY)

    @property
    def is_week(self) -> bool:
        """Whether it has the days of one."""
        return self.last - self.first == WEEK - DAY

    def is_over(self, today: date) -> bool:
        """Whether nothing more can happen in it."""
        return self.last < today

    def seen_from(self, today: date) -> date:
        """The day from which a report looks back: the day after, so that it can be made again; else today."""
        return self.last + DAY if self.is_over(today) else today


def week(said: str, today: date, starts: WeekStart) -> Period:
    """The week that `last`, `this` or `2026-W36` means on a day. Raises Misuse for one that is none, or is to come."""
    try:
        found = said_week(said, today, starts)
        if not FIRST_YEAR <= found.first.year <= LAST_YEAR:
            raise ValueError(said)
    except (ValueError, OverflowError) as error:
        raise Misuse(f"`{said}` is no week", "write last, this, or a week of a year such as 2026-W36") from error
    if found.first > today:
        raise Misuse(f"week {said} has not begun", "name one that has, or say on which day you look with --today")
    return found


def span(first: date, last: date, today: date) -> Period:
    """The period from a day to another. Raises Misuse for one that is none, or is to come."""
    if first > last:
        raise Misuse(f"a period can't begin on {first} and end on {last}", "name the earlier day first")
    if first > today:
        raise Misuse(f"{first} is to come", "name an earlier day, or say with --today from which you look")
    if first.year < FIRST_YEAR or last.year > LAST_YEAR:
        raise Misuse(f"no report tells of {first} to {last}", f"name days from {FIRST_YEAR} to {LAST_YEAR}")
    return Period(first, last)


def said_week(said: str, today: date, starts: WeekStart) -> Period:
    """The week that is meant. Raises ValueError, and OverflowError where no calendar has it."""
    back = timedelta(days=(today.weekday() + (starts == "sunday")) % 7)
    match said:
        case "this":
            return week_from(today - back)
        case "last":
            return week_from(today - back - WEEK)
        case _ if found := NUMBERED.fullmatch(said):
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
            return week_from(monday - DAY if starts == "sunday" else monday)
    raise ValueError(said)


def week_from(first: date) -> Period:
    """The seven days from a Monday or a Sunday on."""
    monday = first + DAY if first.weekday() == SUNDAY else first
    return Period(first, first + WEEK - DAY, monday.isocalendar().week)
