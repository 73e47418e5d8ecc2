"""What the overlap engine says, in the words of people."""

from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.overlap.audiences.value import ClientValue, Opaque
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.buckets import Buckets
from prodops_cli.overlap.collide import Witness
from prodops_cli.phrases import day, listing, percent, portion

NOTHING_KNOWN: Final = 0.95
"""Of a share that may be anything between numbers so far apart, nothing is said."""


def witnessed(found: Witness, zone: ZoneInfo, today: date) -> str:
    """A user and a day: `a user with country DE and platform web on 7 Sep`."""
    said = [f"{name} {in_words(value)}" for name, value in sorted(found.client.items()) if value is not None]
    lacking = [f"no {name}" for name, value in sorted(found.client.items()) if value is None]
    when = day(local(found.at, zone), today)
    return f"a user with {listing(said + lacking)} on {when}" if said or lacking else f"any user on {when}"


def local(at: datetime, zone: ZoneInfo) -> date:
    """The day of an instant where the catalog is."""
    return at.astimezone(zone).date()


def in_words(value: ClientValue) -> str:
    """A value of an attribute, as one would write it."""
    if isinstance(value, tuple):
        return listing([in_words(each) for each in value])
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"for whom `{value.text}` holds" if isinstance(value, Opaque) else str(value)


def part(share: Bounds) -> str:
    """`half`, `12% to 40%`, `up to 20%`; nothing where nothing is known."""
    if share.exact:
        return portion(share.low)
    if share.high - share.low >= NOTHING_KNOWN:
        return ""
    return f"{percent(share.low)} to {percent(share.high)}" if share.low else f"up to {percent(share.high)}"


def as_written(buckets: Buckets) -> str:
    """Ranges of buckets as one writes them: `[[0, 1000], [2000, 3000]]`."""
    return f"[{', '.join(f'[{each.start}, {each.stop}]' for each in buckets)}]"
