"""An axis of days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from prodops_cli.reports.rendering.html.drawings.drawing import LABELS, WIDTH
from prodops_cli.reports.rendering.html.element import element

MOST_WEEKS = 18
"""In a longer time, months are marked."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from a first one up to a last one, which is the edge."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day begins."""
        return LABELS + (WIDTH - LABELS) * (day - self.first).days / max((self.last - self.first).days, 1)

    def marks(self) -> Iterator[date]:
        """The Mondays, or the first days of months, of a long time only some."""
        if (self.last - self.first).days <= MOST_WEEKS * 7:
            start = self.first + timedelta(days=-self.first.weekday() % 7)
            yield from (start + timedelta(days=days) for days in range(0, (self.last - start).days + 1, 7))
            return
        months = range(self.first.year * 12 + self.first.month, self.last.year * 12 + self.last.month)
        step = len(months) // MOST_WEEKS + 1
        yield from (date(month // 12, month % 12 + 1, 1) for month in months[::step])

    def drawn(self, height: float) -> Iterator[Markup]:
        """A line and a day for each mark."""
        for day in self.marks():
            x = self.x(day)
            said = f"{day.day} {day:%b}" if (self.last - self.first).days <= MOST_WEEKS * 7 else f"{day:%b %Y}"
            yield element("line", x1=x, x2=x, y1=20.0, y2=height, class_="grid")
            yield element("text", said, x=x + 3, y=14.0, class_="small")
