"""Events: something that happens on a day or on several, and how RFC 5545 writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import quote

from prodops_cli.escape import terminal
from prodops_cli.outputs.shorten import shortened

LONGEST_LINE: Final = 75
"""How many bytes a line may have, without its end."""
LONGEST_TEXT: Final = 1000
LONGEST_SUMMARY: Final = 200
SPECIAL: Final = re.compile(r"[\\;,]")


@dataclass(frozen=True, slots=True)
class Event:
    """An event of whole days. `name` is what it is known by for ever; `last` is the last day, where there are several.

    A tentative one may still move, or never come.
    """

    name: str
    summary: str
    first: date
    last: date | None
    category: str
    description: str
    is_tentative: bool = False

    def lines(self, at: datetime, domain: str) -> Iterator[str]:
        """The lines of the event, as of an instant in UTC; of all calendars, this one is known by its domain."""
        last = max(self.last or self.first, self.first)
        yield "BEGIN:VEVENT"
        yield f"UID:{quote(self.name, safe='', errors='backslashreplace')}@{domain}"
        yield f"DTSTAMP:{stamp(at)}"
        yield f"DTSTART;VALUE=DATE:{basic(self.first)}"
        if last < date.max:  # without an end it is one day
            yield f"DTEND;VALUE=DATE:{basic(last + timedelta(days=1))}"
        yield f"SUMMARY:{text(shortened(self.summary, LONGEST_SUMMARY))}"
        yield f"DESCRIPTION:{text(self.description)}"
        yield f"CATEGORIES:{text(self.category)}"
        yield f"STATUS:{'TENTATIVE' if self.is_tentative else 'CONFIRMED'}"
        yield "TRANSP:TRANSPARENT"
        yield "END:VEVENT"


def text(said: str) -> str:
    """A text as a value: no other property begins in it, and what can't be seen is shown."""
    short = said if len(said) <= LONGEST_TEXT else f"{said[: LONGEST_TEXT - 1]}…"
    return r"\n".join(SPECIAL.sub(r"\\\g<0>", terminal(line)) for line in short.strip().split("\n"))


def basic(day: date) -> str:
    """A day without its dashes."""
    return day.isoformat().replace("-", "")


def stamp(at: datetime) -> str:
    """An instant in UTC."""
    return at.strftime("%Y%m%dT%H%M%SZ")


def folded(line: str) -> str:
    """A line with its end, parted where it is too long, and never within a character."""
    parts = [""]
    room = LONGEST_LINE
    for character in line:
        size = len(character.encode(errors="backslashreplace"))
        if size > room:
            parts.append("")
            room = LONGEST_LINE - 1  # a space begins the next one
        parts[-1] += character
        room -= size
    return "\r\n ".join(parts) + "\r\n"
