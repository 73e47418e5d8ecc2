"""How long it takes to get enough units, day by day."""

from math import ceil, inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.statistics.correction import mildest, strictest
from prodops_cli.statistics.supply import Step, Visitors, Windows, whole_weeks

ramps = st.lists(st.tuples(st.integers(1, 20), st.floats(0.001, 1)), max_size=4).map(
    lambda steps: (
        Step(0, 0.1),
        *(Step(sum(days for days, _ in steps[: at + 1]), share) for at, (_, share) in enumerate(steps)),
    )
)
visitors = st.builds(Visitors, st.floats(0.001, 1e6), st.one_of(st.just(inf), st.floats(0, 1e7)), ramps)


def test_so_many_a_day() -> None:
    half = Visitors(1000, steps=(Step(0, 0.5),))
    assert (half.within(14), half.days_for(7000), half.days_for(7001)) == (7000, 14, pytest.approx(14.002))


def test_so_many_in_all() -> None:
    all_there = Visitors(inf, 7300)
    assert (all_there.within(1), all_there.within(0), all_there.days_for(7300), all_there.days_for(7301)) == (
        7300,
        0,
        0,
        inf,
    )
    slowly = Visitors(1000, 7300)
    assert (slowly.within(7), slowly.within(8), slowly.days_for(7300)) == (7000, 7300, 7.3)


def test_a_ramp() -> None:
    ramp = Visitors(1000, steps=(Step(0, 0.1), Step(7, 0.5), Step(14, 1)))
    assert [ramp.within(days) for days in (7, 14, 15)] == [700, 4200, 5200]
    assert [ramp.days_for(units) for units in (700, 701, 4200, 6200)] == [7, pytest.approx(7.002), 14, 16]


def test_nobody() -> None:
    assert Visitors(0).days_for(1) == inf
    assert Visitors(1000, steps=(Step(0, 0),)).days_for(1) == inf
    assert Visitors(inf, 100, (Step(0, 0),)).within(7) == 0


@given(visitors, st.integers(1, 10**6))
def test_there_are_enough_after_the_days_and_not_before(visitors: Visitors, units: int) -> None:
    days = visitors.days_for(units)
    if days == inf:
        assert visitors.within(10**12) < units
    else:
        assert visitors.within(days * (1 + 1e-9) + 1e-6) >= units
        assert visitors.within(days * (1 - 1e-6) - 1e-6) < units


def test_windows_are_whole() -> None:
    twice_a_day = Windows(2, 0.5)
    assert (twice_a_day.within(28), twice_a_day.within(0.9)) == (112, 2)
    assert (twice_a_day.days_for(112), twice_a_day.days_for(111), twice_a_day.days_for(113)) == (28, 28, 28.5)
    assert Windows(0, 1).days_for(1) == inf


@given(st.floats(0, 1e6))
def test_weeks_are_whole(days: float) -> None:
    weeks = whole_weeks(days)
    assert weeks % 7 == 0
    assert weeks >= 7
    assert days - 1e-4 <= weeks < max(days + 7.001, 8)


def test_a_week_and_its_rounding() -> None:
    assert [whole_weeks(days) for days in (0, 7, 7 + 1e-12, 7.1, 14)] == [7, 7, 7, 14, 14]
    assert ceil(14.0) == whole_weeks(13)


@pytest.mark.parametrize(
    ("correction", "strict", "mild"),
    [
        ("none", 0.05, 0.05),
        ("bonferroni", 0.0125, 0.0125),
        ("holm", 0.0125, 0.05),
        ("benjamini_hochberg", 0.0125, 0.05),
    ],
)
def test_corrections(correction: str, strict: float, mild: float) -> None:
    assert strictest(correction, 0.05, 4) == strict  # type: ignore[arg-type]
    assert mildest(correction, 0.05, 4) == mild  # type: ignore[arg-type]
    assert strictest(correction, 0.05, 1) == mildest(correction, 0.05, 1) == 0.05  # type: ignore[arg-type]
