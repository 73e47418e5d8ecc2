"""Mistakes in how fresh things are."""

from prodops_cli.models.entity import Entity
from prodops_cli.models.metric import Metric
from tests.mutants.acme import Acme, Mutant, is_alone


def _in_use(acme: Acme) -> Metric:
    return acme.any(
        Metric,
        lambda metric: metric.status == "active" and metric.reviewed and not metric.review_every and is_alone(metric),
    )


def stale_review(acme: Acme) -> Mutant:
    return acme.write(_in_use(acme), "reviewed", text="2024-02-29")


def review_date_in_future(acme: Acme) -> Mutant:
    return acme.write(acme.any(Entity, lambda entity: entity.reviewed), "reviewed", text="2026-09-08")


def never_reviewed(acme: Acme) -> Mutant:
    return acme.remove(_in_use(acme), "reviewed")


def stale_health(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.status == "active" and metric.health and metric.health.as_of)
    return acme.write(metric, "health", "as_of", text="2025-12-31")


def expired_metric(acme: Acme) -> Mutant:
    return acme.add(_in_use(acme), "expires: 2026-09-06")


def expiring_metric(acme: Acme) -> Mutant:
    return acme.add(_in_use(acme), f"expires: 2026-09-{acme.dice.randint(7, 30):02}")


def deprecated_too_long(acme: Acme) -> Mutant:
    metric = acme.any(Metric, lambda metric: metric.status == "deprecated" and metric.remove_after)
    return acme.write(metric, "remove_after", text="2026-09-06")


def broken_too_long(acme: Acme) -> Mutant:
    ill = {
        "status": "broken",
        "health": "{level: problem, as_of: 2026-07-01}",
        "repair_issue": "https://acme.example/1",
    }
    return acme.fresh("metric", "commerce_slippers_count", told="broken", **ill)
