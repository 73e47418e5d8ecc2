"""The days of a stretch of time, as people say them."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from prodops_cli.overlap.windows.instant import BEGINNING
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.phrases import count, day, days


def first_day(stretch: Stretch, zone: ZoneInfo) -> date | None:
    """The day of its first instant; None where it always was."""
    return None if stretch.start <= BEGINNING else stretch.start.astimezone(zone).date()


def last_day(stretch: Stretch, zone: ZoneInfo) -> date | None:
    """The day of its last instant; None where no end is in sight."""
    return None if stretch.open_ended else day_before(stretch.stop, zone)


def day_before(stop: datetime, zone: ZoneInfo) -> date:
    """The last day of something that stops then."""
    return (stop - timedelta(microseconds=1)).astimezone(zone).date()


def when(stretch: Stretch, zone: ZoneInfo, today: date) -> str:
    """`from 7 to 14 Sep (8 days)`, `on 7 Sep`, `from 7 Sep on, with no end in sight`."""
    first, last = first_day(stretch, zone), last_day(stretch, zone)
    match first, last:
        case None, None:
            return "at any time"
        case None, date():
            return f"until {day(last, today)}"
        case date(), None:
            return f"from {day(first, today)} on, with no end in sight"
        case date(), date() if first == last:
            return f"on {day(first, today)}"
        case date(), date():
            return f"from {days(first, last, today)} ({count((last - first).days + 1, 'day')})"
        case _:
            raise AssertionError(stretch)
