"""A matter: something that somebody has to decide."""

from dataclasses import dataclass
from datetime import date, timedelta

from prodops_cli.phrases import weekday
from prodops_cli.reports.material.edition import Edition

FRIDAY = 4
SATURDAY = 5
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Matter:
    """What is to be decided, by whom, by when (`when` as one says it, `by` to sort), and what one could do.

    `owners` are the ids of those who have to see to it: of two experiments, the owners of both.
    """

    what: str
    who: str
    by: date
    when: str
    text: str
    option: str
    owners: tuple[str | None, ...]


def dated(by: date, today: date) -> str:
    """`by Fri 4 Sep`; `now` where that is gone, `today` where it is today."""
    if by < today:
        return "now"
    return "today" if by == today else f"by {weekday(by, today)}"


def this_friday(today: date) -> date:
    """The last working day of this week; on a weekend, of the next."""
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7)


def soon(edition: Edition) -> str:
    """`this week`; a report of another period than a week says which day that means."""
    return "this week" if edition.period.is_week else dated(this_friday(edition.today), edition.today)


def workday_before(day: date) -> date:
    """The last working day before a day."""
    before = day - DAY
    while before.weekday() >= SATURDAY:
        before -= DAY
    return before
