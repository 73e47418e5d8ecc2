"""Shares of users, by tables and against a population counted cell by cell."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.audiences.reach import joint_share, share, share_within
from prodops_cli.overlap.audiences.value import Kind
from prodops_cli.overlap.bounds import ALL, ANYTHING, Bounds, exactly
from prodops_cli.overlap.buckets import BucketRange, intersection, joined, size
from prodops_cli.overlap.traffic import Shares
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.stretch import ALWAYS
from prodops_cli.overlap.windows.window import Window
from tests.effort import examples
from tests.overlap.written import Written, audience, takes

ALWAYS_ON = Window(ALWAYS, ALWAYS)
KINDS: dict[str, Kind] = {}
ATTRIBUTES = {
    "platform": Attribute(values=("web", "ios", "android"), shares={"web": 0.5, "ios": 0.3, "android": 0.2}),
    "country": Attribute(values=("FR", "DE", "IN"), shares={"FR": 0.25, "DE": 0.25, "IN": 0.5}),
    "plan": Attribute(values=("free", "paid")),
    "market": Attribute(shares={"EU": 0.6, "US": 0.3}, parents={"FR": "EU"}),
    "segment": Attribute(many=True, shares={"new": 0.4}),
    "wrong": Attribute(values=("a", "b"), shares={"a": 0.8, "b": 0.7}),
}


def trial(name: str, written: Written | None = None, **more: Any) -> Trial:
    return Trial(name, ALWAYS_ON, audience(written or {}, KINDS), **more)


def near(bounds: Bounds, low: float, high: float | None = None) -> bool:
    return (bounds.low, bounds.high) == pytest.approx((low, low if high is None else high))


REACH = {
    "everybody": ({}, 1.0, 1.0),
    "one": ({"platform": ["web"]}, 0.5, 0.5),
    "two": ({"platform": ["web", "ios"]}, 0.8, 0.8),
    "all but one": ({"platform": {"not_in": ["web"]}}, 0.5, 0.5),
    "attributes are independent": ({"platform": ["web"], "country": ["FR"]}, 0.125, 0.125),
    "nothing declared": ({"plan": ["paid"]}, 0.0, 1.0),
    "no doubt that nobody": ({"plan": {"not_in": ["free", "paid"]}}, 0.0, 0.0),
    "a parent's share holds its children": ({"market": ["EU"]}, 0.6, 0.6),
    "a part of a share": ({"market": ["FR"]}, 0.0, 0.6),
    "what the shares leave": ({"market": {"not_in": ["EU", "US"]}}, 0.1, 0.1),
    "a part of what they leave": ({"market": ["EU", "JP"]}, 0.6, 0.7),
    "several values": ({"segment": ["new"]}, 0.0, 1.0),
    "shares of more than all": ({"wrong": ["a"]}, 0.0, 1.0),
    "an expression": ({"x": {"opaque": "?"}}, 0.0, 1.0),
    "branches that are apart": ({"any_of": [{"platform": ["web"]}, {"platform": ["ios"]}]}, 0.8, 0.8),
    "branches that meet": ({"any_of": [{"platform": ["web"]}, {"country": ["FR"]}]}, 0.5, 0.75),
    "too many branches": ({"any_of": [{"platform": ["web"]}] * 17}, 0.0, 1.0),
}


@pytest.mark.parametrize(("written", "low", "high"), REACH.values(), ids=REACH)
def test_the_share_of_an_audience(written: Written, low: float, high: float) -> None:
    assert near(share(audience(written, KINDS), ATTRIBUTES), low, high)


WITHIN = {
    "the same": ({"plan": ["paid"]}, {"plan": ["paid"]}, ALL),
    "asks no more": ({"plan": ["paid"], "platform": ["web"]}, {"plan": ["paid"]}, ALL),
    "a subset of what is not declared": ({"city": ["a"]}, {"city": ["a", "b"]}, ALL),
    "asks for more": ({}, {"platform": ["web"]}, exactly(0.5)),
    "half of it": ({"country": ["FR", "DE"]}, {"country": ["DE", "IN"]}, exactly(0.5)),
    "nobody knows": ({}, {"plan": ["paid"]}, ANYTHING),
    "nothing": ({"country": ["FR"]}, {"country": ["DE"]}, exactly(0.0)),
    "the same branches": ({"any_of": [{"plan": ["paid"]}]}, {"any_of": [{"plan": ["paid"]}]}, ALL),
    "the same two branches that meet": (
        {"any_of": [{"plan": ["paid"]}, {"platform": ["web"]}]},
        {"any_of": [{"plan": ["paid"]}, {"platform": ["web"]}]},
        ALL,
    ),
    "one of two branches": (
        {"any_of": [{"platform": ["web"]}, {"platform": ["ios"]}]},
        {"platform": ["web"]},
        exactly(0.625),
    ),
    "the same expression": ({"x": {"opaque": "?"}}, {"x": {"opaque": "?"}}, ALL),
    "many, nobody knows": ({"segment": ["a"]}, {"segment": ["b"]}, ANYTHING),
}


@pytest.mark.parametrize(("a", "b", "expected"), WITHIN.values(), ids=WITHIN)
def test_the_share_of_one_audience_in_another(a: Written, b: Written, expected: Bounds) -> None:
    assert near(share_within(audience(a, KINDS), audience(b, KINDS), ATTRIBUTES), expected.low, expected.high)


CELLS = [
    ({"platform": platform, "country": country}, one * other)
    for (platform, one), (country, other) in product(
        ATTRIBUTES["platform"].shares.items(), ATTRIBUTES["country"].shares.items()
    )
]


def lists(name: str) -> st.SearchStrategy[Written]:
    some = st.lists(st.sampled_from(ATTRIBUTES[name].values), min_size=1, max_size=2, unique=True)
    return st.builds(lambda key, listed: {key: listed}, st.sampled_from(["in", "not_in"]), some)


flat = st.fixed_dictionaries({}, optional={"platform": lists("platform"), "country": lists("country")})
written_audiences = flat | st.builds(lambda some: {"any_of": some}, st.lists(flat, min_size=1, max_size=3))


@examples(100)
@given(written_audiences, written_audiences)
def test_shares_are_those_of_a_counted_population(a: Written, b: Written) -> None:
    def counted(*both: Written) -> float:
        return sum(mass for client, mass in CELLS if all(takes(each, client, ATTRIBUTES) for each in both))

    one, other = audience(a, KINDS), audience(b, KINDS)
    check(share(one, ATTRIBUTES), counted(a), one)
    check(joint_share(one, other, ATTRIBUTES), counted(a, b), one, other)
    if counted(a):
        check(share_within(one, other, ATTRIBUTES), counted(a, b) / counted(a), one, other)


def check(found: Bounds, counted: float, *audiences: Audience) -> None:
    assert found.low - 1e-9 <= counted <= found.high + 1e-9
    assert found.exact or any(each.any_of for each in audiences)


FIFTH = {"holdout": "h", "withheld": exactly(0.2)}
OTHER = {"holdout": "i", "withheld": exactly(0.1)}
HOLDOUTS = {
    "one": (FIFTH, FIFTH, (0.16, 0.16), (0.5, 0.5), (0.4, 0.4)),
    "only a names it": (FIFTH, {}, (0.16, 0.16), (0.5, 0.5), (0.32, 0.32)),
    "only b names it": ({}, FIFTH, (0.16, 0.16), (0.4, 0.4), (0.4, 0.4)),
    "two of them": (FIFTH, OTHER, (0.14, 0.16), (0.4375, 0.5), (0.28 / 0.9, 0.32 / 0.9)),
    "nobody knows how many": (
        {"holdout": "h", "withheld": ANYTHING},
        {},
        (0.0, 0.2),
        (0.5, 0.5),
        (0.0, 0.4),
    ),
}


@pytest.mark.parametrize(("a", "b", "both", "of_a", "of_b"), HOLDOUTS.values(), ids=HOLDOUTS)
def test_users_of_a_holdout_are_in_no_trial_that_names_it(
    a: dict[str, Any],
    b: dict[str, Any],
    both: tuple[float, float],
    of_a: tuple[float, float],
    of_b: tuple[float, float],
) -> None:
    found = Shares(trial("a", traffic=40.0, **a), trial("b", traffic=50.0, **b), {})
    assert near(found.both, *both)
    assert near(found.of_a, *of_a)
    assert near(found.of_b, *of_b)


def test_twenty_percent_and_twenty_percent_of_one_audience() -> None:
    found = Shares(trial("a", traffic=20.0), trial("b", traffic=20.0), {})
    assert near(found.both, 0.04)
    assert near(found.of_a, 0.2)
    assert near(found.treated_of_a, 0.1)


BUCKETS = (BucketRange(0, 5001),), (BucketRange(5000, 10_000),)
HALF, FULL = Slot("L", 10_000, BUCKETS[0]), Slot("L", 10_000, BUCKETS[1])

SHARES = {
    "the words of the terminal": (
        trial("a", {"platform": ["web"]}, traffic=50.0, treated=0.5),
        trial("b", {"country": ["FR", "DE"]}, traffic=100.0, treated=0.75),
        {"both": 0.125, "of_a": 0.5, "of_b": 0.25, "treated_of_a": 0.375, "treated_of_b": 0.125},
    ),
    "buckets are counted": (
        trial("a", slot=HALF),
        trial("b", slot=FULL),
        {"both": 0.0001, "of_a": 1 / 5001, "of_b": 1 / 5000, "treated_of_a": 0.5 / 5001, "treated_of_b": 0.5 / 5000},
    ),
    "buckets against traffic": (
        trial("a", slot=Slot("L", 10, (BucketRange(0, 5),))),
        trial("b", traffic=20.0),
        {"both": 0.1, "of_a": 0.2, "of_b": 0.5, "treated_of_a": 0.1, "treated_of_b": 0.25},
    ),
    "no traffic at all": (
        trial("a", traffic=0.0),
        trial("b"),
        {"both": 0.0, "of_a": 0.0, "of_b": 0.0, "treated_of_a": 0.0, "treated_of_b": 0.0},
    ),
}


@pytest.mark.parametrize(("a", "b", "expected"), SHARES.values(), ids=SHARES)
def test_the_users_that_two_trials_share(a: Trial, b: Trial, expected: dict[str, float]) -> None:
    found = Shares(a, b, ATTRIBUTES)
    for name, share_of in expected.items():
        assert near(getattr(found, name), share_of), name


@pytest.mark.parametrize("more", [{"slot": Slot("L", 100)}, {"salt": "x"}])
def test_trials_drawn_by_one_lot_share_between_none_and_all(more: dict[str, Any]) -> None:
    found = Shares(trial("a", traffic=20.0, **more), trial("b", traffic=40.0, **more), {})
    assert near(found.both, 0, 0.2)
    assert near(found.of_a, 0, 1)
    assert near(found.of_b, 0, 0.5)


def test_where_there_is_no_room_for_all_some_are_in_both() -> None:
    found = Shares(trial("a", traffic=70.0, salt="x"), trial("b", traffic=70.0, salt="x"), {})
    assert near(found.both, 0.4, 0.7)


def test_ranges_that_touch_are_one() -> None:
    assert joined((BucketRange(5, 8), BucketRange(0, 5))) == (BucketRange(0, 8),)


ranges = st.lists(st.builds(BucketRange, st.integers(0, 30), st.integers(0, 30)), max_size=5).map(tuple)


def members(some: tuple[BucketRange, ...]) -> set[int]:
    return {bucket for each in some for bucket in range(each.start, each.stop)}


@given(ranges, ranges)
def test_ranges_are_sets_of_buckets(a: tuple[BucketRange, ...], b: tuple[BucketRange, ...]) -> None:
    assert members(joined(a)) == members(a)
    assert members(intersection(a, b)) == members(a) & members(b)
    assert size(a) == len(members(a))
    assert joined(joined(a)) == joined(a)
