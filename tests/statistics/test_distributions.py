"""The distributions against scipy, far into their tails."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from prodops_cli.statistics.chi_square import survival
from prodops_cli.statistics.normal import above, critical, p_value


@given(st.floats(1e-300, 1, exclude_max=True))
def test_critical_is_as_scipy_has_it(tail: float) -> None:
    assert critical(tail) == pytest.approx(stats.norm.isf(tail), rel=1e-9, abs=1e-12)


@given(st.floats(-30, 37))
def test_above_is_as_scipy_has_it(z: float) -> None:
    assert above(z) == pytest.approx(stats.norm.sf(z), rel=1e-10)
    assert p_value(z) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-10)


@given(st.floats(1e-6, 1400), st.integers(1, 60))
def test_survival_is_as_scipy_has_it(statistic: float, freedom: int) -> None:
    assert survival(statistic, freedom) == pytest.approx(stats.chi2.sf(statistic, freedom), rel=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 7, 200, 5000])
@pytest.mark.parametrize("times", [0.5, 0.99, 1.0, 1.01, 1.5])
def test_survival_where_the_sum_meets_the_fraction(freedom: int, times: float) -> None:
    statistic = (freedom + 2) * times
    assert survival(statistic, freedom) == pytest.approx(stats.chi2.sf(statistic, freedom), rel=1e-9)


def test_survival_at_the_ends() -> None:
    assert (survival(0, 1), survival(-1, 3), survival(inf, 2)) == (1, 1, 0)
    assert survival(1e6, 1) == 0
