"""When experiments expose, and when two of them do: by tables, and against a calendar read day by day."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import (
    Backwards,
    NoEnd,
    NoStart,
    Overdue,
    Status,
    Timing,
    Window,
    common,
    meet,
    window,
)
from tests.effort import examples

TODAY = date(2026, 4, 15)
PARIS = ZoneInfo("Europe/Paris")
TOKYO = ZoneInfo("Asia/Tokyo")
NEW_YORK = ZoneInfo("America/New_York")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def utc(month: int, number: int, hour: int = 0) -> datetime:
    return datetime(2026, month, number, hour, tzinfo=UTC)


def made(status: Status = "scheduled", **dates: Any) -> Window:
    return window(Timing(status, **dates), TODAY, UTC)


def sure(start: datetime, stop: datetime) -> Window:
    return Window(Stretch(start, stop), Stretch(start, stop))


TONIGHT = utc(4, 16)

WINDOWS = {
    "an end covers its day": (
        Timing("scheduled", start=day(3, 1), end=day(3, 31)),
        sure(utc(3, 1), utc(4, 1)),
    ),
    "one day": (Timing("scheduled", start=day(3, 1), end=day(3, 1)), sure(utc(3, 1), utc(3, 2))),
    "instants": (
        Timing("scheduled", start=utc(3, 1, 9), end=utc(3, 31, 15)),
        sure(utc(3, 1, 9), utc(3, 31, 15)),
    ),
    "open-ended": (Timing("draft", start=day(3, 1)), sure(utc(3, 1), FOREVER)),
    "start and duration": (
        Timing("draft", start=day(3, 1), duration=Duration(days=28)),
        sure(utc(3, 1), utc(3, 29)),
    ),
    "an end beats a duration": (
        Timing("draft", start=day(3, 1), end=day(3, 2), duration=Duration(days=28)),
        sure(utc(3, 1), utc(3, 3)),
    ),
    "actual beats planned": (
        Timing("completed", day(3, 1), day(3, 31), actual_start=day(3, 2), actual_end=day(3, 20)),
        sure(utc(3, 2), utc(3, 21)),
    ),
    "the duration begins with the actual start": (
        Timing("running", day(4, 1), actual_start=day(4, 10), duration=Duration(days=28)),
        sure(utc(4, 10), utc(5, 8)),
    ),
    "running, and its end is to come": (
        Timing("running", day(3, 1), day(5, 1)),
        sure(utc(3, 1), utc(5, 2)),
    ),
    "running on its last day": (
        Timing("running", day(3, 1), TODAY),
        sure(utc(3, 1), TONIGHT),
    ),
    "overdue": (
        Timing("running", day(3, 1), day(4, 14)),
        Window(Stretch(utc(3, 1), TONIGHT), Stretch(utc(3, 1), FOREVER), Overdue(utc(4, 15))),
    ),
    "paused and overdue": (
        Timing("paused", day(3, 1), day(3, 31)),
        Window(Stretch(utc(3, 1), TONIGHT), Stretch(utc(3, 1), FOREVER), Overdue(utc(4, 1))),
    ),
    "overdue by its duration": (
        Timing("running", day(3, 1), duration=Duration(days=7)),
        Window(Stretch(utc(3, 1), TONIGHT), Stretch(utc(3, 1), FOREVER), Overdue(utc(3, 8))),
    ),
    "started after it should have ended": (
        Timing("running", day(3, 1), day(3, 14), actual_start=day(4, 1)),
        Window(Stretch(utc(4, 1), TONIGHT), Stretch(utc(4, 1), FOREVER), Overdue(utc(3, 15))),
    ),
    "late, not running": (Timing("scheduled", day(3, 1), day(3, 14)), sure(utc(3, 1), utc(3, 15))),
    "completed in time": (Timing("completed", day(3, 1), day(3, 14)), sure(utc(3, 1), utc(3, 15))),
    "cancelled, nothing actual": (Timing("cancelled", day(6, 1), day(6, 14)), sure(utc(6, 1), utc(6, 15))),
    "draft without start": (Timing("draft"), Window(None, Stretch(utc(4, 15), FOREVER), NoStart())),
    "draft with an end alone": (
        Timing("draft", end=day(3, 1)),
        Window(None, Stretch(utc(4, 15), FOREVER), NoStart()),
    ),
    "running without start": (Timing("running", end=day(5, 1)), Window(None, ALWAYS, NoStart())),
    "running without start, overdue": (Timing("running", end=day(3, 1)), Window(None, ALWAYS, NoStart())),
    "completed without start": (
        Timing("completed", end=day(3, 1)),
        Window(None, Stretch(BEGINNING, utc(3, 2)), NoStart()),
    ),
    "completed without dates": (Timing("completed"), Window(None, Stretch(BEGINNING, TONIGHT), NoStart())),
    "completed without end": (
        Timing("completed", day(3, 1)),
        Window(None, Stretch(utc(3, 1), TONIGHT), NoEnd()),
    ),
    "cancelled before it starts, without end": (
        Timing("cancelled", day(6, 1)),
        Window(None, Stretch(utc(6, 1), FOREVER), NoEnd()),
    ),
    "backwards": (Timing("scheduled", day(3, 2), day(3, 1)), Window(None, ALWAYS, Backwards())),
    "backwards and completed": (Timing("completed", day(3, 2), day(3, 1)), Window(None, ALWAYS, Backwards())),
    "stops as it starts": (Timing("scheduled", utc(3, 1), utc(3, 1)), Window(None, ALWAYS, Backwards())),
    "no duration at all": (
        Timing("draft", day(3, 1), duration=Duration()),
        Window(None, ALWAYS, Backwards()),
    ),
    "running, starts tomorrow, ended yesterday": (
        Timing("running", day(4, 16), day(4, 14)),
        Window(None, ALWAYS, Backwards()),
    ),
    "to the end of the calendar": (
        Timing("scheduled", day(3, 1), date.max),
        sure(utc(3, 1), FOREVER),
    ),
    "from the beginning of the calendar": (
        Timing("completed", date.min, day(3, 1)),
        sure(BEGINNING, utc(3, 2)),
    ),
}


@pytest.mark.parametrize(("timing", "expected"), WINDOWS.values(), ids=WINDOWS)
def test_a_window(timing: Timing, expected: Window) -> None:
    assert window(timing, TODAY, UTC) == expected


ZONES = {
    "the day is the catalog's": (PARIS, day(3, 1), day(3, 1), (2026, 2, 28, 23), (2026, 3, 1, 23)),
    "a day of 23 hours": (PARIS, day(3, 29), day(3, 29), (2026, 3, 28, 23), (2026, 3, 29, 22)),
    "a day of 25 hours": (NEW_YORK, day(11, 1), day(11, 1), (2026, 11, 1, 4), (2026, 11, 2, 5)),
    "a day without midnight": (
        ZoneInfo("Africa/Cairo"),
        date(2026, 4, 24),
        date(2026, 4, 24),
        (2026, 4, 23, 22),
        (2026, 4, 24, 21),
    ),
    "a clock time is the zone's": (TOKYO, datetime(2026, 3, 1, 9), day(3, 1), (2026, 3, 1, 0), (2026, 3, 1, 15)),
}


@pytest.mark.parametrize(("zone", "start", "end", "first", "stop"), ZONES.values(), ids=ZONES)
def test_days_are_days_of_the_zone(
    zone: ZoneInfo, start: date, end: date, first: tuple[int, int, int, int], stop: tuple[int, int, int, int]
) -> None:
    expected = Stretch(datetime(*first, tzinfo=UTC), datetime(*stop, tzinfo=UTC))
    assert window(Timing("scheduled", start, end), TODAY, zone).sure == expected


@pytest.mark.parametrize("zone", [TOKYO, NEW_YORK, UTC])
@pytest.mark.parametrize("moment", [date.min, date.max, datetime.min, datetime.max])
def test_every_day_of_the_calendar_has_a_window(zone: ZoneInfo, moment: date) -> None:
    for timing in (Timing("scheduled", start=moment), Timing("running", end=moment), Timing("completed", end=moment)):
        assert window(timing, moment if type(moment) is date else TODAY, zone).possible


def joint(start: datetime, stop: datetime) -> Together[Stretch]:
    return Together(Stretch(start, stop))


DRAFT = made("draft")
LIVE = made("running", start=day(3, 1), end=day(5, 1))
LATE = made("running", start=day(3, 1), end=day(3, 31))

MEETINGS = {
    "1: to the end of the day": (
        made(start=day(3, 1), end=day(3, 31)),
        made(start=day(3, 31), end=day(4, 30)),
        joint(utc(3, 31), utc(4, 1)),
    ),
    "2: up to the instant": (
        made(start=utc(3, 1), end=utc(3, 31)),
        made(start=utc(3, 31), end=utc(4, 30)),
        Apart(("time",)),
    ),
    "3: tomorrow elsewhere": (
        made(start=day(3, 1), end=day(3, 31)),
        made(start=datetime(2026, 3, 31, 15, tzinfo=UTC), end=day(4, 30)),
        joint(utc(3, 31, 15), utc(4, 1)),
    ),
    "4: overdue, and the other starts today": (
        LATE,
        made(start=TODAY, end=day(4, 30)),
        joint(utc(4, 15), TONIGHT),
    ),
    "overdue, and the other starts tomorrow": (
        LATE,
        made(start=day(4, 16), end=day(4, 30)),
        Unsure((Overdue(utc(4, 1)),)),
    ),
    "overdue, and the other ended before": (
        LATE,
        made("completed", start=day(2, 1), end=day(2, 28)),
        Apart(("time",)),
    ),
    "5: draft without start": (DRAFT, LIVE, Unsure((NoStart(),))),
    "two drafts": (DRAFT, DRAFT, Unsure((NoStart(), NoStart()))),
    "both open-ended": (made(start=day(3, 1)), made(start=day(4, 1)), joint(utc(4, 1), FOREVER)),
    "long over, nobody knows since when": (made("completed"), made(start=day(5, 1)), Apart(("time",))),
}


@pytest.mark.parametrize(("a", "b", "expected"), MEETINGS.values(), ids=MEETINGS)
def test_two_windows_meet(a: Window, b: Window, expected: Any) -> None:
    assert meet(a, b) == expected


def test_what_is_common_is_sure_or_else_possible() -> None:
    later = made(start=day(4, 16), end=day(4, 30))
    assert common(LATE, LIVE) == Stretch(utc(3, 1), TONIGHT)
    assert common(LATE, later) == Stretch(utc(4, 16), utc(5, 1))
    assert common(made(start=day(3, 1), end=day(3, 2)), later) is None


DURATIONS = {
    "days from a day": (Duration(days=28), day(3, 1), UTC, utc(3, 29)),
    "a month, clamped": (Duration(months=1), day(1, 31), UTC, utc(2, 28)),
    "a month, clamped in a leap year": (Duration(months=1), date(2028, 1, 31), UTC, datetime(2028, 2, 29, tzinfo=UTC)),
    "a year": (Duration(months=12), day(3, 1), UTC, datetime(2027, 3, 1, tzinfo=UTC)),
    "from an instant": (Duration(days=1), utc(3, 1, 9), UTC, utc(3, 2, 9)),
    "the same clock time, an hour less": (Duration(days=1), utc(3, 28, 9), PARIS, utc(3, 29, 8)),
    "24 hours are 24 hours": (Duration(seconds=86400), utc(3, 28, 9), PARIS, utc(3, 29, 9)),
    "months before days": (Duration(months=1, days=1), day(1, 31), UTC, utc(3, 1)),
    "hours from a day": (Duration(seconds=7200), day(3, 1), PARIS, utc(3, 1, 1)),
    "in the hour that comes twice": (Duration(), datetime(2026, 11, 1, 6, tzinfo=UTC), NEW_YORK, utc(11, 1, 6)),
    "past the calendar": (Duration(days=10**12), day(3, 1), UTC, FOREVER),
    "many months": (Duration(months=10**12), day(3, 1), UTC, FOREVER),
    "many seconds": (Duration(seconds=10**18), day(3, 1), UTC, FOREVER),
    "into the last year": (Duration(days=1), date.max, UTC, FOREVER),
}


@pytest.mark.parametrize(("duration", "start", "zone", "expected"), DURATIONS.values(), ids=DURATIONS)
def test_a_duration(duration: Duration, start: date, zone: ZoneInfo, expected: datetime) -> None:
    assert duration.after(start, zone) == expected


def test_no_duration_is_negative() -> None:
    with pytest.raises(ValueError, match="not negative"):
        Duration(days=-1)


# The ground truth asks what day it is in the zone, and knows of no midnight in UTC.
FIRST = datetime(2026, 3, 25, tzinfo=UTC)
TICKS = [FIRST + timedelta(minutes=30 * tick) for tick in range(48 * 10)]
NOW = date(2026, 3, 30)

moments = st.sampled_from(TICKS) | st.dates(date(2026, 3, 25), date(2026, 4, 3))
statuses: st.SearchStrategy[Status] = st.sampled_from(["draft", "scheduled", "running", "paused", "completed"])
timings = st.builds(Timing, statuses, *[st.none() | moments] * 2)
zones = st.sampled_from([UTC, PARIS, TOKYO, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Los_Angeles")])


def exposes(timing: Timing, tick: datetime, zone: ZoneInfo) -> bool | None:
    """None: nobody knows."""
    local = tick.astimezone(zone).date()
    if timing.start is None or timing.end is None:
        return None
    started = timing.start <= tick if isinstance(timing.start, datetime) else timing.start <= local
    ended = timing.end <= tick if isinstance(timing.end, datetime) else timing.end < local
    if ended and started and timing.status in ("running", "paused"):
        return (True if local <= NOW else None) if past(timing.end, zone) else False
    return started and not ended


def past(end: date, zone: ZoneInfo) -> bool:
    if isinstance(end, datetime):
        return end <= datetime(NOW.year, NOW.month, NOW.day, tzinfo=zone)
    return end < NOW


@examples(80)
@given(timings, zones)
def test_a_window_is_what_the_calendar_says(timing: Timing, zone: ZoneInfo) -> None:
    found = window(timing, NOW, zone)
    if isinstance(found.doubt, Backwards):
        return
    for tick in TICKS:
        expected = exposes(timing, tick, zone)
        if holds(found.sure, tick):
            assert expected is not False
        if not holds(found.possible, tick):
            assert not expected
        if expected is True:
            assert holds(found.sure, tick)


@examples(80)
@given(timings, timings, zones)
def test_two_windows_meet_where_both_hold_an_instant(one: Timing, other: Timing, zone: ZoneInfo) -> None:
    a, b = window(one, NOW, zone), window(other, NOW, zone)
    match meet(a, b):
        case Together(stretch):
            assert holds(a.sure, stretch.start)
            assert holds(b.sure, stretch.start)
        case Apart():
            assert not any(holds(a.possible, tick) and holds(b.possible, tick) for tick in TICKS)
        case Unsure(doubts):
            assert doubts
            assert not any(holds(a.sure, tick) and holds(b.sure, tick) for tick in TICKS)
    assert type(meet(a, b)) is type(meet(b, a))


def holds(stretch: Stretch | None, tick: datetime) -> bool:
    return stretch is not None and stretch.start <= tick < stretch.stop
