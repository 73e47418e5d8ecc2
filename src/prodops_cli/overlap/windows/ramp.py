"""Rollouts: they change something while they are opened, and are what others are compared with once they stand."""

from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER, end_of
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window


def changing(window: Window, steps: Iterable[date], zone: tzinfo) -> Window:
    """The part of a rollout's window in which it changes: its first day, and on to the last step's day."""
    last = max((end_of(step, zone) for step in steps), default=BEGINNING)

    def part(stretch: Stretch) -> Stretch:
        return Stretch(stretch.start, min(stretch.stop, max(last, _end_of_first_day(stretch, zone))))

    return Window(window.sure and part(window.sure), part(window.possible), window.doubt)


def onward(window: Window, step: datetime) -> Window:
    """What is left of such a window from a step on: until then it stands as it is."""

    def left(stretch: Stretch) -> Stretch | None:
        return stretch.intersection(Stretch(step, FOREVER))

    possible = left(window.possible)
    return Window(window.sure and left(window.sure), possible, window.doubt) if possible else window


def _end_of_first_day(stretch: Stretch, zone: tzinfo) -> datetime:
    """Where nobody knows when it starts, any day may be the first."""
    return stretch.stop if stretch.start == BEGINNING else end_of(stretch.start.astimezone(zone).date(), zone)
