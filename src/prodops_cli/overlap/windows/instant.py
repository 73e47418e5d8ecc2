"""Instants in UTC, made of days and clock times in a catalog's time zone."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

# A day of year 1 or 9999 can't be shown in every zone: such dates mean "always was" and "never ends".
BEGINNING = datetime(1, 12, 30, tzinfo=UTC)
FOREVER = datetime(9999, 1, 2, tzinfo=UTC)


def instant(moment: date | datetime, zone: tzinfo) -> datetime:
    """In UTC, since datetimes of one zone are compared by their clocks, which go back once a year.

    A day is its first instant; a clock time without an offset is read in the zone.
    """
    match moment:
        case datetime():
            return _utc(moment if moment.tzinfo else moment.replace(tzinfo=zone))
        case _:
            return _first(moment, zone)


@lru_cache(maxsize=4096)
def _first(day: date, zone: tzinfo) -> datetime:
    """The first instant of a day; thousands of experiments begin and end on some hundred days."""
    return _utc(datetime(day.year, day.month, day.day, tzinfo=zone))


def end_of(moment: date | datetime, zone: tzinfo) -> datetime:
    """The first instant that is no longer within: a day is covered to its end, a clock time not at all."""
    match moment:
        case datetime():
            return instant(moment, zone)
        case _:
            return FOREVER if moment.year == date.max.year else instant(moment + timedelta(days=1), zone)


def _utc(moment: datetime) -> datetime:
    if moment.year == date.min.year:
        return BEGINNING
    if moment.year == date.max.year:
        return FOREVER
    return moment.astimezone(UTC)
