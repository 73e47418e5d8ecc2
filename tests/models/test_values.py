"""The values that documents are written in: what is read as what, and what is asked for instead."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from pydantic import BaseModel, ValidationError

from prodops_cli.models.values import (
    Amount,
    Count,
    Day,
    Duration,
    Moment,
    Number,
    Percent,
    Scalar,
    Share,
    earlier,
    parse_amount,
    parse_day,
    parse_duration,
    parse_moment,
    parse_percent,
    parse_scalar,
    parse_share,
)
from prodops_cli.overlap.windows.duration import Duration as Length

INF, NAN = float("inf"), float("nan")
PARIS = timezone(timedelta(hours=1))
GOOD: tuple[tuple[Callable[[object], object], object, object], ...] = (
    (parse_day, "2026-11-22", date(2026, 11, 22)),
    (parse_day, "2024-02-29", date(2024, 2, 29)),
    (parse_day, "0001-01-01", date(1, 1, 1)),
    (parse_moment, "2026-11-22", date(2026, 11, 22)),
    (parse_moment, "2026-11-22T09:00Z", datetime(2026, 11, 22, 9, tzinfo=UTC)),
    (parse_moment, "2026-11-22T09:00:00Z", datetime(2026, 11, 22, 9, tzinfo=UTC)),
    (parse_moment, "2026-11-22T09:00:00.5Z", datetime(2026, 11, 22, 9, 0, 0, 500_000, tzinfo=UTC)),
    (parse_moment, "2026-11-22T09:00:00+01:00", datetime(2026, 11, 22, 9, tzinfo=PARIS)),
    (parse_duration, "90d", Length(days=90)),
    (parse_duration, "2w", Length(days=14)),
    (parse_duration, "6mo", Length(months=6)),
    (parse_duration, "1y", Length(months=12)),
    (parse_duration, "2h", Length(seconds=7200)),
    (parse_duration, "20min", Length(seconds=1200)),
    (parse_duration, "30s", Length(seconds=30)),
    (parse_duration, "0d", Length()),
    (parse_duration, "P90D", Length(days=90)),
    (parse_duration, "P1Y2M3W4DT5H6M7S", Length(14, 25, 18_367)),
    (parse_duration, "PT2H", Length(seconds=7200)),
    (parse_duration, "999999999d", Length(days=999_999_999)),
    (parse_percent, 0, 0.0),
    (parse_percent, 25, 25.0),
    (parse_percent, 12.5, 12.5),
    (parse_percent, "25%", 25.0),
    (parse_percent, "12.5 %", 12.5),
    (parse_percent, "100%", 100.0),
    (parse_share, 0, 0.0),
    (parse_share, 0.25, 0.25),
    (parse_share, 1, 1.0),
    (parse_amount, 5, 5.0),
    (parse_amount, -0.05, -0.05),
    (parse_amount, "5%", 0.05),
    (parse_amount, "150 %", 1.5),
    (parse_scalar, "a", "a"),
    (parse_scalar, True, True),
    (parse_scalar, 12, 12),
    (parse_scalar, 1.5, 1.5),
)
A_DAY = "a day such as 2026-11-22"
A_MOMENT = "a day such as 2026-11-22, or an instant such as 2026-11-22T09:00:00+01:00"
A_DURATION = "a duration such as 90d, 2w, 6mo, 1y or 2h"
A_PERCENT = "a percent from 0 to 100, such as 25 or 25%"
A_SHARE = "a share from 0 to 1, such as 0.25"
AN_AMOUNT = "a number such as 0.05, or a percent such as 5%"
A_SCALAR = "a text, a number, true or false"
BAD: tuple[tuple[type, tuple[object, ...], str], ...] = (
    (Day, ("22.11.2026", "2026-11-2", "20261122", "2026-W47-1", "2026-11-22T09:00Z", " 2026-11-22", ""), A_DAY),
    (Day, (20261122, True, [], {}, "२०२६-११-२२"), A_DAY),
    (Moment, ("next Tuesday", "THURSDAY", "T", "2026-11-22 09:00", "20261122T090000Z", "2026-W47-1T09:00Z"), A_MOMENT),
    (Moment, (20261122, True, [], {}, "2026-11-22T9:00Z", "2026-11-22T09Z", "2026-11-22T09:00:00,5Z"), A_MOMENT),
    (Duration, (90, 1.5, True, [], {}, "", "d", "90", "90 d", "90days", "-90d", "1.5d", "1mo2d", "90D"), A_DURATION),
    (Duration, ("P", "PT", "P1DT", "P1H", "PT1D", "p90d", "P-1D", "9" * 10 + "d", "9" * 5000 + "d", "٣d"), A_DURATION),
    (
        Percent,
        (-1, 101, INF, NAN, True, [], {}, "25", "a", "%", "-5%", "101%", "1e1%", "25%%", "9" * 400 + "%"),
        A_PERCENT,
    ),
    (Share, (-0.1, 1.1, 25, INF, NAN, True, [], {}, "0.5", "5%"), A_SHARE),
    (Amount, (INF, -INF, NAN, True, [], {}, "5", "a", "-5%", "9" * 400 + "%"), AN_AMOUNT),
    (Scalar, (None, INF, NAN, [], {}), A_SCALAR),
)
IMPOSSIBLE: tuple[tuple[type, str], ...] = (
    (Day, "2026-02-30"),
    (Day, "2025-02-29"),
    (Day, "2026-13-01"),
    (Day, "2026-00-10"),
    (Day, "0000-01-01"),
    (Moment, "2026-02-30"),
    (Moment, "2026-02-30T09:00Z"),
    (Moment, "2026-02-30T09:00"),
    (Moment, "2026-02-28T25:00Z"),
    (Moment, "2026-02-28T09:61Z"),
    (Moment, "2026-02-28T09:00+99:00"),
)
SORTS: tuple[tuple[type, object, str], ...] = (
    (Number, "5", "float_type"),
    (Number, True, "float_type"),
    (Number, INF, "finite_number"),
    (Number, NAN, "finite_number"),
    (Count, 1.5, "int_type"),
    (Count, True, "int_type"),
    (Count, -1, "greater_than_equal"),
)


def error_of(sort: type, value: object) -> tuple[str, str]:
    """The type and the message of what is wrong with a value."""

    class Holder(BaseModel):
        value: sort  # type: ignore[valid-type]

    with pytest.raises(ValidationError) as caught:
        Holder.model_validate({"value": value})
    (error,) = caught.value.errors()
    return error["type"], error["msg"]


@pytest.mark.parametrize(("parse", "value", "read"), GOOD)
def test_what_is_read(parse: Callable[[object], object], value: object, read: object) -> None:
    assert parse(value) == read
    assert type(parse(value)) is type(read)


@pytest.mark.parametrize(
    ("sort", "value", "wanted"), [(sort, value, wanted) for sort, values, wanted in BAD for value in values]
)
def test_what_is_asked_for_instead(sort: type, value: object, wanted: str) -> None:
    assert error_of(sort, value) == ("wrong_type", wanted)


@pytest.mark.parametrize("value", ["2026-11-22T09:00", "2026-11-22T09:00:00"])
def test_an_instant_has_a_time_zone(value: str) -> None:
    assert error_of(Moment, value) == ("wrong_type", f"a time zone, too, such as {value}Z or {value}+01:00")


@pytest.mark.parametrize(("sort", "value"), IMPOSSIBLE)
def test_what_no_calendar_has(sort: type, value: str) -> None:
    assert error_of(sort, value)[0] == "impossible_date"


@pytest.mark.parametrize(("sort", "value", "error"), SORTS)
def test_numbers(sort: type, value: object, error: str) -> None:
    assert error_of(sort, value)[0] == error


@pytest.mark.parametrize(
    ("day", "length", "before"),
    [
        (date(2026, 3, 31), Length(months=1), date(2026, 2, 28)),
        (date(2026, 1, 15), Length(days=30), date(2025, 12, 16)),
        (date(2026, 1, 15), Length(seconds=1), date(2026, 1, 14)),
        (date(2026, 1, 15), Length(months=999_999_999), date.min),
        (date(2026, 1, 15), Length(days=999_999_999), date.min),
        (date(2026, 1, 15), Length(seconds=999_999_999 * 3600), date.min),
    ],
)
def test_earlier(day: date, length: Length, before: date) -> None:
    assert earlier(day, length) == before
