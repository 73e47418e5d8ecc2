"""When an experiment exposes its clients: the stretch in which it surely does, and beyond which it can't."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Literal, assert_never

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER, end_of, instant
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch

Status = Literal["draft", "scheduled", "running", "paused", "completed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Timing:
    """What is written of an experiment's time; a plain date is a whole day in the catalog's zone."""

    status: Status
    start: date | datetime | None = None
    end: date | datetime | None = None
    actual_start: date | datetime | None = None
    actual_end: date | datetime | None = None
    duration: Duration | None = None


@dataclass(frozen=True, slots=True)
class NoStart:
    """Nobody wrote when it starts, or started."""


@dataclass(frozen=True, slots=True)
class NoEnd:
    """It is over, and nobody wrote since when."""


@dataclass(frozen=True, slots=True)
class Backwards:
    """It stops before it starts, or at the same instant."""


@dataclass(frozen=True, slots=True)
class Overdue:
    """It should have ended then and still goes on: for how long, nobody knows."""

    since: datetime


TimeDoubt = NoStart | NoEnd | Backwards | Overdue


@dataclass(frozen=True, slots=True)
class Window:
    """`sure` lies within `possible`; they are equal where there is no doubt. `sure` is None where nothing is sure."""

    sure: Stretch | None
    possible: Stretch
    doubt: TimeDoubt | None = None


def window(timing: Timing, today: date, zone: tzinfo) -> Window:
    """Actual dates beat planned ones; without an end, start and duration say it, else it is open-ended."""
    begun = timing.actual_start or timing.start
    stop = _stop(timing, begun, zone)
    start = None if begun is None else instant(begun, zone)
    match timing.status:
        case "draft" | "scheduled" if start is None:
            return Window(None, Stretch(instant(today, zone), FOREVER), NoStart())  # it has not begun before today
        case "draft" | "scheduled":
            return _planned(start, stop)
        case "running" | "paused":
            return _live(start, stop, today, zone)
        case "completed" | "cancelled":
            return _over(start, stop, end_of(today, zone))
        case _:
            assert_never(timing.status)


def meet(a: Window, b: Window) -> Apart | Together[Stretch] | Unsure[TimeDoubt]:
    """Together with the stretch in which both surely expose; apart where they can't at any instant."""
    joint = _surely(a, b)
    if joint:
        return Together(joint)
    if a.possible.intersection(b.possible) is None:
        return Apart(("time",))
    return Unsure(tuple(each.doubt for each in (a, b) if each.doubt))


def common(a: Window, b: Window) -> Stretch | None:
    """The stretch in which both surely expose, else the one in which they might, else None."""
    return _surely(a, b) or a.possible.intersection(b.possible)


def _surely(a: Window, b: Window) -> Stretch | None:
    return a.sure.intersection(b.sure) if a.sure and b.sure else None


def _stop(timing: Timing, begun: date | datetime | None, zone: tzinfo) -> datetime:
    end = timing.actual_end or timing.end
    if end is not None:
        return end_of(end, zone)
    if begun is not None and timing.duration is not None:
        return timing.duration.after(begun, zone)
    return FOREVER


def _planned(start: datetime | None, stop: datetime) -> Window:
    if start is None:
        return Window(None, ALWAYS, NoStart())
    stretch = Stretch(start, stop)
    # A mistake proves nothing, least of all that nobody is in the way.
    return Window(None, ALWAYS, Backwards()) if stretch.empty else Window(stretch, stretch)


def _live(start: datetime | None, stop: datetime, today: date, zone: tzinfo) -> Window:
    tonight = end_of(today, zone)
    overdue = stop <= instant(today, zone)
    if start is None or not overdue or tonight <= start:
        return _planned(start, stop)
    return Window(Stretch(start, tonight), Stretch(start, FOREVER), Overdue(stop))


def _over(start: datetime | None, stop: datetime, tonight: datetime) -> Window:
    if start is None:
        return Window(None, Stretch(BEGINNING, tonight if stop == FOREVER else stop), NoStart())
    if stop == FOREVER:
        return Window(None, Stretch(start, tonight if start < tonight else FOREVER), NoEnd())
    return _planned(start, stop)
