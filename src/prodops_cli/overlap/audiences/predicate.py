"""Whether a client's value meets a condition: the one place that says so, for searches as for checks."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.condition import Condition, Exists, NoneOf, OneOf, Range, kinds_of, terms_of
from prodops_cli.overlap.audiences.line import within
from prodops_cli.overlap.audiences.truth import Truth, negation, truth
from prodops_cli.overlap.audiences.value import ClientValue, Kind, Opaque, Term, Value, kind_of


@dataclass(frozen=True, slots=True)
class Predicate:
    """A condition on a declared attribute, with what can be known of it before any value is seen."""

    condition: Condition
    attribute: Attribute
    kinds: frozenset[Kind]
    kind: Kind | None  # None where there are several, or none
    undeclared: frozenset[Term]


def predicate(condition: Condition, attribute: Attribute) -> Predicate:
    # Only what is listed stands for values. The ends of a range needn't be among them.
    listed = terms_of(condition) if isinstance(condition, OneOf | NoneOf) else ()
    kinds = kinds_of(condition)
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    return Predicate(condition, attribute, kinds, kind, attribute.undeclared(listed))


def holds(test: Predicate, value: ClientValue) -> Truth:
    """UNKNOWN where the condition is opaque, speaks of another kind of value, or names what is not declared.

    An undeclared name may be a slip for any of the declared ones, so it is not false that it means this value.
    """
    match value:
        case None | ():
            return _holds_without(test.condition)
        case Opaque():
            return Truth.TRUE if test.condition == value else Truth.UNKNOWN
        case tuple():
            each = [holds(test, item) for item in value]
            # A client in segments a and b is in [a], and not outside of it.
            return min(each) if isinstance(test.condition, NoneOf) else max(each)
        case _:
            return _holds_for(test, value)


def all_hold(tests: Iterable[Predicate], value: ClientValue) -> Truth:
    result = Truth.TRUE
    for test in tests:
        result = min(result, holds(test, value))
        if result is Truth.FALSE:
            break
    return result


def _holds_without(condition: Condition) -> Truth:
    match condition:
        case OneOf() | Range():
            return Truth.FALSE
        case NoneOf():
            return Truth.TRUE
        case Exists(present):
            return truth(not present)
        case Opaque():
            return Truth.UNKNOWN
        case _:
            assert_never(condition)


def _holds_for(test: Predicate, value: Value) -> Truth:
    match test.condition:
        case OneOf(terms):
            return _listed(test, value, terms)
        case NoneOf(terms):
            return negation(_listed(test, value, terms))
        case Range() as extent:
            return _inside(test, value, extent)
        case Exists(present):
            return truth(present)
        case Opaque():
            return Truth.UNKNOWN
        case _:
            assert_never(test.condition)


def _listed(test: Predicate, value: Value, terms: frozenset[Term]) -> Truth:
    if test.kind != kind_of(value):
        return Truth.UNKNOWN
    if test.attribute.among(value, terms):
        return Truth.TRUE
    return Truth.UNKNOWN if test.undeclared else Truth.FALSE


def _inside(test: Predicate, value: Value, extent: Range) -> Truth:
    if not test.kinds:
        return Truth.TRUE
    if test.kind != kind_of(value) or isinstance(value, str | bool):
        return Truth.UNKNOWN
    return truth(within(value, extent))
