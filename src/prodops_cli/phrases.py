"""Phrases: how people say days, counts, shares and lists."""

from collections.abc import Sequence
from datetime import date

ALMOST_ALL = 0.995
A_HUNDREDTH = 0.01
A_BILLION = 1e9
NEAR = 0.03
"""How far a share may be from `1 in 8`, as a part of it, to be called so."""


def day(when: date, today: date) -> str:
    """`7 Sep`; with its year where that is not today's."""
    return f"{when.day} {when:%b}" + ("" if when.year == today.year else f" {when.year}")


def days(first: date, last: date, today: date) -> str:
    """`7 Sep`, `7 to 14 Sep`, `28 Sep to 4 Oct`."""
    if first == last:
        return day(first, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last, today)}"
    return f"{day(first, today)} to {day(last, today)}"


def weekday(when: date, today: date) -> str:
    """`Fri 4 Sep`; with its year where that is not today's."""
    return f"{when:%a} {day(when, today)}"


def count(number: int, noun: str, plural: str = "") -> str:
    """`1 day`, `8 days`, `1,200 metrics`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def listing(words: Sequence[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def percent(share: float) -> str:
    """`12.5%` of 0.125: three digits that count, no zeros behind the point."""
    return f"{share * 100:.3g}%"


def signed(share: float) -> str:
    """`+3.4%` of 0.034, `−6.8%` of -0.068."""
    return f"{share * 100:+.1f}%".replace("-", "−")


def portion(share: float) -> str:
    """`all`, `3 in 4`, `half`, `1 in 8`, `37%`: a share from 0 to 1 as one says it."""
    if share >= ALMOST_ALL:
        return "all"
    for parts, whole in ((1, 2), (2, 3), (3, 4), *((1, each) for each in range(3, 21))):
        if abs(share - parts / whole) <= NEAR * share:
            return "half" if whole == 2 else f"{parts} in {whole}"
    return percent(share) if share >= A_HUNDREDTH else "fewer than 1 in 100"


def odds(chance: float) -> str:
    """`1 time in 3`, `1 time in 550,000`, `less than 1 time in a billion`: a chance up to 1, two digits that count."""
    if chance * A_BILLION < 1:
        return "less than 1 time in a billion"
    times = float(f"{1 / chance:.2g}")
    return f"1 time in {times:,.0f}"
