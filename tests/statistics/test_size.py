"""Sample size, power and detectable effect against statsmodels, by a table and by search."""

from math import sqrt
from typing import Literal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from statsmodels.stats.power import normal_power_het, normal_sample_size_one_tail
from statsmodels.stats.proportion import samplesize_proportions_2indep_onetail

from prodops_cli.statistics.outcome import Outcome, average, proportion
from prodops_cli.statistics.size import Arms, Comparison, Risk, whole

HALVES = Arms()

shares = st.floats(0.001, 0.999)
risks = st.builds(Risk, alpha=st.floats(1e-6, 0.3), power=st.floats(0.31, 0.999), sides=st.sampled_from([1, 2]))
arms = st.floats(0.01, 0.99).map(lambda control: Arms(control, 1 - control))
signs = st.sampled_from([1, -1])


def expected(outcome: Outcome, effect: float, arms: Arms, risk: Risk) -> float:
    """All units, after statsmodels."""
    deviation = sqrt(outcome.variance() / arms.control + outcome.variance(effect) / arms.treatment)
    return float(normal_sample_size_one_tail(abs(effect), risk.power, risk.alpha / risk.sides, deviation))


@pytest.mark.parametrize(
    ("baseline", "effect", "risk", "each"),
    [
        (0.10, 0.01, Risk(), 14_748),  # 14,748.05, of which the approximation can't know the last part
        (0.10, 0.02, Risk(), 3_839),
        (0.10, 0.01, Risk(power=0.9), 19_744),
        (0.10, 0.01, Risk(sides=1), 11_617),
        (0.10, 0.01, Risk(alpha=0.05 / 3), 19_672),
        (0.50, -0.05, Risk(), 1_562),
        (0.02, 0.002, Risk(), 80_679),
    ],
)
def test_shares_of_equal_arms(baseline: float, effect: float, risk: Risk, each: int) -> None:
    assert whole(Comparison(proportion(baseline), HALVES, risk).units(effect) / 2) == each


def test_other_formulas_differ_by_less_than_one_in_a_thousand() -> None:
    pooled = samplesize_proportions_2indep_onetail(0.01, 0.1, 0.8, alpha=0.05)
    assert pooled == pytest.approx(14_750.79, abs=0.01)
    assert Comparison(proportion(0.1), HALVES, Risk()).units(0.01) / 2 == pytest.approx(pooled, rel=1e-3)


def test_means_after_the_rule_of_sixteen() -> None:
    """Lehr's rule: 16 times the variance by the square of the effect, for each of two arms."""
    assert Comparison(average(50, 30), HALVES, Risk()).units(1.5) / 2 == pytest.approx(16 * 30**2 / 1.5**2, rel=0.02)


@given(shares, st.floats(-0.5, 0.5), arms, risks)
def test_shares_are_as_statsmodels_has_them(baseline: float, effect: float, arms: Arms, risk: Risk) -> None:
    outcome = proportion(baseline)
    assume(abs(effect) > 1e-6 and outcome.is_possible(effect))
    assert Comparison(outcome, arms, risk).units(effect) == pytest.approx(
        expected(outcome, effect, arms, risk), rel=1e-9
    )


@given(st.floats(0.01, 1e6), st.floats(1e-4, 1e5), arms, risks)
def test_means_are_as_statsmodels_has_them(sd: float, effect: float, arms: Arms, risk: Risk) -> None:
    outcome = average(1, sd)
    assert Comparison(outcome, arms, risk).units(effect) == pytest.approx(
        expected(outcome, effect, arms, risk), rel=1e-9
    )


@given(shares, st.floats(1e-4, 0.5), arms, risks, st.floats(1, 1e9))
def test_power_is_as_statsmodels_has_it(baseline: float, effect: float, arms: Arms, risk: Risk, units: float) -> None:
    outcome = proportion(baseline)
    assume(outcome.is_possible(effect))
    deviation = sqrt(outcome.variance() / arms.control + outcome.variance(effect) / arms.treatment)
    found = normal_power_het(effect, units, risk.alpha / risk.sides, deviation, deviation, alternative="larger")
    assert Comparison(outcome, arms, risk).power(effect, units) == pytest.approx(float(found), abs=1e-9)


@given(shares, st.floats(-0.5, 0.5), arms, risks)
def test_the_sample_size_has_the_power(baseline: float, effect: float, arms: Arms, risk: Risk) -> None:
    outcome = proportion(baseline)
    assume(abs(effect) > 1e-6 and outcome.is_possible(effect))
    units = Comparison(outcome, arms, risk).units(effect)
    assert Comparison(outcome, arms, risk).power(effect, units) == pytest.approx(risk.power, abs=1e-9)


@given(st.one_of(shares.map(proportion), st.floats(0.01, 100).map(lambda sd: average(3, sd))), signs, arms, risks)
def test_the_detectable_effect_needs_just_these_units(
    outcome: Outcome, sign: Literal[1, -1], arms: Arms, risk: Risk
) -> None:
    effect = Comparison(outcome, arms, risk).detectable(sign, 10_000)
    if effect is None:
        return
    assert effect * sign > 0
    assert Comparison(outcome, arms, risk).units(effect) == pytest.approx(10_000, rel=1e-6)


def test_what_no_share_can_reach_is_not_detectable() -> None:
    assert Comparison(proportion(0.5), HALVES, Risk()).detectable(1, 4) is None
    assert Comparison(proportion(0.02), HALVES, Risk()).detectable(-1, 100) is None
    assert Comparison(average(1, 1), HALVES, Risk()).detectable(1, 0) is None


def test_chance_alone_has_the_power_of_alpha() -> None:
    assert Risk(alpha=0.9, power=0.1, sides=1).distance == 0
    assert Comparison(proportion(0.3), HALVES, Risk()).power(0.0, 1000) == pytest.approx(0.025)
