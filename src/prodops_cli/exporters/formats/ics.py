"""iCalendar, as RFC 5545 has it: a calendar that people subscribe to; every event is of whole days."""

import re
from collections.abc import Iterator
from typing import Final

from prodops_cli.exporters.calendar.days import TOLD, events
from prodops_cli.exporters.calendar.event import folded, text
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.phrases import listing

NO_WORD: Final = re.compile("[^a-z0-9]+")


def write(material: Material, _: str) -> bytes:
    """The calendar."""
    return "".join(map(folded, lines(material))).encode(errors="backslashreplace")


def lines(material: Material) -> Iterator[str]:
    """The lines, not yet folded."""
    settings = material.catalog.settings.catalog
    name = text(f"{settings.name or 'Product'} calendar")
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//prodops//prodops//EN"
    yield "CALSCALE:GREGORIAN"
    yield "METHOD:PUBLISH"
    yield f"NAME:{name}"
    yield f"X-WR-CALNAME:{name}"
    yield f"X-WR-TIMEZONE:{text(settings.timezone)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
    yield "X-PUBLISHED-TTL:P1D"
    domain = f"{NO_WORD.sub('-', (settings.name or 'catalog').lower()).strip('-')}.prodops"
    for event in events(material):
        yield from event.lines(material.at, domain)
    yield "END:VCALENDAR"


def remarks(material: Material) -> Iterator[str]:
    """That nothing is in it."""
    if not any(events(material)):
        have = listing([model.kind for model in TOLD])
        yield f"No day is in it: nothing that was asked for has one; the kinds {have} can, and whatever is reviewed."


TARGET: Final = Target(write, remarks=remarks, suffix=".ics")
