"""Audiences as people write them, as the engine's values, and as plain Python that says who is in them."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience, Constraint
from prodops_cli.overlap.audiences.condition import (
    Bound,
    Condition,
    Exists,
    NoneOf,
    OneOf,
    Range,
    at_least,
    at_most,
    beyond,
)
from prodops_cli.overlap.audiences.value import Kind, Opaque, Point, Term, Value
from prodops_cli.overlap.audiences.version import Series, Version, parse

Written = Mapping[str, Any]

BOUNDS: dict[str, Callable[[Point | Series], Bound]] = {
    "gte": at_least,
    "min": at_least,
    "lte": at_most,
    "max": at_most,
    "gt": beyond,
    "lt": beyond,
}
LOWER = ("gte", "gt", "min")


def audience(written: Written, kinds: Mapping[str, Kind]) -> Audience:
    """What the rest of the project does with a document, in small."""
    asked = {name: constraint for name, constraint in written.items() if name != "any_of"}
    return Audience(
        tuple(Constraint(name, conditions(asked[name], kinds.get(name, "text"))) for name in asked),
        tuple(audience(alternative, kinds) for alternative in written.get("any_of", ())),
    )


def conditions(constraint: Any, kind: Kind) -> tuple[Condition, ...]:
    if isinstance(constraint, bool):
        return (OneOf(frozenset({constraint})),)
    if isinstance(constraint, list):
        return (OneOf(terms(constraint, kind)),)
    return tuple(condition(key, asked, kind) for key, asked in constraint.items())


def condition(key: str, asked: Any, kind: Kind) -> Condition:
    match key:
        case "in":
            return OneOf(terms(asked, kind))
        case "not_in":
            return NoneOf(terms(asked, kind))
        case "exists":
            return Exists(asked)
        case "opaque":
            return Opaque(asked)
        case _:
            point = term(asked, kind)
            assert not isinstance(point, str | bool)
            bound = BOUNDS[key](point)
            return Range(lower=bound) if key in LOWER else Range(upper=bound)


def terms(written: list[Any], kind: Kind) -> frozenset[Term]:
    return frozenset(term(each, kind) for each in written)


def term(written: Any, kind: Kind) -> Term:
    match kind:
        case "number":
            return Fraction(str(written))
        case "version":
            return parse(written)
        case "date":
            return date.fromisoformat(written)
        case _:
            assert isinstance(written, str | bool)
            return written


def value(written: Any, kind: Kind) -> Value:
    result = term(written, kind)
    assert not isinstance(result, Series)
    return result


# From here on, nothing of the engine is used: this is the ground truth.


def takes(written: Written, client: Mapping[str, Any], attributes: Mapping[str, Attribute]) -> bool:
    asked = ((name, constraint) for name, constraint in written.items() if name != "any_of")
    if not all(fits(constraint, client.get(name), attributes[name]) for name, constraint in asked):
        return False
    return "any_of" not in written or any(takes(each, client, attributes) for each in written["any_of"])


def fits(constraint: Any, has: Any, attribute: Attribute) -> bool:
    if isinstance(constraint, bool):
        return has is constraint
    if isinstance(constraint, list):
        constraint = {"in": constraint}
    values = [] if has is None else sorted(has) if attribute.many else [has]
    return all(fits_one(key, asked, values, attribute) for key, asked in constraint.items())


def fits_one(key: str, asked: Any, values: list[Any], attribute: Attribute) -> bool:
    match key:
        case "in":
            return not asked or any(named(has, asked, attribute) for has in values)
        case "not_in":
            return not any(named(has, asked, attribute) for has in values)
        case "exists":
            return asked is bool(values)
        case _:
            return any(COMPARE[key](key_of(has, attribute.kind), asked, attribute.kind) for has in values)


def named(has: Any, asked: list[Any], attribute: Attribute) -> bool:
    if attribute.kind == "version":
        return any(at(has, each) for each in asked)
    return any(has == each or (isinstance(has, str) and attribute.parents.get(has) == each) for each in asked)


def at(version: str, asked: str) -> bool:
    if asked.endswith(".*"):
        wanted = numbers(asked.removesuffix(".*"))
        return (numbers(version) + [0] * 9)[: len(wanted)] == wanted
    return padded(version) == padded(asked)


def numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def padded(version: str) -> list[int]:
    return (numbers(version) + [0] * 9)[:9]


def key_of(written: Any, kind: Kind | None) -> Any:
    return padded(written) if kind == "version" else written


def lowest(asked: Any, kind: Kind | None) -> Any:
    return key_of(asked.removesuffix(".*"), kind) if kind == "version" else asked


def below(has: Any, asked: Any, kind: Kind | None) -> bool:
    if kind == "version" and asked.endswith(".*"):
        wanted = numbers(asked.removesuffix(".*"))
        return bool(has[: len(wanted)] <= wanted)
    return bool(has <= key_of(asked, kind))


COMPARE: dict[str, Callable[[Any, Any, Kind | None], bool]] = {
    "gte": lambda has, asked, kind: bool(has >= lowest(asked, kind)),
    "min": lambda has, asked, kind: bool(has >= lowest(asked, kind)),
    "gt": lambda has, asked, kind: bool(has > key_of(asked, kind)),
    "lt": lambda has, asked, kind: bool(has < key_of(asked, kind)),
    "lte": below,
    "max": below,
}


def written_value(has: object) -> Any:
    """A witness's value as the ground truth reads it."""
    match has:
        case tuple():
            return frozenset(has)
        case Version():
            return str(has)
        case date():
            return has.isoformat()
        case _:
            return has
