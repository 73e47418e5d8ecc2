"""Whether two audiences meet, as a table."""

from fractions import Fraction
from typing import Any

import pytest

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.clients import Meeting, admits, contradictions, meet, satisfiable
from prodops_cli.overlap.audiences.doubt import MixedKinds, OpaqueText, TooManyBranches, UndeclaredValue
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Kind, Opaque
from prodops_cli.overlap.audiences.version import Version
from tests.overlap.written import Written, audience

KINDS: dict[str, Kind] = {"low_end": "bool", "app_version": "version", "age": "number", "since": "date"}
NOTHING_DECLARED: dict[str, Attribute] = {}
PLATFORM = {"platform": Attribute(values=("ios", "android"))}
REGIONS = {"country": Attribute(parents={"FR-75": "FR"})}
MANY = {"segment": Attribute(many=True)}
UNSTABLE = {"country": Attribute(stable=False), "platform": Attribute()}


def answer(a: Written, b: Written, attributes: dict[str, Attribute]) -> Meeting:
    return meet(audience(a, KINDS), audience(b, KINDS), attributes)


MEETING = {
    "nothing is asked": ({}, {}, NOTHING_DECLARED, {}),
    "one in common": ({"country": ["FR", "DE"]}, {"country": {"not_in": ["FR"]}}, NOTHING_DECLARED, {"country": "DE"}),
    "two excludes": ({"p": {"not_in": ["x"]}}, {"p": {"not_in": ["y"]}}, NOTHING_DECLARED, {"p": "other"}),
    "the other is taken": ({"p": {"not_in": ["other"]}}, {"p": {"exists": True}}, NOTHING_DECLARED, {"p": "other-2"}),
    "true against nothing": ({"low_end": True}, {}, NOTHING_DECLARED, {"low_end": True}),
    "a star reaches to its end": (
        {"app_version": {"max": "120.*"}},
        {"app_version": {"min": "120.0.6099"}},
        NOTHING_DECLARED,
        {"app_version": Version((120, 0, 6099))},
    ),
    "two attributes": ({"country": ["IN"]}, {"os": ["ios"]}, NOTHING_DECLARED, {"country": "IN", "os": "ios"}),
    "an empty list asks nothing": ({"country": []}, {"country": {"not_in": []}}, NOTHING_DECLARED, {}),
    "the one that is left": ({"platform": {"not_in": ["ios"]}}, {}, PLATFORM, {"platform": "android"}),
    "a parent and its child": ({"country": ["FR"]}, {"country": ["FR-75"]}, REGIONS, {"country": "FR-75"}),
    "a parent without a child": ({"country": ["FR"]}, {"country": {"not_in": ["FR-75"]}}, REGIONS, {"country": "FR"}),
    "both of many": ({"segment": ["a"]}, {"segment": ["b"]}, MANY, {"segment": ("a", "b")}),
    "the other of many": ({"segment": ["a", "b"]}, {"segment": {"not_in": ["a"]}}, MANY, {"segment": ("b",)}),
    "without the attribute": ({"p": {"exists": False}}, {"p": {"not_in": ["x"]}}, NOTHING_DECLARED, {"p": None}),
    "between two numbers": ({"age": {"gt": 1}}, {"age": {"lt": 2}}, NOTHING_DECLARED, {"age": Fraction("1.1")}),
    "between two versions": (
        {"app_version": {"gt": "1"}},
        {"app_version": {"lt": "1.0.1"}},
        NOTHING_DECLARED,
        {"app_version": Version((1, 0, 0, 1))},
    ),
    "below all versions that are named": (
        {"app_version": {"lt": "1"}},
        {},
        NOTHING_DECLARED,
        {"app_version": Version((0,))},
    ),
    "the same expression": (
        {"x": {"opaque": "a > b"}},
        {"x": {"opaque": "a > b"}},
        NOTHING_DECLARED,
        {"x": Opaque("a > b")},
    ),
    "one branch is enough": (
        {"any_of": [{"country": ["FR"]}, {"os": ["ios"]}]},
        {"country": ["DE"]},
        NOTHING_DECLARED,
        {"country": "DE", "os": "ios"},
    ),
    "a doubtful branch beside a sure one": (
        {"any_of": [{"x": {"opaque": "?"}}, {"os": ["ios"]}]},
        {},
        NOTHING_DECLARED,
        {"os": "ios"},
    ),
    "a declared value beside a slip": ({"platform": ["ios", "andriod"]}, {}, PLATFORM, {"platform": "ios"}),
}

APART = {
    "nothing in common": ({"country": ["FR"]}, {"country": ["DE"]}, REGIONS, ("country",), False),
    "within the excluded": ({"c": ["FR"]}, {"c": {"not_in": ["FR", "DE"]}}, NOTHING_DECLARED, ("c",), False),
    "all declared are excluded": (
        {"platform": {"not_in": ["ios"]}},
        {"platform": {"not_in": ["android"]}},
        PLATFORM,
        ("platform",),
        False,
    ),
    "versions": (
        {"app_version": {"min": "1.4.5.*"}},
        {"app_version": {"max": "1.4"}},
        NOTHING_DECLARED,
        ("app_version",),
        False,
    ),
    "nothing is below 0": ({"app_version": {"lt": "0"}}, {}, NOTHING_DECLARED, ("app_version",), False),
    "whole days": (
        {"since": {"gt": "2026-01-01"}},
        {"since": {"lt": "2026-01-02"}},
        NOTHING_DECLARED,
        ("since",),
        False,
    ),
    "a child of the excluded": (
        {"country": ["FR-75"]},
        {"country": {"not_in": ["FR"]}},
        REGIONS,
        ("country",),
        False,
    ),
    "many, one refused": ({"segment": ["a"]}, {"segment": {"not_in": ["a"]}}, MANY, ("segment",), False),
    "clients may move": ({"country": ["FR"]}, {"country": ["DE"]}, UNSTABLE, ("country",), True),
    "a lasting proof beats one that doesn't last": (
        {"country": ["FR"], "platform": ["web"]},
        {"country": ["DE"], "platform": ["ios"]},
        UNSTABLE,
        ("platform",),
        False,
    ),
    "one attribute divides all branches": (
        {"country": ["FR"], "any_of": [{"os": ["ios"]}, {"os": ["web"]}]},
        {"any_of": [{"country": ["DE"], "os": ["ios"]}, {"country": ["IN"]}]},
        NOTHING_DECLARED,
        ("country",),
        False,
    ),
    "one attribute divides all branches, and another one some": (
        {"any_of": [{"country": ["FR"], "os": ["ios"]}, {"os": ["ios"]}]},
        {"country": ["DE"], "os": ["web"]},
        NOTHING_DECLARED,
        ("os",),
        False,
    ),
    "what lasts divides the branches": (
        {"country": ["FR"], "any_of": [{"platform": ["web"]}, {"platform": ["tv"]}]},
        {"country": ["DE"], "any_of": [{"platform": ["ios"]}]},
        UNSTABLE,
        ("platform",),
        False,
    ),
    "each branch by another attribute": (
        {"any_of": [{"country": ["FR"]}, {"platform": ["ios"]}]},
        {"country": ["DE"], "platform": ["web"]},
        UNSTABLE,
        ("country", "platform"),
        True,
    ),
    "doubt elsewhere": (
        {"country": ["FR"], "x": {"opaque": "?"}},
        {"country": ["DE"]},
        NOTHING_DECLARED,
        ("country",),
        False,
    ),
    "two expressions, and a proof": (
        {"x": {"opaque": "?", "in": ["a"]}},
        {"x": {"in": ["b"]}},
        NOTHING_DECLARED,
        ("x",),
        False,
    ),
    "there, and not there": ({"p": {"exists": True}}, {"p": {"exists": False}}, NOTHING_DECLARED, ("p",), False),
    "listed, and not there": ({"p": ["x"]}, {"p": {"exists": False}}, NOTHING_DECLARED, ("p",), False),
}

UNSURE = {
    "an expression": ({"x": {"opaque": "?"}}, {}, NOTHING_DECLARED, {OpaqueText("x", "?")}),
    "two expressions": (
        {"x": {"opaque": "?"}},
        {"x": {"opaque": "!"}},
        NOTHING_DECLARED,
        {OpaqueText("x", "?"), OpaqueText("x", "!")},
    ),
    "one expression on two attributes": (
        {"x": {"opaque": "?"}},
        {"y": {"opaque": "?"}},
        NOTHING_DECLARED,
        {OpaqueText("x", "?"), OpaqueText("y", "?")},
    ),
    "a slip": ({"platform": ["andriod"]}, {"platform": ["ios"]}, PLATFORM, {UndeclaredValue("platform", "andriod")}),
    "a slip among the excluded": (
        {"platform": {"not_in": ["andriod"]}},
        {"platform": ["android"]},
        PLATFORM,
        {UndeclaredValue("platform", "andriod")},
    ),
    "another kind than the declared": (
        {"age": {"gte": 18}},
        {},
        {"age": Attribute()},
        {MixedKinds("age", ("number",))},
    ),
    "two kinds": (
        {"age": {"gte": 18}},
        {"age": {"opaque": "?"}},
        {"age": Attribute(kind="number", values=("young", "old"))},
        {MixedKinds("age", ("number", "text")), OpaqueText("age", "?")},
    ),
}


@pytest.mark.parametrize(("a", "b", "attributes", "witness"), MEETING.values(), ids=MEETING)
def test_audiences_meet_in_a_client(a: Written, b: Written, attributes: dict[str, Attribute], witness: Any) -> None:
    for one, other in ((a, b), (b, a)):
        assert answer(one, other, attributes) == Together(witness)
        assert admits(audience(one, KINDS), witness, attributes) is Truth.TRUE


@pytest.mark.parametrize(("a", "b", "attributes", "by", "unstable"), APART.values(), ids=APART)
def test_audiences_are_apart(
    a: Written, b: Written, attributes: dict[str, Attribute], by: tuple[str, ...], unstable: bool
) -> None:
    expected = Apart(tuple(f"audience.{name}" for name in by), unstable)
    assert answer(a, b, attributes) == expected
    assert answer(b, a, attributes) == expected


@pytest.mark.parametrize(("a", "b", "attributes", "doubts"), UNSURE.values(), ids=UNSURE)
def test_nobody_can_tell(a: Written, b: Written, attributes: dict[str, Attribute], doubts: set[Any]) -> None:
    for found in (answer(a, b, attributes), answer(b, a, attributes)):
        assert isinstance(found, Unsure)
        assert set(found.doubts) == doubts


IMPOSSIBLE = {
    "in and not in": ({"country": {"in": ["FR"], "not_in": ["FR"]}}, ("audience.country",)),
    "an empty range": ({"age": {"gt": 3, "lt": 3}}, ("audience.age",)),
    "all declared are excluded": ({"platform": {"not_in": ["ios", "android"]}}, ("audience.platform",)),
    "declared, so every client has it": ({"platform": {"exists": False}}, ("audience.platform",)),
    "each branch": ({"any_of": [{"age": {"gt": 3, "lt": 3}}], "country": ["FR"]}, ("audience.age",)),
    "beside the branches": ({"any_of": [{"country": ["FR"]}], "country": ["DE"]}, ("audience.country",)),
    "a branch that can be met": ({"any_of": [{"age": {"gt": 3, "lt": 3}}, {}]}, ()),
    "an expression": ({"x": {"opaque": "1 = 2"}}, ()),
    "a slip": ({"platform": ["andriod"]}, ()),
}


@pytest.mark.parametrize(("written", "by"), IMPOSSIBLE.values(), ids=IMPOSSIBLE)
def test_an_audience_contradicts_itself(written: Written, by: tuple[str, ...]) -> None:
    assert contradictions(audience(written, KINDS), PLATFORM) == by
    assert satisfiable(audience(written, KINDS), PLATFORM) is not bool(by)


def many_branches(count: int, name: str = "x") -> Written:
    return {"any_of": [{name: [str(number)]} for number in range(count)]}


COMPARED = {
    "all": (many_branches(16), {"x": ["none"]}, Apart(("audience.x",))),
    "just all": (many_branches(256), {"x": ["none"]}, Apart(("audience.x",))),
    "one too many": (many_branches(257), {"x": ["none"]}, Unsure((TooManyBranches(256),))),
    "few against many": (many_branches(2), {"any_of": [{"x": ["none"]}] * 200}, Unsure((TooManyBranches(256),))),
    "many against many": (many_branches(17), {"any_of": [{"x": ["none"]}] * 17}, Unsure((TooManyBranches(256),))),
    "met within the limit": (many_branches(300), {"x": ["7"]}, Together({"x": "7"})),
    "a proof beside the branches": (
        {"country": ["FR"], **many_branches(300)},
        {"country": ["DE"], **many_branches(300)},
        Apart(("audience.country",)),
    ),
}


@pytest.mark.parametrize(("a", "b", "expected"), COMPARED.values(), ids=COMPARED)
def test_no_more_than_256_pairs_of_branches_are_compared(a: Written, b: Written, expected: Meeting) -> None:
    assert answer(a, b, NOTHING_DECLARED) == expected
    assert answer(b, a, NOTHING_DECLARED) == expected


ADMITTED = {
    "no attribute, nothing asked": ({}, {}, Truth.TRUE),
    "without the attribute": ({"country": ["FR"]}, {}, Truth.FALSE),
    "not in, without it": ({"country": {"not_in": ["FR"]}}, {}, Truth.TRUE),
    "no value of many": ({"segment": {"exists": True}}, {"segment": ()}, Truth.FALSE),
    "one of many": ({"segment": ["a"]}, {"segment": ("a", "b")}, Truth.TRUE),
    "refused for one of many": ({"segment": {"not_in": ["a"]}}, {"segment": ("a", "b")}, Truth.FALSE),
    "an expression": ({"x": {"opaque": "?"}}, {"x": "anything"}, Truth.UNKNOWN),
    "that very expression": ({"x": {"opaque": "?"}}, {"x": Opaque("?")}, Truth.TRUE),
    "a series": ({"app_version": ["5.*"]}, {"app_version": Version((5, 2))}, Truth.TRUE),
    "another kind of value": ({"age": {"gte": 18}}, {"age": "old"}, Truth.UNKNOWN),
}


@pytest.mark.parametrize(("written", "client", "expected"), ADMITTED.values(), ids=ADMITTED)
def test_a_client_is_admitted(written: Written, client: dict[str, Any], expected: Truth) -> None:
    assert admits(audience(written, KINDS), client, MANY) is expected
