"""Mistakes in how an experiment is designed, run and decided on."""

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from tests.mutants.acme import Acme, Mutant


def _test(acme: Acme) -> Experiment:
    """An A/B test that is running, or will."""
    return acme.any(Experiment, lambda test: test.type == "ab_test" and test.is_scheduled)


def _planned(acme: Acme, **keys: str) -> Mutant:
    return acme.fresh("experiment", "2026q4-merchant-inbox-plants", **keys)


def no_hypothesis(acme: Acme) -> Mutant:
    return acme.remove(_test(acme), "hypothesis")


def no_goal(acme: Acme) -> Mutant:
    return acme.remove(_test(acme), "goals").and_also("goal-without-work")


def no_surface(acme: Acme) -> Mutant:
    return acme.remove(_test(acme), "surfaces")


def unknown_surface(acme: Acme) -> Mutant:
    return _planned(acme, surfaces="[studio.inbocks]", told="studio.inbocks")


def unknown_attribute(acme: Acme) -> Mutant:
    return _planned(acme, audience="{contry: [FR]}", told="contry")


def unknown_attribute_value(acme: Acme) -> Mutant:
    return _planned(acme, audience="{country: [FR, FRANCE]}", told="FRANCE")


def no_primary_metric(acme: Acme) -> Mutant:
    return _planned(acme, metrics="{guardrail: [platform_availability_share]}", told="metrics")


def too_many_primary_metrics(acme: Acme) -> Mutant:
    many = "[merchant_reply_p50, merchant_sale_rate, merchant_publish_p50]"
    return _planned(acme, metrics=f"{{primary: {many}, guardrail: [platform_availability_share]}}", told="primary")


def no_guardrail(acme: Acme) -> Mutant:
    return _planned(acme, metrics="{primary: [merchant_reply_p50]}", told="metrics")


def metric_in_two_roles(acme: Acme) -> Mutant:
    metrics = "{primary: [merchant_reply_p50], guardrail: [merchant_reply_p50, platform_availability_share]}"
    return _planned(acme, metrics=metrics, told="merchant_reply_p50, platform")


def unusable_metric(acme: Acme) -> Mutant:
    bad = acme.any(Metric, lambda metric: metric.trouble)
    metrics = f"{{primary: [merchant_reply_p50], guardrail: [platform_availability_share], secondary: [{bad.id}]}}"
    return _planned(acme, metrics=metrics, told=bad.id)


def no_control(acme: Acme) -> Mutant:
    return _planned(acme, variants="[{key: a, weight: 1}, {key: b, role: treatment, weight: 1}]", told="variants")


def bad_weights(acme: Acme) -> Mutant:
    variants = "[{key: a, role: control, weight: 0}, {key: b, role: treatment, weight: 0}]"
    return _planned(acme, variants=variants, told="0}, {")


def duplicate_variant(acme: Acme) -> Mutant:
    variants = "[{key: plants, role: control, weight: 1}, {key: plants, role: treatment, weight: 1}]"
    return _planned(acme, variants=variants, told="plants, role: treatment")


def end_before_start(acme: Acme) -> Mutant:
    return _planned(acme, end="2026-10-04", told="2026-10-04")


def overdue(acme: Acme) -> Mutant:
    test = acme.any(
        Experiment, lambda test: test.is_exposing and test.end and not test.actual_end and test.type == "ab_test"
    )
    return acme.write(test, "end", text="2026-09-06").and_also("possible-overlap")


def no_end(acme: Acme) -> Mutant:
    return _planned(acme, end="")


def late_start(acme: Acme) -> Mutant:
    test = acme.any(Experiment, lambda test: test.status == "scheduled" and test.start)
    return acme.write(test, "start", text="2026-09-06").and_also(
        "overlapping-surface", "shared-primary-metric", "short-run"
    )


def no_decision(acme: Acme) -> Mutant:
    test = acme.any(Experiment, lambda test: test.status == "completed" and test.decision)
    return acme.remove(test, "decision")


def tried_before(acme: Acme) -> Mutant:
    before = acme.any(Experiment, lambda test: test.status == "completed" and test.decision and test.surfaces)
    metrics = f"{{primary: [{next(before.judged_by('primary'))}], guardrail: [ops_decision_p50]}}"
    surface = (before.surfaces or ())[0]
    keys = {"surfaces": f"[{surface}]", "metrics": metrics, "status": "draft"}
    return _planned(acme, told=f"{surface}]", **keys)


def shipped_but_not_launched(acme: Acme) -> Mutant:
    decision = "{outcome: ship, winner: b, date: 2026-06-01, by: sofia-lindqvist, rationale: Shops like plants.}"
    over = {"status": "completed", "start": "2026-04-06", "end": "2026-05-17"}
    return acme.fresh("experiment", "2026q2-merchant-inbox-plants", decision=decision, told="ship,", **over)


def impossible_audience(acme: Acme) -> Mutant:
    return _planned(acme, audience="{country: {in: [FR], not_in: [FR]}}", told="country")


def empty_audience_list(acme: Acme) -> Mutant:
    return _planned(acme, audience="{country: []}", told="[]}")


def unit_mismatch(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.entity == "account" and metric.status == "active")
    metrics = f"{{primary: [{metric.id}], guardrail: [platform_availability_share]}}"
    return _planned(acme, metrics=metrics, randomization_unit="session", told="session")


def underpowered(acme: Acme) -> Mutant:
    metrics = (
        "{primary: [{metric: merchant_sale_rate, baseline: 0.1, mde: 1%}], guardrail: [platform_availability_share]}"
    )
    return _planned(acme, metrics=metrics, eligible_units="{per_day: 90, as_of: 2026-09-01}", told="1%}")


def short_run(acme: Acme) -> Mutant:
    end = acme.one(["2026-10-08", "2026-10-20"])
    return _planned(acme, end=end, told=end)


def sample_ratio_mismatch(acme: Acme) -> Mutant:
    return _over(acme, exposures="{bare: 821588, plants: 815482}", told="815482")


def leaking_variant(acme: Acme) -> Mutant:
    variants = (
        "[{key: bare, role: control, weight: 1}, {key: plants, role: treatment, weight: 1}, {key: gone, weight: 0}]"
    )
    return _over(acme, variants=variants, exposures="{bare: 5010, plants: 5005, gone: 17}", told="17}")


def decision_against_results(acme: Acme) -> Mutant:
    worse = "[{metric: merchant_reply_p50, variant: plants, lift: 0.08, ci: [0.05, 0.11], as_of: 2026-05-20}]"
    return _over(acme, decision=_decided("ship"), results=worse, told="ship,").and_also("shipped-but-not-launched")


def interacting_results(acme: Acme) -> Mutant:
    return _joint(acme, [(5000, 500), (5000, 600), (5000, 600), (5000, 500)])


def dependent_assignment(acme: Acme) -> Mutant:
    return _joint(acme, [(5000, 500), (3000, 300), (3000, 300), (5000, 500)])


def _decided(outcome: str) -> str:
    return f"{{outcome: {outcome}, date: 2026-06-01, by: sofia-lindqvist, rationale: Shops like plants.}}"


def _over(acme: Acme, **keys: str) -> Mutant:
    """A test that is over, and that nobody will ship."""
    over = {"status": "completed", "start": "2026-04-06", "end": "2026-05-17", "decision": _decided("stop")}
    return acme.fresh("experiment", "2026q2-merchant-inbox-plants", **(over | keys))


def _joint(acme: Acme, cells: list[tuple[int, int]]) -> Mutant:
    """What two tests found together."""
    pairs = [("bare", "a"), ("bare", "b"), ("plants", "a"), ("plants", "b")]
    written = ", ".join(
        f"{{variant: {mine}, other: {theirs}, units: {units}, conversions: {conversions}}}"
        for (mine, theirs), (units, conversions) in zip(pairs, cells, strict=True)
    )
    results = f"[{{experiment: 2026q2-merchant-inbox-flowers, metric: merchant_sale_rate, cells: [{written}]}}]"
    variants = "[{key: a, role: control, weight: 1}, {key: b, role: treatment, weight: 1}]"
    over = {"status": "completed", "start": "2026-04-06", "end": "2026-05-17", "decision": _decided("stop")}
    flowers = {"name": "Flowers", "surfaces": "[app.navigation]", "variants": variants}
    other = acme.fresh("experiment", "2026q2-merchant-inbox-flowers", **(over | flowers))
    return _over(acme, joint_results=results, told="2026q2-merchant-inbox-flowers").with_(other)
