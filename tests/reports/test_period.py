"""Weeks: what `last`, `this` and `2026-W36` mean on a day."""

from datetime import date

import pytest

from prodops_cli.failure import Misuse
from prodops_cli.reports.material.period import Period, WeekStart, span, week

MONDAY = date(2026, 9, 7)
SUNDAY = date(2026, 9, 6)


@pytest.mark.parametrize(
    ("said", "today", "starts", "first", "last", "number"),
    [
        ("last", MONDAY, "monday", "2026-08-31", "2026-09-06", 36),
        ("last", SUNDAY, "monday", "2026-08-24", "2026-08-30", 35),
        ("this", SUNDAY, "monday", "2026-08-31", "2026-09-06", 36),
        ("this", MONDAY, "monday", "2026-09-07", "2026-09-13", 37),
        ("last", SUNDAY, "sunday", "2026-08-30", "2026-09-05", 36),
        ("this", SUNDAY, "sunday", "2026-09-06", "2026-09-12", 37),
        ("last", MONDAY, "sunday", "2026-08-30", "2026-09-05", 36),
        ("2026-W36", MONDAY, "monday", "2026-08-31", "2026-09-06", 36),
        ("2026-w36", MONDAY, "sunday", "2026-08-30", "2026-09-05", 36),
        ("2020-W53", MONDAY, "monday", "2020-12-28", "2021-01-03", 53),
        ("2021-W01", MONDAY, "monday", "2021-01-04", "2021-01-10", 1),
        ("last", date(2021, 1, 4), "monday", "2020-12-28", "2021-01-03", 53),
        ("1900-W02", MONDAY, "monday", "1900-01-08", "1900-01-14", 2),
    ],
)
def test_a_week(said: str, today: date, starts: WeekStart, first: str, last: str, number: int) -> None:
    assert week(said, today, starts) == Period(date.fromisoformat(first), date.fromisoformat(last), number)


@pytest.mark.parametrize(
    ("said", "starts", "sentence"),
    [
        ("2026-W54", "monday", "is no week"),
        ("2025-W53", "monday", "is no week"),
        ("2026-W00", "monday", "is no week"),
        ("2026-36", "monday", "is no week"),
        ("next", "monday", "is no week"),
        ("", "monday", "is no week"),
        ("0001-W01", "sunday", "is no week"),
        ("2026-W37", "monday", ""),
        ("2026-W38", "monday", "has not begun"),
        ("2999-W01", "monday", "has not begun"),
        ("0001-W02", "monday", "is no week"),
        ("9999-W52", "monday", "is no week"),
    ],
)
def test_no_week(said: str, starts: WeekStart, sentence: str) -> None:
    if sentence:
        with pytest.raises(Misuse, match=sentence):
            week(said, MONDAY, starts)
    else:
        week(said, MONDAY, starts)


def test_the_first_day_of_all_has_no_week_before() -> None:
    with pytest.raises(Misuse, match="is no week"):
        week("last", date.min, "monday")


@pytest.mark.parametrize(
    ("today", "over", "seen_from"),
    [(MONDAY, True, MONDAY), (date(2026, 12, 1), True, MONDAY), (SUNDAY, False, SUNDAY)],
)
def test_the_day_from_which_it_is_seen(today: date, over: bool, seen_from: date) -> None:
    period = week("2026-W36", today, "monday")
    assert period.is_over(today) is over
    assert period.seen_from(today) == seen_from


def test_the_week_after_and_what_is_in_a_week() -> None:
    period = week("2026-W36", MONDAY, "sunday")
    assert period.next == Period(SUNDAY, date(2026, 9, 12), 37)
    assert date(2026, 8, 30) in period
    assert date(2026, 9, 5) in period
    assert SUNDAY not in period
    assert None not in period


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2026-09-02", "2026-09-01", "can't begin on 2026-09-02 and end on 2026-09-01"),
        ("2026-09-09", "2026-09-10", "2026-09-09 is to come"),
        ("1066-10-14", "2026-09-01", "no report tells of 1066-10-14"),
    ],
)
def test_a_span_that_cannot_be(first: str, last: str, said: str) -> None:
    with pytest.raises(Misuse, match=said):
        span(date.fromisoformat(first), date.fromisoformat(last), date(2026, 9, 8))


def test_a_span() -> None:
    found = span(date(2026, 8, 20), date(2026, 9, 6), date(2026, 9, 8))
    assert found == Period(date(2026, 8, 20), date(2026, 9, 6))
    assert (found.next.first, found.next.last) == (date(2026, 9, 7), date(2026, 9, 13))
    assert found.seen_from(date(2026, 9, 8)) == date(2026, 9, 7)
