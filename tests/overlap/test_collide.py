"""Verdicts on pairs of trials: the vectors of the design, and every witness checked."""

from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.clients import admits
from prodops_cli.overlap.audiences.doubt import OpaqueText
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Kind
from prodops_cli.overlap.audiences.version import Version
from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, Verdict, collide
from prodops_cli.overlap.doubt import Undated, Unpacked
from prodops_cli.overlap.interference import Interference, interferences
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import NoStart, Overdue, Timing, window
from tests.effort import examples
from tests.overlap.universe import ATTRIBUTES, KINDS, audiences
from tests.overlap.written import audience

TODAY = date(2026, 3, 10)
SPRING = Timing("scheduled", date(2026, 3, 1), date(2026, 3, 31))
KINDS_HERE: dict[str, Kind] = {"low_end": "bool", "app_version": "version"}
DECLARED = {"platform": Attribute(values=("ios", "android")), "city": Attribute(stable=False)}


def trial(name: str, timing: Timing = SPRING, written: Any = None, **more: Any) -> Trial:
    people = audience(written or {}, KINDS_HERE)
    return Trial(name, window(timing, TODAY, UTC), people, ("checkout",), **more)


def planned(start: Any = None, end: Any = None) -> Timing:
    return Timing("scheduled", start, end)


def verdict(a: dict[str, Any], b: dict[str, Any]) -> Verdict:
    return collide(trial("a", **a), trial("b", **b), DECLARED)


def on(day: int, month: int = 3, hour: int = 0) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def layer(*buckets: tuple[int, int]) -> dict[str, Any]:
    return {"slot": Slot("L", 10_000, tuple(BucketRange(*each) for each in buckets))}


def packed(traffic: float, *crowded: Stretch, aware: bool = False) -> dict[str, Any]:
    return {"slot": Slot("L", 10_000, crowded=crowded, audience_aware=aware), "traffic": traffic}


def people(**written: Any) -> dict[str, Any]:
    return {"written": written}


OVERLAPPING = {
    "1": (
        {"timing": planned(date(2026, 3, 1), date(2026, 3, 31))},
        {"timing": planned(date(2026, 3, 31), date(2026, 4, 30))},
        {},
        Stretch(on(31), on(1, 4)),
    ),
    "3": (
        {"timing": planned(date(2026, 3, 1), date(2026, 3, 31))},
        {"timing": planned(on(31, hour=15), on(30, 4))},
        {},
        Stretch(on(31, hour=15), on(1, 4)),
    ),
    "4": (
        {"timing": Timing("running", date(2026, 2, 1), date(2026, 2, 28))},
        {"timing": planned(TODAY, date(2026, 3, 31))},
        {},
        Stretch(on(10), on(11)),
    ),
    "7": (people(country=["FR", "DE"]), people(country={"not_in": ["FR"]}), {"country": "DE"}, None),
    "10": (people(p={"not_in": ["ios"]}), people(p={"not_in": ["android"]}), {"p": "other"}, None),
    "11": (people(low_end=True), {}, {"low_end": True}, None),
    "13": (
        people(app_version={"max": "120.*"}),
        people(app_version={"min": "120.0.6099"}),
        {"app_version": Version((120, 0, 6099))},
        None,
    ),
    "14": (people(country=["IN"]), people(os=["ios"]), {"country": "IN", "os": "ios"}, None),
    "16": (layer((0, 5001)), layer((5000, 10_000)), {}, None),
    "17": (packed(60, Stretch(on(1), on(1, 4))), packed(50, Stretch(on(1), on(1, 4))), {}, None),
    "buckets, and more than they leave": (packed(60), layer((0, 5000)), {}, None),
    "two layers": (layer((0, 5000)), {"slot": Slot("M", 10_000, (BucketRange(5000, 10_000),))}, {}, None),
    "one holdout for both": ({"holdout": "h"}, {"holdout": "h"}, {}, None),
    "a layer on one side": (layer((0, 5000)), {}, {}, None),
}


@pytest.mark.parametrize(("a", "b", "client", "joint"), OVERLAPPING.values(), ids=OVERLAPPING)
def test_two_trials_overlap(a: dict[str, Any], b: dict[str, Any], client: Any, joint: Stretch | None) -> None:
    found = verdict(a, b)
    assert isinstance(found, Overlapping)
    assert found.witness.client == client
    assert found.window == (joint or Stretch(on(1), on(1, 4)))
    assert found.witness.at == found.window.start


DISJOINT = {
    "2": ({"timing": planned(on(1), on(31))}, {"timing": planned(on(31), on(30, 4))}, ("time",), False),
    "6": (people(country=["FR"]), people(country=["DE"]), ("audience.country",), False),
    "6, not stable": (people(city=["FR"]), people(city=["DE"]), ("audience.city",), True),
    "8": (people(country=["FR"]), people(country={"not_in": ["FR", "DE"]}), ("audience.country",), False),
    "9": (
        people(platform={"not_in": ["ios"]}),
        people(platform={"not_in": ["android"]}),
        ("audience.platform",),
        False,
    ),
    "12": (
        people(app_version={"min": "1.4.5.*"}),
        people(app_version={"max": "1.4"}),
        ("audience.app_version",),
        False,
    ),
    "15": (layer((0, 5000)), layer((5000, 10_000)), ("buckets",), False),
    "packed": (packed(60), packed(40), ("layer",), False),
    "packed, and crowded at another time": (
        packed(60, Stretch(on(1, 4), on(2, 4))),
        packed(40, Stretch(on(1, 4), on(2, 4))),
        ("layer",),
        False,
    ),
    "18, where audiences share buckets": (
        {**packed(100, aware=True), **people(country=["FR"])},
        {**packed(100, aware=True), **people(country=["DE"])},
        ("audience.country",),
        False,
    ),
    "where audiences share buckets, and people move": (
        {**packed(10, aware=True), **people(city=["FR"])},
        {**packed(10, aware=True), **people(city=["DE"])},
        ("audience.city",),
        True,
    ),
    "where audiences could share buckets": (
        {**packed(10, aware=True), **people(country=["FR", "DE"])},
        {**packed(10, aware=True), **people(country=["DE"])},
        ("layer",),
        False,
    ),
    "packed, where people move": (
        {**packed(10), **people(city=["FR"])},
        {**packed(10), **people(city=["DE"])},
        ("layer",),
        False,
    ),
    "excluded": ({"excludes": frozenset({"b"})}, {}, ("exclusion",), False),
    "held out": ({}, {"holdout": "a"}, ("holdout",), False),
    "a doubt elsewhere": (
        {**people(x={"opaque": "?"}), "timing": planned(on(1), on(31))},
        {"timing": planned(on(31), on(30, 4))},
        ("time",),
        False,
    ),
    "buckets last, where people move": (
        {**people(city=["FR"]), **layer((0, 5000))},
        {**people(city=["DE"]), **layer((5000, 10_000))},
        ("buckets",),
        False,
    ),
}


@pytest.mark.parametrize(("a", "b", "by", "unstable"), DISJOINT.values(), ids=DISJOINT)
def test_two_trials_are_disjoint(a: dict[str, Any], b: dict[str, Any], by: tuple[str, ...], unstable: bool) -> None:
    assert verdict(a, b) == Disjoint(by, unstable)
    assert collide(trial("b", **b), trial("a", **a), DECLARED) == Disjoint(by, unstable)


POSSIBLE = {
    "5": (
        {"timing": Timing("draft")},
        {"timing": Timing("running", date(2026, 3, 1), date(2026, 3, 31))},
        (Undated("a", NoStart()),),
        ("time",),
    ),
    "overdue": (
        {"timing": Timing("running", date(2026, 2, 1), date(2026, 2, 28))},
        {"timing": planned(date(2026, 3, 11), date(2026, 3, 31))},
        (Undated("a", Overdue(on(1))),),
        ("time",),
    ),
    "20": (people(x={"opaque": "?"}), {}, (OpaqueText("x", "?"),), ("audience.x",)),
    "a layer that nobody counted": ({**layer(), "traffic": 50}, layer((0, 5000)), (Unpacked("L"),), ("layer",)),
    "counted on one side": (packed(50), {**layer(), "traffic": 50}, (Unpacked("L"),), ("layer",)),
    "a layer that is crowded for a day": (packed(50, Stretch(on(2), on(3))), packed(50), (Unpacked("L"),), ("layer",)),
    "a layer, but no dates": (
        {**packed(50), "timing": Timing("draft")},
        packed(50),
        (Undated("a", NoStart()), Unpacked("L")),
        ("time", "layer"),
    ),
    "buckets of no size are none": (
        {**layer((5, 5)), "traffic": 50},
        layer((0, 5000)),
        (Unpacked("L"),),
        ("layer",),
    ),
    "all at once": (
        {**layer(), **people(x={"opaque": "?"}), "timing": Timing("draft"), "traffic": 50},
        {**layer(), "traffic": 50},
        (Undated("a", NoStart()), Unpacked("L"), OpaqueText("x", "?")),
        ("time", "layer", "audience.x"),
    ),
}


@pytest.mark.parametrize(("a", "b", "doubts", "dimensions"), POSSIBLE.values(), ids=POSSIBLE)
def test_nobody_can_tell(a: dict[str, Any], b: dict[str, Any], doubts: tuple[Any, ...], dimensions: Any) -> None:
    found = verdict(a, b)
    assert isinstance(found, Possible)
    assert found.doubts == doubts
    assert found.dimensions == dimensions
    assert not found.window.empty


def test_one_bucket_is_shared_by_one_in_five_thousand() -> None:
    found = verdict(layer((0, 5001)), layer((5000, 10_000)))
    assert isinstance(found, Overlapping)
    assert found.shares.of_b.low == pytest.approx(1 / 5000)


INTERFERENCES = {
    "a surface": ({}, {}, [Interference("surface", ("checkout",))]),
    "a metric": (
        {"primary": frozenset({"m", "n"})},
        {"primary": frozenset({"m"}), "guardrail": frozenset({"n"})},
        [
            Interference("surface", ("checkout",)),
            Interference("primary_metric", ("m",)),
            Interference("guardrail_metric", ("n",)),
        ],
    ),
    "a layer and a salt": (
        {**layer(), "salt": "s"},
        {**layer((0, 5)), "salt": "s"},
        [Interference("surface", ("checkout",)), Interference("layer", ("L",)), Interference("salt", ("s",))],
    ),
}


@pytest.mark.parametrize(("a", "b", "expected"), INTERFERENCES.values(), ids=INTERFERENCES)
def test_what_two_trials_have_in_common(a: dict[str, Any], b: dict[str, Any], expected: list[Interference]) -> None:
    one, other = trial("a", **a), trial("b", **b)
    assert list(interferences(one, other)) == expected
    assert list(interferences(other, one)) == expected


NAMES = ("country", "platform", "age")
timings = st.sampled_from(
    [
        SPRING,
        planned(date(2026, 3, 31), date(2026, 4, 10)),
        planned(on(10), on(20)),
        planned(),
        Timing("running", date(2026, 1, 1), date(2026, 1, 31)),
        Timing("completed", date(2026, 1, 1), date(2026, 3, 3)),
    ]
)
slots = st.sampled_from([None, Slot("L", 10), Slot("L", 10, (BucketRange(0, 5),)), Slot("L", 10, (BucketRange(4, 9),))])
worlds = st.tuples(timings, audiences(NAMES), slots)


def made(name: str, world: tuple[Timing, Any, Slot | None]) -> Trial:
    timing, written, slot = world
    return Trial(name, window(timing, TODAY, UTC), audience(written, KINDS), ("checkout",), slot)


@examples(70)
@given(worlds, worlds)
def test_a_verdict_is_the_same_from_both_sides_and_its_witness_stands(one: Any, other: Any) -> None:
    a, b = made("a", one), made("b", other)
    found, back = collide(a, b, ATTRIBUTES), collide(b, a, ATTRIBUTES)
    if not isinstance(found, Overlapping) or not isinstance(back, Overlapping):
        assert found == back
        return
    assert (found.window, found.witness) == (back.window, back.witness)
    assert (found.shares.of_a, found.shares.treated_of_b) == (back.shares.of_b, back.shares.treated_of_a)
    for each in (a, b):
        assert admits(each.audience, found.witness.client, ATTRIBUTES) is Truth.TRUE
        assert each.window.sure is not None
        assert each.window.sure.start <= found.witness.at < each.window.sure.stop


def test_numbers_of_witnesses_are_exact() -> None:
    kinds: dict[str, Kind] = {"age": "number"}
    one = Trial("a", window(SPRING, TODAY, UTC), audience({"age": {"gt": 0.1}}, kinds))
    other = Trial("b", window(SPRING, TODAY, UTC), audience({"age": {"lt": 0.2}}, kinds))
    found = collide(one, other, {})
    assert isinstance(found, Overlapping)
    assert found.witness.client == {"age": Fraction("0.11")}
