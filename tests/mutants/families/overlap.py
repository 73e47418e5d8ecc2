"""Experiments that get in each other's way."""

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer
from tests.mutants.acme import Acme, Mutant, place

ID, OTHER = "2026q4-merchant-inbox-plants", "2026q4-merchant-inbox-flowers"


def _planned(acme: Acme, **keys: str) -> Mutant:
    return acme.fresh("experiment", ID, **keys)


def _running(acme: Acme) -> Experiment:
    """A test of users that is running, alone on its surface, till after its end."""
    return acme.any(Experiment, lambda test: test.status == "running" and test.type == "ab_test" and test.surfaces)


def overlapping_surface(acme: Acme) -> Mutant:
    """A second test on the invoices, from the last day of the first."""
    first = _planned(acme)
    later = {"start": "2026-10-25", "end": "2026-11-14", "name": "Flowers in the inbox"}
    return acme.fresh("experiment", OTHER, told="2026-10-25", **later).with_(first)


def bucket_clash(acme: Acme) -> Mutant:
    layer = "{id: studio, buckets: [[0, 3000]]}"
    first = _planned(acme, layer=layer, surfaces="[signup]")
    later = {
        "start": "2026-10-12",
        "end": "2026-11-01",
        "name": "Flowers in the inbox",
        "surfaces": "[app.navigation]",
    }
    second = "{id: studio, buckets: [[2999, 4000]]}"
    clash = acme.fresh("experiment", OTHER, layer=second, told="[[2999", **later).with_(first)
    return clash.and_also("shared-primary-metric")


def requirement_unmet(acme: Acme) -> Mutant:
    over = acme.any(Experiment, lambda test: test.status == "completed")
    return _planned(acme, requires=f"[{over.id}]", told=over.id)


def shared_primary_metric(acme: Acme) -> Mutant:
    first = _planned(acme)
    later = {"name": "Flowers in the inbox", "surfaces": "[app.navigation]"}
    told = acme.one(each for each in acme.catalog.entities if each.id == "merchant_reply_p50")
    second = acme.fresh("experiment", OTHER, **later)
    return second.with_(first).told_at(place(told.at("id")))


def possible_overlap(acme: Acme) -> Mutant:
    """One whose users only another system knows."""
    first = _planned(acme)
    keys = {"name": "Flowers in the inbox", "audience": '{segment: {opaque: "user.flowers > 3"}}'}
    return acme.fresh("experiment", OTHER, told='"user', **keys).with_(first).and_also("shared-primary-metric")


def primary_against_guardrail(acme: Acme) -> Mutant:
    first = _planned(acme)
    metrics = "{primary: [platform_availability_share], guardrail: [merchant_sale_rate]}"
    keys = {"name": "Flowers in the inbox", "surfaces": "[app.navigation]", "metrics": metrics}
    told = acme.one(each for each in acme.catalog.entities if each.id == "platform_availability_share")
    return acme.fresh("experiment", OTHER, **keys).with_(first).told_at(place(told.at("id")))


def same_salt(acme: Acme) -> Mutant:
    first = _planned(acme, salt="plants-2026")
    keys = {"name": "Flowers in the inbox", "surfaces": "[app.navigation]", "start": "2026-10-12", "end": "2026-11-01"}
    second = acme.fresh("experiment", OTHER, salt="plants-2026", told="plants-2026", **keys)
    return second.with_(first).and_also("shared-primary-metric")


def one_sided_exclusion(acme: Acme) -> Mutant:
    other = acme.any(Experiment, lambda test: test.status in ("running", "scheduled") and test.type == "ab_test")
    return _planned(acme, excludes=f"[{other.id}]", told=other.id)


def stale_acceptance(acme: Acme) -> Mutant:
    over = acme.any(Experiment, lambda test: test.status == "completed")
    agreement = f"[{{experiment: {over.id}, reason: Both are small., by: sofia-lindqvist}}]"
    return _planned(acme, accepted_overlaps=agreement, told=f"{over.id}, reason")


def mixed_units_in_layer(acme: Acme) -> Mutant:
    layer = acme.any(Layer, lambda layer: layer.unit and layer.unit != "session")
    keys = {"layer": f"{{id: {layer.id}, buckets: [[990, 1000]]}}", "randomization_unit": "session"}
    return _planned(acme, told="session", **keys).and_also("unit-mismatch", "bucket-clash", "shared-primary-metric")


def bucket_outside_layer(acme: Acme) -> Mutant:
    layer = acme.any(Layer, lambda layer: layer.unit == "account" or not layer.unit)
    return _planned(acme, layer=f"{{id: {layer.id}, buckets: [[90000, 100000]]}}", told="[90000")


def rollout_under_test(acme: Acme) -> Mutant:
    first = _planned(acme)
    ramp = "[{on: 2026-10-12, traffic: 10}, {on: 2026-10-19, traffic: 100}]".replace("on:", '"on":')
    keys = {"name": "Flowers for everybody", "type": "rollout", "ramp": ramp, "start": "2026-10-12", "end": ""}
    return acme.fresh("experiment", OTHER, told="2026-10-12\n", **keys).with_(first)


def carry_over(acme: Acme) -> Mutant:
    first = _planned(acme, cooldown="14d")
    keys = {"name": "Flowers in the inbox", "start": "2026-11-02", "end": "2026-11-22"}
    return acme.fresh("experiment", OTHER, told="2026-11-02", **keys).with_(first)


def layer_over_capacity(acme: Acme) -> Mutant:
    layer = acme.any(Layer, lambda layer: layer.id == "app")
    first = _planned(acme, layer="{id: app}", traffic="60", randomization_unit="device")
    return _second(acme, layer="{id: app}", traffic="50").with_(first).told_at(place(layer.at("id")))


def layer_nearly_full(acme: Acme) -> Mutant:
    layer = acme.any(Layer, lambda layer: layer.id == "app")
    first = _planned(acme, layer="{id: app}", traffic="50", randomization_unit="device")
    return _second(acme, layer="{id: app}", traffic="45").with_(first).told_at(place(layer.at("id")))


def _second(acme: Acme, **keys: str) -> Mutant:
    """Another test of devices, elsewhere."""
    metrics = "{primary: [mobile_rating_mean], guardrail: [platform_availability_share]}"
    said = {
        "name": "Flowers in the app",
        "surfaces": "[app.navigation]",
        "randomization_unit": "device",
        "metrics": metrics,
    }
    return acme.fresh("experiment", OTHER, **(said | keys)).and_also("unusable-metric", "unit-mismatch")


def unit_clash(acme: Acme) -> Mutant:
    """Another switchback where couriers are being sent out otherwise already."""
    running = acme.any(Experiment, lambda test: test.switchback and test.is_exposing)
    assert running.switchback
    city = acme.one(unit for cluster in running.switchback.clusters or () for unit in cluster.units or ())
    clusters = f"[{{id: one, units: [{city}]}}]"
    keys = {"type": "switchback", "switchback": f"{{geo_type: country, clusters: {clusters}, window: 24h}}"}
    said = {"surfaces": f"[{(running.surfaces or ())[0]}]", "randomization_unit": "region_time", "start": "2026-09-07"}
    return _planned(acme, told="2026-09-07", end="2026-09-27", **keys, **said)


def region_under_test(acme: Acme) -> Mutant:
    running = acme.any(Experiment, lambda test: test.switchback and test.is_exposing)
    said = {"surfaces": f"[{(running.surfaces or ())[0]}]", "start": "2026-09-07", "end": "2026-09-27"}
    return _planned(acme, told="2026-09-07", **said)


def holdout_broken(acme: Acme) -> Mutant:
    holdout = acme.any(Experiment, lambda test: test.type == "holdout" and test.is_exposing)
    said = {"surfaces": "[messaging.email]", "start": "2026-11-30", "end": "2026-12-20", "randomization_unit": "user"}
    return _planned(acme, **said).told_at(place(holdout.at("id"))).and_also("unit-mismatch")
