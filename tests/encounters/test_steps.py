"""A rollout that runs can wait with its next step: moved to the day that is offered, it is in nobody's way."""

from datetime import date, timedelta

import pytest

from prodops_cli.encounters.encounter import waiting
from prodops_cli.encounters.encounters import Encounters
from tests.encounters.written import encounters

ROLLOUT = "type: rollout | status: running | start: 2026-03-01 | ramp: [%s]"
FIRST = date(2026, 3, 14)
TESTS = {
    "a test that runs": {"b": "status: running | start: 2026-03-05 | end: 2026-03-20"},
    "a test to come": {"b": "start: 2026-03-12 | end: 2026-03-20"},
    "one after the other": {
        "b": "status: running | start: 2026-03-05 | end: 2026-03-20",
        "c": "start: 2026-03-24 | end: 2026-03-31",
    },
    "room between two": {
        "b": "status: running | start: 2026-03-05 | end: 2026-03-20",
        "c": "start: 2026-04-24 | end: 2026-04-30",
    },
}


def ramp(*days: date) -> str:
    """A rollout that began on 1 March, and goes on on these days."""
    steps = (date(2026, 3, 1), *days)
    return ROLLOUT % ", ".join(f'{{"on": {day}, traffic: {10 + number}}}' for number, day in enumerate(steps))


def of(days: tuple[date, ...], tests: dict[str, str]) -> Encounters:
    return encounters(a=ramp(*days), **tests)


@pytest.mark.parametrize("apart", [(), (3,), (3, 8)])
@pytest.mark.parametrize("tests", TESTS.values(), ids=TESTS)
def test_the_day_that_is_offered_is_free_and_the_first(tests: dict[str, str], apart: tuple[int, ...]) -> None:
    steps = (FIRST, *(FIRST + timedelta(days) for days in apart))
    free = {met.next_step for met in of(steps, tests).moving}
    (offered,) = free
    assert offered is not None
    for waited in range((offered - FIRST).days + 1):
        moved = tuple(day + timedelta(waited) for day in steps)
        assert bool(of(moved, tests).moving) == (moved[0] < offered)


ADVICE = {
    "a day": (ramp(FIRST), "end: 2026-03-20", "move the step of a on 2026-03-14 to 2026-03-21"),
    "more steps": (
        ramp(FIRST, date(2026, 3, 18)),
        "end: 2026-03-20",
        "move the step of a on 2026-03-14 to 2026-03-21 and the later ones as far",
    ),
    "no end in sight": (ramp(FIRST), "traffic: 50", "let a wait with its next step until b has ended"),
    "it began today": (
        "type: rollout | status: running | start: 2026-03-10",
        "end: 2026-03-20",
        "leave today out of the analysis of b",
    ),
    "it has not begun": ("type: rollout | start: 2026-03-11", "end: 2026-03-20", "start a on 2026-03-21"),
    "it has not begun, and no end is in sight": (
        "type: rollout | start: 2026-03-11",
        "traffic: 50",
        "let a wait until b has ended",
    ),
}


@pytest.mark.parametrize(("rollout", "end", "said"), ADVICE.values(), ids=ADVICE)
def test_what_can_be_done(rollout: str, end: str, said: str) -> None:
    (met,) = encounters(a=rollout, b=f"status: running | start: 2026-03-05 | {end}").moving
    assert waiting(met) == f"{said}, or accept it in accepted_overlaps"


def test_while_a_rollout_stands_it_is_in_nobodys_way() -> None:
    assert not encounters(a=ramp(FIRST), b="start: 2026-03-11 | end: 2026-03-13").moving


def test_one_that_is_to_begin_after_the_step_meets_the_later_ones() -> None:
    (met,) = encounters(a=ramp(FIRST, date(2026, 3, 18)), b="start: 2026-03-16 | end: 2026-03-30").moving
    assert met.when == "from 16 to 18 Mar (3 days)"
    assert waiting(met).startswith("start b on 2026-03-19, or")
