"""The design's vectors, written as YAML and read by the real loader."""

import pytest

from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible
from tests.encounters.written import encounters, only, verdict

MARCH = "start: 2026-03-01 | end: 2026-03-31"
PLATFORMS = "attributes: {platform: {values: [ios, android]}}"
VERSIONS = "attributes: {app_version: {type: version}}"
CITIES = "attributes: {country: {stable: false}}"

OVERLAPPING = {
    "1 one day": ("start: 2026-03-01 | end: 2026-03-31", "start: 2026-03-31 | end: 2026-04-30", ""),
    "3 a zone east of it": (MARCH, "start: 2026-03-31T15:00:00Z | end: 2026-04-30", ""),
    "4 overdue": ("status: running | start: 2026-02-01 | end: 2026-02-28", "start: 2026-03-10 | end: 2026-03-31", ""),
    "7 one of two": (
        f"{MARCH} | audience: {{country: [FR, DE]}}",
        f"{MARCH} | audience: {{country: {{not_in: [FR]}}}}",
        "",
    ),
    "10 nothing declared": (
        f"{MARCH} | audience: {{platform: {{not_in: [ios]}}}}",
        f"{MARCH} | audience: {{platform: {{not_in: [android]}}}}",
        "",
    ),
    "11 nothing said": (f"{MARCH} | audience: {{low_end: true}}", MARCH, ""),
    "13 a star as upper end": (
        f"{MARCH} | audience: {{app_version: {{max: 120.*}}}}",
        f"{MARCH} | audience: {{app_version: {{min: 120.0.6099}}}}",
        VERSIONS,
    ),
    "14 two attributes": (f"{MARCH} | audience: {{country: [IN]}}", f"{MARCH} | audience: {{os: [ios]}}", ""),
    "17 more than the layer has": (
        f"{MARCH} | traffic: 60 | layer: {{id: shared}}",
        f"{MARCH} | traffic: 50 | layer: {{id: shared}}",
        "",
    ),
    "16 one bucket": (
        f"{MARCH} | layer: {{id: shared, buckets: [[0, 5001]]}}",
        f"{MARCH} | layer: {{id: shared, buckets: [[5000, 10000]]}}",
        "",
    ),
}

DISJOINT = {
    "2 instants": (
        "start: 2026-03-01 | end: 2026-03-31T00:00:00Z",
        "start: 2026-03-31T00:00:00Z | end: 2026-04-30",
        "",
        "time",
    ),
    "6 countries": (
        f"{MARCH} | audience: {{country: [FR]}}",
        f"{MARCH} | audience: {{country: [DE]}}",
        "",
        "audience.country",
    ),
    "8 inside of the exclude": (
        f"{MARCH} | audience: {{country: [FR]}}",
        f"{MARCH} | audience: {{country: {{not_in: [FR, DE]}}}}",
        "",
        "audience.country",
    ),
    "9 all that there are": (
        f"{MARCH} | audience: {{platform: {{not_in: [ios]}}}}",
        f"{MARCH} | audience: {{platform: {{not_in: [android]}}}}",
        PLATFORMS,
        "audience.platform",
    ),
    "12 a star as lower end": (
        f"{MARCH} | audience: {{app_version: {{min: 1.4.5.*}}}}",
        f"{MARCH} | audience: {{app_version: {{max: 1.4}}}}",
        VERSIONS,
        "audience.app_version",
    ),
    "15 buckets": (
        f"{MARCH} | layer: {{id: shared, buckets: [[0, 5000]]}}",
        f"{MARCH} | layer: {{id: shared, buckets: [[5000, 10000]]}}",
        "",
        "buckets",
    ),
    "a layer that packs": (
        f"{MARCH} | traffic: 60 | layer: {{id: shared}}",
        f"{MARCH} | traffic: 40 | layer: {{id: shared}}",
        "",
        "layer",
    ),
    "excluded": (f"{MARCH} | excludes: [b]", MARCH, "", "exclusion"),
    "a version that looks like a number": (
        f"{MARCH} | audience: {{app_version: {{gte: 1.10}}}}",
        f"{MARCH} | audience: {{app_version: {{lt: 1.9}}}}",
        VERSIONS,
        "audience.app_version",
    ),
}

POSSIBLE = {
    "5 no start": ("status: draft", "status: running | start: 2026-03-01 | end: 2026-03-31", "time"),
    "20 opaque": (f"{MARCH} | audience: {{x: {{opaque: a > 1}}}}", f"{MARCH} | audience: {{x: [1]}}", "audience.x"),
    "ends before it starts": ("start: 2026-03-31 | end: 2026-03-01", MARCH, "time"),
}


CAPACITY = {
    "17 two halves and more": ({"a": "traffic: 60", "b": "traffic: 50"}, 1.1, 1.1),
    "18 other users": (
        {"a": "audience: {country: [FR]}", "b": "audience: {country: [DE]}"},
        2.0,
        1.0,
    ),
    "19 each two of three": (
        {
            "a": "traffic: 50 | audience: {country: [A, B]}",
            "b": "traffic: 50 | audience: {country: [B, C]}",
            "c": "traffic: 50 | audience: {country: [A, C]}",
        },
        1.5,
        1.5,
    ),
}


@pytest.mark.parametrize(("members", "strict", "aware"), CAPACITY.values(), ids=CAPACITY)
def test_needs_so_much_of_its_layer(members: dict[str, str], strict: float, aware: float) -> None:
    texts = {id: f"{MARCH} | layer: {{id: shared}} | surfaces: [{id}] | {text}" for id, text in members.items()}
    for packing, needed in (("strict", strict), ("audience_aware", aware)):
        layers = encounters("attributes: {country: {}}", layers=f"packing: {packing}", **texts).trials.layers
        (use,) = layers.uses("shared")
        assert (float(use.need.least), float(use.need.at_most)) == (needed, needed), packing
        assert use.over is (needed > 1), packing


def test_no_vector_is_left_out() -> None:
    tables = (OVERLAPPING, DISJOINT, POSSIBLE, CAPACITY)
    numbered = {int(name.split()[0]) for table in tables for name in table if name[0].isdigit()}
    assert numbered == set(range(1, 22)) - {21}  # 21 is of an order, and has a test of its own


@pytest.mark.parametrize(("a", "b", "settings"), OVERLAPPING.values(), ids=OVERLAPPING)
def test_meets(a: str, b: str, settings: str) -> None:
    assert isinstance(verdict(encounters(settings, a=a, b=b)), Overlapping)


@pytest.mark.parametrize(("a", "b", "settings", "by"), DISJOINT.values(), ids=DISJOINT)
def test_is_apart(a: str, b: str, settings: str, by: str) -> None:
    found = encounters(settings, a=a, b=b)
    assert verdict(found) == Disjoint((by,), unstable=False)
    assert not list(found)


@pytest.mark.parametrize(("a", "b", "dimension"), POSSIBLE.values(), ids=POSSIBLE)
def test_nobody_can_tell(a: str, b: str, dimension: str) -> None:
    found = encounters(a=a, b=b)
    met = verdict(found)
    assert isinstance(met, Possible)
    assert met.dimensions == (dimension,)
    assert not list(found)


def test_a_client_may_move() -> None:
    found = encounters(CITIES, a=f"{MARCH} | audience: {{country: [FR]}}", b=f"{MARCH} | audience: {{country: [DE]}}")
    assert verdict(found) == Disjoint(("audience.country",), unstable=True)


def test_vector_1_is_one_day() -> None:
    met = only(encounters(a=MARCH, b="start: 2026-03-31 | end: 2026-04-30"))
    assert met.when == "on 31 Mar"
    assert (met.earlier.id, met.later.id) == ("a", "b")


def test_vector_16_is_a_clash_and_nothing_else() -> None:
    found = encounters(
        a=f"{MARCH} | layer: {{id: shared, buckets: [[0, 5001]]}}",
        b=f"{MARCH} | layer: {{id: shared, buckets: [[5000, 10000]]}}",
    )
    (clash,) = found.clashes
    assert (clash.count, clash.ranges, clash.layer) == ("1 bucket", "number 5000", "shared")
    assert not list(found)


def test_vector_21_ends_before_the_other_starts() -> None:
    found = encounters(
        a="requires: [b] | start: 2026-04-01 | end: 2026-04-14",
        b="status: running | start: 2026-03-01 | end: 2026-03-31",
    )
    a, b = found.trials.experiments.values()
    assert found.trials.compare(a, b) == Disjoint(("time",), unstable=False)
    assert found.trials.order(a, b) == "ends before this one starts"
    assert found.trials.order(b, a) == "starts after this one has ended"
