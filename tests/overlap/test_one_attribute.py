"""Pairs of all that can be asked of one attribute, against all clients of a small world."""

from collections.abc import Iterator
from itertools import combinations, product
from typing import Any

import pytest

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences.region import Region, meet
from tests.overlap.universe import ATTRIBUTES, HAVES, KINDS, NAMED
from tests.overlap.written import conditions, fits, written_value

Constraint = dict[str, Any]


@pytest.mark.parametrize("name", sorted(ATTRIBUTES))
def test_two_constraints_meet_exactly_where_a_client_meets_both(name: str) -> None:
    everything = [(each, takers(name, each)) for each in asked(name)]
    some = everything[:: 1 + len(everything) // 25]
    for (mine, my_clients), (theirs, their_clients) in product(everything, some):
        check(name, mine, theirs, anybody=bool(my_clients & their_clients))


def check(name: str, mine: Constraint, theirs: Constraint, *, anybody: bool) -> None:
    kind, attribute = KINDS[name], ATTRIBUTES[name]
    match meet(Region(name, attribute, conditions(mine, kind), conditions(theirs, kind))):
        case Together(value):
            witness = written_value(value)
            assert anybody, (mine, theirs, witness)
            assert fits(mine, witness, attribute), (mine, witness)
            assert fits(theirs, witness, attribute), (theirs, witness)
        case Apart(by):
            assert not anybody, (mine, theirs)
            assert by == (f"audience.{name}",)
        case Unsure(doubts):
            raise AssertionError((mine, theirs, doubts))


def asked(name: str) -> Iterator[Constraint]:
    """One list of one or two values, one or two bounds, or nothing but whether it is there."""
    for count, key in product((1, 2), ("in", "not_in")):
        yield from ({key: list(some)} for some in combinations(NAMED[name], count))
    yield from ({"exists": present} for present in (True, False))
    if KINDS[name] in ("number", "version", "date"):
        low, high = bounds(name, "gte", "gt"), bounds(name, "lte", "lt")
        yield from (*low, *high, *(one | other for one, other in product(low, high)))


def bounds(name: str, closed: str, opened: str) -> list[Constraint]:
    points = [point for point in NAMED[name] if "*" not in str(point)]
    return [*({closed: point} for point in NAMED[name]), *({opened: point} for point in points)]


def takers(name: str, constraint: Constraint) -> frozenset[int]:
    """Which of the clients, by their position."""
    return frozenset(position for position, has in enumerate(HAVES[name]) if fits(constraint, has, ATTRIBUTES[name]))
