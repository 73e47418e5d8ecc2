"""Mistakes in launches."""

from datetime import timedelta

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from tests.mutants.acme import Acme, Mutant


def _agreed(acme: Acme) -> Launch:
    return acme.any(Launch, lambda launch: launch.status in ("approved", "in_progress"))


def launch_without_approver(acme: Acme) -> Mutant:
    return acme.remove(_agreed(acme), "approvers")


def launch_without_success_metric(acme: Acme) -> Mutant:
    return acme.remove(acme.any(Launch, lambda launch: launch.is_ahead), "metrics").and_also("unused-metric")


def launch_without_rollback(acme: Acme) -> Mutant:
    launch = _agreed(acme)
    if acme.dice.random() < 0.5:
        return acme.remove(launch, "rollback")
    return acme.write(launch, "rollback", "plan", text='""')


def launch_meets_experiment(acme: Acme) -> Mutant:
    """On a day in the middle of a test that has weeks to go, whoever is in it."""
    zone = acme.catalog.settings.zone
    test = acme.any(
        Experiment,
        lambda each: (
            each.must_decide
            and each.surfaces
            and each.surfaces[0] != "help_center"
            and (first := each.first_day(zone))
            and (last := each.last_day(zone))
            and last > max(acme.today, first)
        ),
    )
    first, last = test.first_day(zone), test.last_day(zone)
    assert first
    assert last
    day = max(acme.today, first) + timedelta(days=1)
    surface = (test.surfaces or ())[0]
    return acme.fresh(
        "launch", "ops-desk-plants", target_date=day.isoformat(), surfaces=f"[{surface}]", told=day.isoformat()
    ).and_also("launches-collide")


def launches_collide(acme: Acme) -> Mutant:
    launch = acme.any(Launch, lambda each: each.is_ahead and each.surfaces)
    assert launch.target_date
    day = launch.target_date + timedelta(days=acme.one((0, 1, 6)))
    id = "ops-desk-plants" if day > launch.target_date else "support-desk-plants"
    return acme.fresh(
        "launch",
        id,
        target_date=day.isoformat(),
        surfaces=f"[{(launch.surfaces or ())[0]}]",
        told=day.isoformat(),
    ).and_also("launch-meets-experiment")


def launch_late(acme: Acme) -> Mutant:
    late = acme.today - timedelta(days=acme.one((1, 40)))
    return acme.write(_agreed(acme), "target_date", text=late.isoformat()).and_also("launches-collide")


def launch_dates_disagree(acme: Acme) -> Mutant:
    launch = acme.any(Launch, lambda each: each.status == "launched")
    if acme.dice.random() < 0.5:
        return acme.remove(launch, "actual_date").and_also("shipped-not-told")
    return acme.write(launch, "status", text=acme.one(("planned", "approved", "deferred"))).and_also(
        "shipped-not-told", "shipped-but-not-launched"
    )


def launch_not_ready(acme: Acme) -> Mutant:
    launch = acme.any(
        Launch, lambda each: each.is_ahead and each.open_steps and each.target_date and each.target_date > acme.today
    )
    index = acme.one(index for index, step in enumerate(launch.readiness or ()) if step.is_open)
    assert launch.target_date
    due = acme.one((acme.today - timedelta(days=1), launch.target_date + timedelta(days=1)))
    return acme.write(launch, "readiness", index, "due", text=due.isoformat())


def launch_before_dependency(acme: Acme) -> Mutant:
    first = acme.any(Launch, lambda each: each.is_ahead and each.target_date and each.target_date > acme.today)
    assert first.target_date
    day = first.target_date - timedelta(days=1)
    return acme.fresh(
        "launch", "ops-desk-plants", target_date=day.isoformat(), depends_on=f"[{first.id}]", told=first.id
    )


def launch_metric_unusable(acme: Acme) -> Mutant:
    bad = acme.any(Metric, lambda metric: metric.status in ("broken", "draft"))
    return acme.fresh("launch", "ops-desk-plants", metrics=f"{{success: [{bad.id}]}}", told=bad.id)
