"""A length of time as people say it: months and days by the calendar, seconds by the clock."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from prodops_cli.overlap.windows.instant import FOREVER, instant

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Duration:
    """None of the three is negative, else ValueError. A year is twelve months, a week seven days."""

    months: int = 0
    days: int = 0
    seconds: int = 0

    def __post_init__(self) -> None:
        if min(self.months, self.days, self.seconds) < 0:
            raise ValueError(f"a duration is not negative: {self}")

    def after(self, start: date | datetime, zone: tzinfo) -> datetime:
        """The instant in UTC at which a window of this length ends: 28 days from a day cover exactly 28 days.

        A month later is the same day of the month, or the month's last; a day later is the same clock time in the
        zone, so a day may have 23 or 25 hours. Past the calendar's end: FOREVER.
        """
        try:
            return min(self._shifted(start, zone) + timedelta(seconds=self.seconds), FOREVER)
        except OverflowError:
            return FOREVER

    def _shifted(self, start: date | datetime, zone: tzinfo) -> datetime:
        if not isinstance(start, datetime):
            return instant(self._later(start), zone)
        local = instant(start, zone).astimezone(zone)
        return instant(datetime.combine(self._later(local.date()), local.timetz()), zone)

    def _later(self, day: date) -> date:
        if not self.months:
            return day + timedelta(days=self.days)
        year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + self.months, MONTHS_IN_YEAR)
        if year > date.max.year:
            raise OverflowError
        last = monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last)) + timedelta(days=self.days)
