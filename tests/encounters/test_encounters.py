"""Which pairs are reported, and which are not."""

from datetime import date

import pytest

from prodops_cli.encounters.encounters import Encounters
from tests.encounters.written import encounters, only

A = "start: 2026-03-02 | end: 2026-03-29"
B = "start: 2026-03-16 | end: 2026-04-12"


def pairs(found: Encounters) -> list[tuple[str, str]]:
    return [(met.earlier.id, met.later.id) for met in found]


SILENT = {
    "a surface on which several may run": {
        "settings": "surfaces: {pricing: {concurrent: true}}",
        "a": f"{A} | surfaces: [pricing]",
        "b": f"{B} | surfaces: [pricing.table]",
    },
    "other surfaces": {"a": f"{A} | surfaces: [checkout]", "b": f"{B} | surfaces: [checkoutx]"},
    "agreed": {"a": A, "b": f"{B} | accepted_overlaps: [{{experiment: a, reason: small}}]"},
    "agreed by the earlier, until today": {
        "a": f"{A} | accepted_overlaps: [{{experiment: b, reason: small, until: 2026-03-10}}]",
        "b": B,
    },
    "a draft without dates": {"a": A, "b": "status: draft"},
    "past": {
        "a": "status: completed | start: 2026-02-01 | end: 2026-03-01",
        "b": "status: running | start: 2026-02-20",
    },
    "a rollout": {"a": A, "b": f"{B} | type: rollout"},
    "a layer that packs": {
        "a": f"{A} | traffic: 60 | layer: {{id: shared}}",
        "b": f"{B} | traffic: 40 | layer: {{id: shared}}",
    },
}


@pytest.mark.parametrize("catalog", SILENT.values(), ids=SILENT)
def test_is_silent(catalog: dict[str, str]) -> None:
    assert pairs(encounters(**catalog)) == []


def test_an_agreement_ends_by_itself() -> None:
    accepted = f"{B} | accepted_overlaps: [{{experiment: a, reason: small, until: 2026-03-09}}]"
    assert pairs(encounters(a=A, b=accepted)) == [("a", "b")]


def test_of_two_that_start_together_the_greater_id_is_the_later() -> None:
    assert pairs(encounters(b=A, a=A)) == [("a", "b")]


def test_a_document_whose_id_another_has_is_not_met() -> None:
    found = encounters(a=A, b=B)
    doubled = encounters(a=A, b=B)
    catalog = doubled.catalog
    twice = Encounters(
        type(catalog)(
            catalog.settings,
            catalog.settings_document,
            (*catalog.entities, *catalog.entities),
            (),
            catalog.files,
            frozenset(),
        ),
        found.today,
    )
    assert pairs(twice) == pairs(found)


def test_only_what_is_ahead_counts() -> None:
    met = only(
        encounters(a="status: running | start: 2026-03-01 | end: 2026-03-12", b="status: running | start: 2026-03-05")
    )
    assert (met.first_day, met.last_day) == (date(2026, 3, 10), date(2026, 3, 12))


def test_a_surface_and_its_parent() -> None:
    met = only(encounters(a=f"{A} | surfaces: [checkout]", b=f"{B} | surfaces: [checkout.payment, flag.x]"))
    assert (met.same, met.nested, met.surfaces) == ((), ("checkout.payment",), "checkout.payment")


def test_readers_of_a_metric_meet_elsewhere() -> None:
    reads = "metrics: {primary: [orders]}"
    found = encounters(
        a=f"{A} | {reads} | surfaces: [x]",
        b=f"{B} | {reads} | surfaces: [y]",
        c=f"{B} | {reads} | surfaces: [y.z]",
        d=f"start: 2027-01-01 | end: 2027-01-31 | {reads} | surfaces: [w]",
    )
    assert {metric: [each.id for each in readers] for metric, readers in found.readers.items()} == {
        "orders": ["a", "b", "c"]
    }
