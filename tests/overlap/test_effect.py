"""Windows that are longer than they are written, and rollouts that change for a part of theirs."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from prodops_cli.overlap.collide import Disjoint, Possible, collide
from prodops_cli.overlap.effect import prolonged
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER
from prodops_cli.overlap.windows.ramp import changing, onward
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import NoStart, Overdue, Window

PARIS = ZoneInfo("Europe/Paris")


def utc(month: int, day: int, hour: int = 0) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def certain(start: datetime, stop: datetime) -> Window:
    return Window(Stretch(start, stop), Stretch(start, stop))


def test_days_after_the_end_are_days_of_the_zone() -> None:
    # Clocks go forward on 29 March.
    window = certain(utc(3, 1), utc(3, 27, 23))
    assert prolonged(window, (Duration(seconds=7200), Duration(days=2)), PARIS) == certain(utc(3, 1), utc(3, 30, 0))


def test_what_may_go_on_for_ever_does_so_with_its_effect() -> None:
    window = Window(Stretch(utc(3, 1), utc(3, 9)), Stretch(utc(3, 1), FOREVER), Overdue(utc(3, 2)))
    longer = prolonged(window, (Duration(days=1),), UTC)
    assert longer == Window(Stretch(utc(3, 1), utc(3, 10)), Stretch(utc(3, 1), FOREVER), Overdue(utc(3, 2)))


UNDATED = Window(None, ALWAYS, NoStart())

CHANGING = {
    "its first day": (certain(utc(3, 1, 9), FOREVER), (), certain(utc(3, 1, 9), utc(3, 2))),
    "up to its last step": (
        certain(utc(3, 1), FOREVER),
        (date(2026, 3, 9), date(2026, 3, 4)),
        certain(utc(3, 1), utc(3, 10)),
    ),
    "not beyond its end": (certain(utc(3, 1), utc(3, 5)), (date(2026, 3, 9),), certain(utc(3, 1), utc(3, 5))),
    "steps before it starts": (certain(utc(3, 1), FOREVER), (date(2026, 2, 9),), certain(utc(3, 1), utc(3, 2))),
    "nobody knows when": (UNDATED, (), UNDATED),
    "nobody knows from when, but until when": (
        Window(None, Stretch(BEGINNING, utc(3, 5)), NoStart()),
        (date(2026, 3, 2),),
        Window(None, Stretch(BEGINNING, utc(3, 5)), NoStart()),
    ),
}


@pytest.mark.parametrize(("window", "steps", "expected"), CHANGING.values(), ids=CHANGING)
def test_a_rollout_changes_until_it_stands(window: Window, steps: tuple[date, ...], expected: Window) -> None:
    assert changing(window, steps, UTC) == expected


ONWARD = {
    "from the step on": (certain(utc(3, 1), utc(3, 10)), certain(utc(3, 5), utc(3, 10))),
    "surely until tonight": (
        Window(Stretch(utc(3, 1), utc(3, 4)), Stretch(utc(3, 1), utc(3, 10)), Overdue(utc(3, 2))),
        Window(None, Stretch(utc(3, 5), utc(3, 10)), Overdue(utc(3, 2))),
    ),
    "over by then": (certain(utc(3, 1), utc(3, 4)), certain(utc(3, 1), utc(3, 4))),
}


@pytest.mark.parametrize(("window", "expected"), ONWARD.values(), ids=ONWARD)
def test_a_rollout_stands_until_its_next_step(window: Window, expected: Window) -> None:
    assert onward(window, utc(3, 5)) == expected


def test_buckets_that_a_layer_found_may_be_given_to_others_when_a_trial_is_over() -> None:
    one, other = (
        Trial(id, certain(*days), slot=Slot("L", 10, crowded=()), traffic=10.0, effect=certain(days[0], utc(3, 30)))
        for id, days in {"a": (utc(3, 1), utc(3, 5)), "b": (utc(3, 9), utc(3, 20))}.items()
    )
    assert collide(one, other, {}) == Disjoint(("time",), unstable=False)
    assert isinstance(collide(one.lasting, other.lasting, {}), Possible)
