"""Mistakes in goals."""

from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from tests.mutants.acme import Acme, Mutant, lines, place


def _under_way(acme: Acme) -> Goal:
    return acme.any(
        Goal,
        lambda goal: (
            goal.status in ("committed", "active", "at_risk")
            and goal.is_live_on(acme.today)
            and "\nkey_results:\n  - {id" in goal.document.source.text
        ),
    )


def check_in_late(acme: Acme) -> Mutant:
    goal = acme.any(Goal, lambda goal: goal.status in ("active", "at_risk") and len(goal.check_ins or ()) == 1)
    return acme.write(goal, "check_ins", 0, "date", text="2026-07-02")


def key_result_without_metric(acme: Acme) -> Mutant:
    goal = _under_way(acme)
    end = lines(goal.document.source, goal, "key_results").stop
    return acme.insert(goal, end, "  - {id: plants, name: Plants, baseline: 1, target: 2, current: 1}\n", told="id:")


def key_result_metric_unusable(acme: Acme) -> Mutant:
    goal = acme.any(Goal, lambda goal: goal.is_live_on(acme.today) and goal.key_results and goal.status != "draft")
    bad = acme.any(Metric, lambda metric: metric.trouble)
    return acme.write(goal, "key_results", 0, "metric", text=bad.id).and_also("key-result-against-direction")


def key_result_against_direction(acme: Acme) -> Mutant:
    goal = _under_way(acme)
    result = (goal.key_results or ())[0]
    metric = acme.catalog.get(Metric, result.metric)
    assert metric
    assert result.baseline is not None
    worse = result.baseline * (0.5 if metric.direction == "increase" else 2)
    return acme.write(goal, "key_results", 0, "target", text=f"{worse:g}")


def target_already_met(acme: Acme) -> Mutant:
    """Whatever the metric is, it is better than a target just behind it."""
    metric = acme.any(
        Metric, lambda metric: metric.status == "active" and metric.value and metric.direction != "neutral"
    )
    assert metric.value
    value = metric.value.current or 0
    baseline, target = (value / 3, value / 2) if metric.direction == "increase" else (value * 3 + 1, value * 2 + 1)
    result = f"[{{id: better, metric: {metric.id}, baseline: {baseline}, target: {target}}}]"
    return acme.fresh("goal", "2026q4-greener-office", key_results=result, told=f"{target}}}")


def period_over_still_active(acme: Acme) -> Mutant:
    goal = acme.any(
        Goal, lambda goal: goal.lives_until and goal.lives_until < acme.today and goal.status in ("achieved", "missed")
    )
    return acme.write(goal, "status", text="active").told_at(place(goal.at("period")))


def goal_without_work(acme: Acme) -> Mutant:
    return acme.fresh(
        "goal", "2026q3-greener-office", period="2026-Q3", status="active", check_ins="[{date: 2026-09-01}]"
    )


def parent_missing(acme: Acme) -> Mutant:
    return acme.remove(
        acme.any(Goal, lambda goal: goal.level == "team" and goal.parent and goal.is_live_on(acme.today)), "parent"
    ).and_also("goal-without-work")
