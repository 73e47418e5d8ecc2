"""Trials that treat whole places: where they meet, and which places they can't both have."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.clients import admits
from prodops_cli.overlap.audiences.doubt import UndeclaredValue
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, Verdict, collide
from prodops_cli.overlap.doubt import OtherPlaces, Unplaced
from prodops_cli.overlap.ground import counted
from prodops_cli.overlap.places import Places
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.unit_clash import UnitClash, contradictions, unit_clashes
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import NoStart, Window
from tests.effort import examples
from tests.overlap.universe import HAVES
from tests.overlap.written import Written, audience, named, takes

START = datetime(2026, 3, 1, tzinfo=UTC)
PARENTS = {"FR-75": "FR", "FR-13": "FR"}
ATTRIBUTES = {
    "country": Attribute(parents=PARENTS),
    "region": Attribute(values=("FR-75", "FR-13", "DE"), parents={**PARENTS, "DE-BE": "DE"}),
    "city": Attribute(stable=False),
    "platform": Attribute(values=("web", "ios", "android")),
}


def stretch(first: int, after: int) -> Stretch:
    return Stretch(START + timedelta(days=first), START + timedelta(days=after))


def certain(first: int, after: int) -> Window:
    return Window(stretch(first, after), stretch(first, after))


def trial(name: str, days: tuple[int, int] = (0, 9), written: Written | None = None, **more: Any) -> Trial:
    return Trial(name, certain(*days), audience(written or {}, {}), ("page",), **more)


def at(*treated: str, compared: tuple[str, ...] = (), attribute: str = "country", pre: Any = None) -> dict[str, Any]:
    before = stretch(*pre) if pre else None
    return {"places": Places(attribute, frozenset(treated), frozenset(compared), before)}


def verdict(a: dict[str, Any], b: dict[str, Any]) -> Verdict:
    found = collide(trial("a", **a), trial("b", **b), ATTRIBUTES)
    back = collide(trial("b", **b), trial("a", **a), ATTRIBUTES)
    assert isinstance(found, Overlapping) or found == back
    return found


OVERLAPPING = {
    "one place": (at("FR", "DE"), at("DE", "IN"), {"country": "DE"}),
    "a place and a part of it": (at("FR"), at("FR-75"), {"country": "FR-75"}),
    "a place that the other compares with": (at("DE"), at("FR", compared=("DE",)), {"country": "DE"}),
    "users everywhere": (at("DE"), {}, {"country": "DE"}),
    "users in a part of it": (at("FR"), {"written": {"country": ["FR-13"]}}, {"country": "FR-13"}),
    "users of one sort": (
        at("DE"),
        {"written": {"platform": ["ios"]}},
        {"country": "DE", "platform": "ios"},
    ),
    "users of a place to compare with": (
        at("DE", compared=("IN",)),
        {"written": {"country": ["IN"]}},
        {"country": "IN"},
    ),
}

DISJOINT = {
    "other places": (at("FR-75"), at("FR-13"), ("geo",), False),
    "both compare with one": (at("FR", compared=("IN",)), at("DE", compared=("IN",)), ("geo",), False),
    "users elsewhere": (at("FR"), {"written": {"country": ["DE"]}}, ("geo",), False),
    "users of all but these places": (at("FR-75"), {"written": {"country": {"not_in": ["FR"]}}}, ("geo",), False),
    "places that users may leave": (at("a", attribute="city"), at("b", attribute="city"), ("geo",), True),
    "other users": (
        {**at("FR"), "written": {"platform": ["web"]}},
        {**at("DE"), "written": {"platform": ["ios"]}},
        ("audience.platform",),
        False,
    ),
    "other places last, where users move": (
        {**at("FR"), "written": {"city": ["a"]}},
        {**at("DE"), "written": {"city": ["b"]}},
        ("geo",),
        False,
    ),
    "other users, whose places have other names": (
        {**at("FR"), "written": {"region": ["DE"]}},
        at("FR-75", attribute="region"),
        ("geo",),
        False,
    ),
}

POSSIBLE: dict[str, tuple[dict[str, Any], dict[str, Any], Any, tuple[str, ...]]] = {
    "nobody knows where": (at(), {}, (Unplaced("a"),), ("geo",)),
    "neither": (at(), at(), (Unplaced("a"), Unplaced("b")), ("geo",)),
    "other names for places": (at("FR"), at("Paris", attribute="city"), (OtherPlaces(("country", "city")),), ("geo",)),
    "a slip": (
        at("FR-57", attribute="region"),
        at("FR-75", attribute="region"),
        (UndeclaredValue("region", "FR-57"),),
        ("audience.region",),
    ),
}


@pytest.mark.parametrize(("a", "b", "client"), OVERLAPPING.values(), ids=OVERLAPPING)
def test_trials_meet_in_a_place(a: dict[str, Any], b: dict[str, Any], client: Any) -> None:
    for found in (verdict(a, b), verdict(b, a)):
        assert isinstance(found, Overlapping)
        assert found.witness.client == client


@pytest.mark.parametrize(("a", "b", "by", "unstable"), DISJOINT.values(), ids=DISJOINT)
def test_places_keep_trials_apart(a: dict[str, Any], b: dict[str, Any], by: tuple[str, ...], unstable: bool) -> None:
    assert verdict(a, b) == Disjoint(by, unstable)


@pytest.mark.parametrize(("a", "b", "doubts", "dimensions"), POSSIBLE.values(), ids=POSSIBLE)
def test_nobody_can_tell(a: dict[str, Any], b: dict[str, Any], doubts: Any, dimensions: tuple[str, ...]) -> None:
    found = verdict(a, b)
    assert isinstance(found, Possible)
    assert (found.doubts, found.dimensions) == (doubts, dimensions)


NAMES = ("FR", "FR-75", "FR-13", "DE")
some_places = st.frozensets(st.sampled_from(NAMES), min_size=1, max_size=2)
lists = st.lists(st.sampled_from(NAMES), min_size=1, max_size=2)
people = st.fixed_dictionaries(
    {},
    optional={
        "country": st.builds(lambda key, some: {key: some}, st.sampled_from(["in", "not_in"]), lists),
        "platform": st.lists(st.sampled_from(["web", "ios"]), min_size=1, max_size=1),
    },
)
grounds = st.none() | st.builds(
    Places,
    st.just("country"),
    some_places,
    st.frozensets(st.sampled_from(NAMES), max_size=2),
    st.none() | st.just(stretch(-5, 0)),
)
CLIENTS = [{"country": place, "platform": platform} for place in HAVES["country"] for platform in ("web", "ios")]
World = tuple[Written, Places | None]


def treats(world: World, client: dict[str, Any]) -> bool:
    written, places = world
    return takes(written, client, ATTRIBUTES) and (places is None or lives(client, places.treated))


def counts(world: World, client: dict[str, Any]) -> bool:
    written, places = world
    return takes(written, client, ATTRIBUTES) and (places is None or lives(client, places.all))


def lives(client: dict[str, Any], places: frozenset[str]) -> bool:
    return named(client["country"], sorted(places), ATTRIBUTES["country"])


def made(name: str, world: World) -> Trial:
    return trial(name, written=world[0], places=world[1])


def in_common(one: World, other: World) -> list[dict[str, Any]]:
    return [
        client
        for client in CLIENTS
        if (treats(one, client) and counts(other, client)) or (counts(one, client) and treats(other, client))
    ]


@examples(70)
@given(st.tuples(people, grounds), st.tuples(people, grounds), some_places)
def test_two_trials_meet_exactly_where_one_treats_whom_the_other_counts(
    one: World, other: World, more: frozenset[str]
) -> None:
    common = in_common(one, other)
    found = collide(made("a", one), made("b", other), ATTRIBUTES)
    match found:
        case Overlapping():
            assert common
            client = {"platform": "web", **found.witness.client}
            assert not (one[1] or other[1]) or client in common
            for each in (made("a", one), made("b", other)):
                assert admits(counted(each), found.witness.client, ATTRIBUTES) is Truth.TRUE
            assert isinstance(collide(made("a", wider(one, more)), made("b", other), ATTRIBUTES), Overlapping)
        case Disjoint():
            assert not common
            assert not in_common((one[0], None), (other[0], None)) or found.by == ("geo",)
        case Possible():
            raise AssertionError(found)


def wider(world: World, more: frozenset[str]) -> World:
    written, places = world
    return written, places and Places(places.attribute, places.treated | more, places.compared)


CLASHES: dict[str, tuple[dict[str, Any], dict[str, Any], list[UnitClash]]] = {
    "both treat one": (
        at("FR", "DE"),
        {**at("FR-75", "IN"), "days": (5, 12)},
        [UnitClash("treated", "a", "b", ("FR-75",), stretch(5, 9))],
    ),
    "a donor is treated while it is compared with": (
        at("FR", compared=("DE", "IN"), pre=(-9, 0)),
        {**at("DE"), "days": (5, 12)},
        [UnitClash("compared", "b", "a", ("DE",), stretch(5, 9))],
    ),
    "in the pre-period, and on": (
        {**at("FR", compared=("DE",), pre=(0, 9)), "days": (9, 20)},
        {**at("DE"), "days": (5, 12)},
        [
            UnitClash("compared", "b", "a", ("DE",), stretch(5, 9)),
            UnitClash("compared", "b", "a", ("DE",), stretch(9, 12)),
        ],
    ),
    "its own place, in the pre-period": (
        {**at("FR", compared=("DE",), pre=(0, 9)), "days": (9, 20)},
        {**at("FR"), "days": (0, 3)},
        [UnitClash("fitted", "b", "a", ("FR",), stretch(0, 3))],
    ),
    "the effect lasts": (
        {**at("FR"), "effect": certain(0, 12)},
        {**at("FR"), "days": (10, 20)},
        [UnitClash("treated", "a", "b", ("FR",), stretch(10, 12))],
    ),
    "users in a region under test": (at("FR", "DE"), {}, [UnitClash("treated", "a", "b", ("DE", "FR"), stretch(0, 9))]),
    "users in some of them": (
        at("FR", "DE"),
        {"written": {"country": {"not_in": ["DE"]}}, "days": (-3, 2)},
        [UnitClash("treated", "b", "a", ("FR",), stretch(0, 2))],
    ),
    "users of places to compare with": (
        at("FR", compared=("DE",), pre=(-9, 0)),
        {"written": {"country": ["DE"]}, "days": (-5, 5)},
        [],
    ),
    "other users of one place": (
        {**at("FR"), "written": {"platform": ["web"]}},
        {**at("FR"), "written": {"platform": ["ios"]}},
        [],
    ),
    "both compare with one": (at("FR", compared=("IN",)), at("DE", compared=("IN",)), []),
    "other names for places": (at("FR"), at("FR", attribute="city"), []),
    "users of none of them": (at("FR"), {"excludes": frozenset({"a"})}, []),
    "two on users": ({}, {}, []),
    "nobody knows where": (at(), {}, []),
    "nobody can read whom": (at("FR"), {"written": {"x": {"opaque": "?"}}}, []),
    "other buckets": (
        {**at("FR"), "slot": Slot("L", 10, (BucketRange(0, 5),))},
        {"slot": Slot("L", 10, (BucketRange(5, 10),))},
        [],
    ),
}


@pytest.mark.parametrize(("a", "b", "expected"), CLASHES.values(), ids=CLASHES)
def test_places_that_two_trials_want(a: dict[str, Any], b: dict[str, Any], expected: list[UnitClash]) -> None:
    one, other = trial("a", **a), trial("b", **b)
    found = unit_clashes(one, other, ATTRIBUTES)
    assert found == unit_clashes(other, one, ATTRIBUTES)
    assert [replace(each, client={}) for each in found] == expected
    assert all(each.client["country"] == each.places[0] for each in found)


def test_nothing_is_proved_of_trials_without_dates() -> None:
    undated = Trial("a", Window(None, ALWAYS, NoStart()), **at("FR"))
    assert not unit_clashes(undated, trial("b", **at("FR", compared=("FR",), pre=(-5, 0))), ATTRIBUTES)


def written_trials() -> st.SearchStrategy[dict[str, Any]]:
    days = st.tuples(st.integers(0, 6), st.integers(1, 4))
    return st.fixed_dictionaries({"days": days, "lasts": st.integers(0, 3), "world": st.tuples(people, grounds)})


def of(name: str, written: dict[str, Any]) -> Trial:
    (first, days), lasts = written["days"], written["lasts"]
    effect = certain(first, first + days + lasts) if lasts else None
    return trial(name, (first, first + days), written["world"][0], places=written["world"][1], effect=effect)


@examples(70)
@given(written_trials(), written_trials())
def test_clashes_are_those_of_every_day_and_place(one: dict[str, Any], other: dict[str, Any]) -> None:
    a, b = of("a", one), of("b", other)
    found = unit_clashes(a, b, ATTRIBUTES)
    assert set(found) == set(unit_clashes(b, a, ATTRIBUTES))
    told = {
        (clash.why, frozenset((clash.by, clash.of)) if clash.why == "treated" else clash.by, day, place)
        for clash in found
        for day in range(-6, 16)
        if clash.when.intersection(stretch(day, day + 1))
        for place in HAVES["country"]
        if lives({"country": place}, frozenset(clash.places))
    }
    assert {(why, by, day) for why, by, day, _ in told} == {(why, by, day) for why, by, day, _ in wanted(one, other)}
    assert wanted(one, other) <= told


def wanted(one: dict[str, Any], other: dict[str, Any]) -> set[tuple[Any, ...]]:
    return {
        (why, by, day, client["country"])
        for day in range(-6, 16)
        for client in CLIENTS
        for why, by in clashes_of(one, other, day, client)
    }


def clashes_of(one: dict[str, Any], other: dict[str, Any], day: int, client: Any) -> Iterator[tuple[str, Any]]:
    if not (one["world"][1] or other["world"][1]) or not all(
        takes(each["world"][0], client, ATTRIBUTES) for each in (one, other)
    ):
        return
    both_treat = all(treats(each["world"], client) for each in (one, other))
    if both_treat and ((felt(one, day) and runs(other, day)) or (runs(one, day) and felt(other, day))):
        yield "treated", frozenset("ab")
    for name, by, of_it in (("a", one, other), ("b", other, one)):
        theirs = of_it["world"][1]
        if by["world"][1] and theirs and treats(by["world"], client) and felt(by, day):
            before = theirs.pre_period is not None and -5 <= day < 0
            if lives(client, theirs.compared) and (before or runs(of_it, day)):
                yield "compared", name
            if lives(client, theirs.treated) and before:
                yield "fitted", name


def runs(written: dict[str, Any], day: int) -> bool:
    first, days = written["days"]
    return bool(first <= day < first + days)


def felt(written: dict[str, Any], day: int) -> bool:
    first, days = written["days"]
    return bool(first <= day < first + days + written["lasts"])


def test_a_place_can_not_be_treated_and_compared_with_itself() -> None:
    places = Places("country", frozenset({"FR-75", "DE"}), frozenset({"FR", "IN"}))
    assert contradictions(places, ATTRIBUTES) == ("FR-75",)
    assert contradictions(Places("planet", frozenset({"a"}), frozenset({"b"})), ATTRIBUTES) == ()
