"""Independence against scipy, and the interaction against least squares."""

from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.api import WLS

from prodops_cli.statistics.interaction import Group, Interaction, converted, independence, interaction

tables = st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
    lambda shape: st.lists(
        st.lists(st.integers(1, 10**6), min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
    )
)
groups = st.builds(Group, st.integers(2, 10**6), st.floats(-100, 100), st.floats(0.01, 100))


@given(tables)
def test_independence_is_as_scipy_has_it(table: list[list[int]]) -> None:
    found = independence(table)
    known = stats.chi2_contingency(table, correction=False)
    assert found is not None
    assert found.p_value == pytest.approx(known.pvalue, rel=1e-8, abs=1e-300)
    units = sum(map(sum, table))
    assert found.deviation == pytest.approx(np.abs(np.array(table) - known.expected_freq).max() / units)


def test_rows_and_columns_without_units_are_left_out() -> None:
    whole, holes = [[10, 20], [30, 5]], [[10, 0, 20], [0, 0, 0], [30, 0, 5]]
    alone, among = independence(whole), independence(holes)
    assert alone
    assert among
    assert (among.p_value, among.cell) == (alone.p_value, (0, 0))


@pytest.mark.parametrize("table", [[[1, 2]], [[0, 0], [1, 2]], [[1, 0], [2, 0]], []])
def test_less_than_two_by_two_says_nothing(table: list[list[int]]) -> None:
    assert independence(table) is None


@given(groups, groups, groups, groups)
def test_interaction_is_the_coefficient_of_the_product(a: Group, b: Group, c: Group, d: Group) -> None:
    """A saturated regression of the four means, each weighted by the precision that it has."""
    design = np.array([[1, 1, 1, 1], [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 0]])
    cells = (a, b, c, d)
    fitted = WLS([cell.mean for cell in cells], design, weights=[cell.units / cell.variance for cell in cells]).fit()
    error = float(np.sqrt(fitted.normalized_cov_params[3, 3]))
    found = interaction(a, b, c, d)
    assert found.effect == pytest.approx(fitted.params[3], rel=1e-5, abs=1e-5)
    assert found.error == pytest.approx(error, rel=1e-6)
    assert found.p_value == pytest.approx(2 * stats.norm.sf(abs(found.effect / error)), rel=1e-6, abs=1e-300)


def test_conversions_of_two_effects_that_disturb_each_other() -> None:
    found = interaction(converted(1000, 100), converted(1000, 130), converted(1000, 130), converted(1000, 100))
    assert found.effect == pytest.approx(-0.06)
    assert found.error == pytest.approx(np.sqrt((2 * 0.1 * 0.9 + 2 * 0.13 * 0.87) / 1000))


def test_cells_that_do_not_vary() -> None:
    assert (Interaction(0, 0).z, Interaction(0, 0).p_value) == (0, 1)
    assert (Interaction(-1, 0).z, Interaction(1, 0).p_value) == (-inf, 0)
