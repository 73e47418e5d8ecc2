"""Days, instants and durations of others, as ISO 8601 has them and documents write them."""

import re
from datetime import UTC, datetime
from typing import Final

from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.models.values import DAY, ISO_DURATION, SHORT_DURATION

STAMP: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)? ?(Z|UTC|[-+]\d{2}:?\d{2})?", re.ASCII
)
LENGTH: Final = re.compile(r"(\d{1,9}) ?(minute|hour|day|week|month|quarter|year)s?", re.IGNORECASE | re.ASCII)
UNITS: Final = {"minute": "min", "hour": "h", "day": "d", "week": "w", "month": "mo", "quarter": "mo", "year": "y"}


def day(text: str, written: str | None = None) -> str:
    """The day of a text: ISO 8601, with or without a time, or as `written` says (`%d.%m.%Y`). Raises Unfit."""
    if written is not None:
        try:
            return datetime.strptime(text.strip(), written).date().isoformat()
        except ValueError as error:
            raise Unfit(f"`{text}` is no day written as `{written}`", "mend it, or say how days are written") from error
    if DAY.fullmatch(text):
        return text
    if found := STAMP.fullmatch(text):
        return found[1]
    raise Unfit(f"`{text}` is no day such as 2026-11-22", "say how days are written: --days %d.%m.%Y")


def moment(text: str, written: str | None = None) -> str:
    """The day or the instant of a text; an instant without a zone is taken in UTC, as others' interfaces give it."""
    found = STAMP.fullmatch(text) if written is None else None
    if not found:
        return day(text, written)
    return f"{found[1]}T{found[2]}{zone(found[3] or 'Z')}"


def zone(said: str) -> str:
    """A zone as documents write it: `Z`, or `+01:00`."""
    if said in ("Z", "UTC"):
        return "Z"
    return said if ":" in said else f"{said[:3]}:{said[3:]}"


def of_number(seconds: float) -> str:
    """The instant of a number of seconds, or milliseconds, since 1970. Raises Unfit."""
    try:
        return datetime.fromtimestamp(seconds / (1000 if seconds > 1e11 else 1), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError) as error:
        raise Unfit(f"`{seconds}` is no day", "mend it, or leave it out") from error


def duration(text: str) -> str:
    """`7 days` as `7d`; what is a duration already stays as it is. Raises Unfit."""
    if re.fullmatch(SHORT_DURATION, text) or re.fullmatch(ISO_DURATION, text):
        return text
    found = LENGTH.fullmatch(text.strip())
    if not found:
        raise Unfit(f"`{text}` is no duration such as 90d", "mend it, or leave it out")
    unit = found[2].lower()
    return f"{int(found[1]) * (3 if unit == 'quarter' else 1)}{UNITS[unit]}"
