"""The clock: instants as whole minutes, by the clock on the wall, so that two weeks are always as long."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from prodops_cli.overlap.windows.instant import instant
from prodops_cli.overlap.windows.stretch import Stretch

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since the beginning of today, where the catalog is."""

    today: date
    zone: ZoneInfo

    def minutes(self, at: datetime) -> int:
        """An instant in minutes, rounded up."""
        return ceil((at.astimezone(self.zone).replace(tzinfo=None) - self._midnight) / MINUTE)

    def span(self, stretch: Stretch) -> tuple[int, int]:
        """The first minute of a stretch, and the first after it."""
        begun = (stretch.start.astimezone(self.zone).replace(tzinfo=None) - self._midnight) // MINUTE
        return begun, self.minutes(stretch.stop)

    def begin(self, day: date) -> int:
        """The first minute of a day."""
        return (datetime(day.year, day.month, day.day) - self._midnight) // MINUTE

    def wall(self, minutes: int) -> datetime:
        """What clocks show then."""
        return self._midnight + minutes * MINUTE

    def instant(self, minutes: int) -> datetime:
        """The instant of a minute."""
        return instant(self.wall(minutes), self.zone)

    def day(self, minutes: int) -> date:
        """The day of a minute."""
        return self.wall(minutes).date()

    def last_day(self, stop: int) -> date:
        """The last day of what stops then."""
        return self.day(stop - 1)

    @property
    def _midnight(self) -> datetime:
        return datetime(self.today.year, self.today.month, self.today.day)
