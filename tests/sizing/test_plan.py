"""What is written of an experiment, and how large and long it has to be by that."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.models.experiment import Experiment
from prodops_cli.sizing.plan import days_needed
from prodops_cli.statistics.supply import Step, Visitors
from tests.sizing.written import catalog, planned


def metric(said: str) -> str:
    return f"metrics: {{primary: [{{metric: rate, {said}}}]}}"


def test_a_test_of_halves() -> None:
    (answer,) = (plan := planned()).answers
    assert (answer.sizes, answer.total, plan.days, plan.lacks) == ((14748, 14748), 29496, 21, ())
    assert (plan.setting.planned, plan.setting.reachable) == (28, 56_000)
    assert answer.power == pytest.approx(0.972, abs=1e-3)
    assert answer.detectable == pytest.approx(0.007215, abs=1e-5)


def test_weights_are_parts() -> None:
    (answer,) = planned(
        "variants: [{key: a, role: control, weight: 1}, {key: b, role: treatment, weight: 3}, {key: c, weight: 0}]"
    ).answers
    assert answer.sizes == (9626, 28876)


def test_a_decrease_is_looked_for_where_it_is_good() -> None:
    (down,), (up,) = planned(direction="decrease").answers, planned().answers
    assert (down.question.effect, up.question.effect) == (pytest.approx(-0.01), pytest.approx(0.01))
    assert down.detectable is not None
    assert down.detectable < 0
    (written,) = planned(metric("baseline: 0.1, mde: -0.1")).answers
    assert written.sizes == down.sizes


def test_an_absolute_effect() -> None:
    (answer,) = planned(metric("baseline: 0.1, mde: 0.01, mde_type: absolute")).answers
    assert answer.sizes == (14748, 14748)


@pytest.mark.parametrize(
    ("correction", "alpha", "mildest"),
    [
        ("none", 0.05, 0.05),
        ("bonferroni", 0.05 / 6, 0.05 / 6),
        ("holm", 0.05 / 6, 0.05),
        ("benjamini_hochberg", 0.05 / 6, 0.05),
    ],
)
def test_comparisons_are_treatments_times_metrics(correction: str, alpha: float, mildest: float) -> None:
    plan = planned(
        "variants: [{key: a, role: control}, {key: b}, {key: c}, {key: d}] | "
        "metrics: {primary: [{metric: rate, baseline: 0.1, mde: 10%}, {metric: other, baseline: 0.5, mde: 2%}]} | "
        f"analysis: {{correction: {correction}}}"
    )
    level = plan.setting.level
    assert (level.comparisons, level.risk.alpha, level.mildest.alpha) == (6, alpha, mildest)  # type: ignore[union-attr]
    assert plan.days == max(each.weeks or 0 for each in plan.answers)


def test_means_and_ratios_take_the_deviation_that_is_written() -> None:
    (answer,) = planned(metric("baseline: 50, sd: 30, mde: 3%"), of="ratio").answers
    assert answer.sizes == (6280, 6280)


@pytest.mark.parametrize(
    ("said", "of", "missing"),
    [
        ("baseline: 0.1", "proportion", {"mde": "5%"}),
        ("mde: 5%", "proportion", {"baseline": "0.1"}),
        ("mde: 5%, baseline: 36", "proportion", {"baseline": "0.1"}),
        ("mde: 0, baseline: 0.3", "proportion", {"mde": "5%"}),
        ("mde: 5%, baseline: 0", "mean", {"sd": "12.5", "mde": "0.5, mde_type: absolute"}),
        ("mde: 30%, baseline: 0.9", "proportion", {"mde": "5%"}),
        ("mde: 5%, baseline: 12", "mean", {"sd": "12.5"}),
        ("mde: 5%, baseline: 0.5", "count", {"sd": "12.5"}),
        ("mde: 5%, baseline: 0.5", "percentile", {"sd": "12.5"}),
        ("mde: 5%, baseline: 12, sd: 0", "mean", {"sd": "12.5"}),
        ("mde: 1e-9, baseline: 12, sd: 1", "mean", {"mde": "5%"}),
        ("baseline: 0.98", "proportion", {"mde": "0.204%"}),
    ],
)
def test_what_a_metric_lacks(said: str, of: str, missing: dict[str, str]) -> None:
    plan = planned(metric(said), of=of)
    assert {str(lack.address[-1]): lack.example for lack in plan.lacks} == missing
    assert all(lack.address[:3] == ("metrics", "primary", 0) for lack in plan.lacks)
    assert (plan.days, plan.answers[0].sizes) == (None, None)


def test_the_last_value_is_an_example_of_a_baseline() -> None:
    assert planned(metric("mde: 5%"), rest="value: {current: 0.36}\n").lacks[0].example == "0.36"


def test_without_an_effect_the_smallest_that_can_be_seen_is_told() -> None:
    (answer,) = planned(metric("baseline: 0.1")).answers
    assert answer.detectable == pytest.approx(0.007215, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("-eligible_units", ("eligible_units",)),
        ("eligible_units: {per_day: 0}", ("eligible_units",)),
        ("-variants", ("variants",)),
        ("variants: [{key: a}, {key: b}]", ("variants",)),
        ("variants: [{key: a, role: control}, {key: b, weight: 0}]", ("variants",)),
        ("analysis: {alpha: 0}", ("analysis", "alpha")),
        ("analysis: {power: 1}", ("analysis", "power")),
        ("-metrics", ("metrics", "primary")),
        ("metrics: {}", ("metrics", "primary")),
    ],
)
def test_what_an_experiment_lacks(text: str, address: tuple[str, ...]) -> None:
    plan = planned(text)
    assert ([lack.address for lack in plan.lacks], plan.days) == ([address], None)


@pytest.mark.parametrize(
    ("text", "reachable"),
    [
        ("traffic: 50", 28_000),
        ("traffic: 0", 0),
        ("layer: {id: shared, buckets: [[0, 1000], [500, 2500]]} | traffic: 80", 14_000),
        ("layer: {id: gone, buckets: [[0, 2500]]}", 14_000),
        ("layer: {id: shared}", 56_000),
        ("eligible_units: {total: 900}", 900),
        ("eligible_units: {total: 30000, per_day: 2000}", 30_000),
        ("enrollment_end: 2026-03-15", 28_000),
        ("duration: 12h", 1000),
        ("-duration", None),
        ("end: 2026-03-29 | -duration", 56_000),  # clocks go forward on that day
        ('ramp: [{"on": 2026-03-02, traffic: 10}, {"on": 2026-03-16, traffic: 100}]', 30_800),
        ('ramp: [{"on": 2026-03-16, traffic: 100}]', 28_000),
        ('ramp: [{"on": 2026-03-16, traffic: 100}] | traffic: 5', 29_400),
        ('ramp: [{"on": 2026-03-16, traffic: 100}] | layer: {id: shared, buckets: [[0, 5000]]}', 14_000),
    ],
)
def test_who_takes_part(text: str, reachable: int | None) -> None:
    assert planned(text).setting.reachable == reachable


def test_nobody_takes_part() -> None:
    plan = planned("traffic: 0")
    assert (plan.days, plan.answers[0].days, plan.answers[0].weeks) == (inf, inf, None)


def test_a_ramp_without_a_start_begins_with_its_first_step() -> None:
    plan = planned('-start | ramp: [{"on": 2026-04-01, traffic: 10}, {"on": 2026-04-08, traffic: 50}]')
    assert isinstance(plan.setting.supply, Visitors)
    assert plan.setting.supply.steps == (Step(0, 0.1), Step(7, 0.5))


SWITCHBACK = "type: switchback | -eligible_units | " + metric("baseline: 0.9, sd: 0.03, mde: 2%")
PLACES = "clusters: [{id: north, units: [a]}, {id: south, units: [b]}]"


def test_a_switchback_counts_windows() -> None:
    plan = planned(f"{SWITCHBACK} | switchback: {{{PLACES}, window: 12h, burn_in: 2h}}")
    assert (plan.setting.reachable, plan.answers[0].sizes, plan.days) == (112, (44, 44), 28)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (PLACES, "window"),
        ("window: 12h", "clusters"),
        (f"{PLACES}, window: 0d", "window"),
        (f"{PLACES}, window: 1d, burn_in: 24h", "burn_in"),
    ],
)
def test_what_a_switchback_lacks(said: str, key: str) -> None:
    (lack,) = planned(f"{SWITCHBACK} | switchback: {{{said}}}").lacks
    assert lack.address == ("switchback", key)


def test_a_switchback_needs_the_deviation_between_windows() -> None:
    plan = planned(f"type: switchback | switchback: {{{PLACES}, window: 1d}}")
    assert [lack.address[-1] for lack in plan.lacks] == ["sd"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("", 21),
        ("eligible_units: {total: 40000}", 7),
        ("eligible_units: {total: 400}", None),
        ("-eligible_units", None),
        ("type: rollout", None),
        ("type: synthetic_control", None),
        ("type: holdout", 21),
    ],
)
def test_days_needed(text: str, days: int | None) -> None:
    read = catalog(text)
    assert days_needed(read.all(Experiment)[0], read) == days


numbers = st.floats(-1e18, 1e18)


@given(numbers, numbers, st.one_of(st.none(), numbers), st.floats(0, 1), st.floats(0, 1))
def test_no_number_is_too_odd(baseline: float, mde: float, sd: float | None, alpha: float, power: float) -> None:
    spread = "" if sd is None else f", sd: {sd!r}"
    plan = planned(
        metric(f"baseline: {baseline!r}, mde: {mde!r}, mde_type: absolute{spread}")
        + f" | analysis: {{alpha: {alpha!r}, power: {power!r}}}",
        of="mean",
    )
    assert (plan.answers[0].sizes is None) == bool(plan.lacks)
