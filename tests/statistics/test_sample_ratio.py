"""The sample ratio against scipy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from prodops_cli.statistics.sample_ratio import sample_ratio

divided = st.lists(st.tuples(st.integers(0, 10**7), st.integers(1, 100)), min_size=2, max_size=8)


def test_a_known_mismatch() -> None:
    """Fabijan and others, 2019: 821,588 users to 815,482 where there should be halves."""
    found = sample_ratio((821_588, 815_482), (50, 50))
    assert found.p_value == pytest.approx(1.82e-6, rel=2e-3)
    assert (found.index, found.expected) == (1, 0.5)
    assert found.deviation == pytest.approx(0.001865, abs=1e-6)


@given(divided)
def test_it_is_as_scipy_has_it(divided: list[tuple[int, int]]) -> None:
    counts, weights = zip(*divided, strict=True)
    if not (units := sum(counts)):
        return
    wanted = [units * weight / sum(weights) for weight in weights]
    found = sample_ratio(counts, weights)
    assert found.p_value == pytest.approx(stats.chisquare(counts, wanted, sum_check=False).pvalue, rel=1e-8, abs=1e-300)
    furthest = max(abs(count - want) / units for count, want in zip(counts, wanted, strict=True))
    assert found.deviation == pytest.approx(furthest)


def test_one_arm_is_divided_well() -> None:
    assert sample_ratio((10,), (1,)).p_value == 1
