"""What layers need and have left: by tables, and against all subsets of members on all days."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import chain, combinations
from random import Random
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.buckets import BucketRange, size
from prodops_cli.overlap.layers.capacity import Use, room, uses, worst
from prodops_cli.overlap.layers.clique import Graph, heaviest
from prodops_cli.overlap.layers.layer import Layer
from prodops_cli.overlap.layers.packing import crowded, free_buckets, seats
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.instant import FOREVER
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import NoStart, Overdue, Window
from tests.effort import examples
from tests.overlap.written import Written, audience, takes

START = datetime(2026, 3, 1, tzinfo=UTC)
VALUES = ("a", "b", "c")
ATTRIBUTES = {"x": Attribute(values=VALUES)}
STRICT, AWARE = Layer("L", 10), Layer("L", 10, audience_aware=True)


def stretch(first: int, after: int) -> Stretch:
    return Stretch(START + timedelta(days=first), START + timedelta(days=after))


def member(
    name: str, days: tuple[int, int], traffic: float, *values: str, buckets: Sequence[tuple[int, int]] = ()
) -> Trial:
    when = stretch(*days)
    written = {"x": list(values)} if values else {}
    slot = Slot("L", 10, tuple(BucketRange(*each) for each in buckets))
    return Trial(name, Window(when, when), audience(written, {}), slot=slot, traffic=traffic)


def told(some: Iterable[Use]) -> list[tuple[Stretch, str, int]]:
    return [(use.when, "".join(use.need.members), int(use.need.least * 100)) for use in some]


WORST: dict[str, tuple[Layer, list[Trial], list[tuple[Stretch, str, int]]]] = {
    "17": (
        STRICT,
        [member("a", (0, 5), 60), member("b", (3, 9), 50)],
        [(stretch(3, 5), "ab", 110)],
    ),
    "18, strict": (
        STRICT,
        [member("a", (0, 5), 100, "a"), member("b", (0, 5), 100, "b")],
        [(stretch(0, 5), "ab", 200)],
    ),
    "18, audiences aware": (
        AWARE,
        [member("a", (0, 5), 100, "a"), member("b", (0, 5), 100, "b")],
        [(stretch(0, 5), "b", 100)],
    ),
    "19, strict": (
        STRICT,
        [member("a", (0, 5), 50, "a", "b"), member("b", (0, 5), 50, "b", "c"), member("c", (0, 5), 50, "a", "c")],
        [(stretch(0, 5), "abc", 150)],
    ),
    "19, audiences aware": (
        AWARE,
        [member("a", (0, 5), 50, "a", "b"), member("b", (0, 5), 50, "b", "c"), member("c", (0, 5), 50, "a", "c")],
        [(stretch(0, 5), "abc", 150)],
    ),
    "one ends when the other starts": (
        STRICT,
        [member("a", (0, 5), 60), member("b", (5, 9), 60)],
        [(stretch(0, 5), "a", 60)],
    ),
    "over twice": (
        STRICT,
        [member("a", (0, 9), 60), member("b", (0, 2), 50), member("c", (5, 6), 70)],
        [(stretch(0, 2), "ab", 110), (stretch(5, 6), "ac", 130)],
    ),
    "buckets count by their size": (
        STRICT,
        [member("a", (0, 5), 100, buckets=[(0, 2), (1, 4)]), member("b", (2, 5), 60)],
        [(stretch(2, 5), "ab", 100)],
    ),
    "what is reserved is always there": (
        Layer("L", 10, reserved=(BucketRange(8, 12),)),
        [member("a", (0, 5), 60), member("b", (2, 5), 30)],
        [(stretch(2, 5), "ab", 110)],
    ),
    "a hundred small parts are a whole": (
        STRICT,
        [*(member(f"{number:03}", (0, 5), 0.1) for number in range(999)), member("x", (0, 5), 0.1)],
        [(stretch(0, 5), "".join(f"{number:03}" for number in range(999)) + "x", 100)],
    ),
    "nobody": (STRICT, [], []),
}


@pytest.mark.parametrize(("layer", "members", "expected"), WORST.values(), ids=WORST)
def test_the_worst_of_a_layer(layer: Layer, members: list[Trial], expected: Any) -> None:
    assert told(worst(uses(layer, members, ATTRIBUTES))) == expected
    assert told(worst(uses(layer, members[::-1], ATTRIBUTES))) == expected


def test_the_need_stays_the_same_while_others_come_and_go() -> None:
    members = [member("a", (0, 9), 60, "a"), member("b", (2, 4), 50, "b")]
    assert told(uses(AWARE, members, ATTRIBUTES)) == [(stretch(0, 9), "a", 60)]


def test_an_experiment_that_is_overdue_is_counted_until_tonight() -> None:
    late = Trial("a", Window(stretch(0, 3), Stretch(START, FOREVER), Overdue(START)), slot=Slot("L", 10), traffic=60.0)
    undated = Trial("b", Window(None, ALWAYS, NoStart()), slot=Slot("L", 10), traffic=60.0)
    assert told(uses(STRICT, [late, undated], {})) == [(stretch(0, 3), "a", 60)]


def test_what_is_left_week_by_week() -> None:
    layer = Layer("L", 10, reserved=(BucketRange(0, 1),))
    members = [member("a", (0, 9), 60), member("b", (6, 9), 50)]
    weeks = [stretch(0, 6), stretch(5, 7), stretch(9, 16)]
    found = room(layer, uses(layer, members, ATTRIBUTES), weeks)
    assert found == (Fraction(3, 10), Fraction(-2, 10), Fraction(9, 10))


written_members = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 5), st.integers(1, 4)),
        st.sampled_from([0, 10, 33.3, 50, 60, 100]),
        st.lists(st.sampled_from(VALUES), max_size=2, unique=True),
        st.lists(st.tuples(st.integers(0, 6), st.integers(1, 4)), max_size=2),
    ),
    max_size=6,
)
layers = st.builds(
    Layer,
    st.just("L"),
    st.just(10),
    st.booleans(),
    st.sampled_from([(), (BucketRange(0, 2),), (BucketRange(3, 5), BucketRange(4, 7))]),
)


def built(written: list[Any]) -> list[Trial]:
    return [
        member(str(place), (first, first + days), traffic, *values, buckets=[(low, low + more) for low, more in some])
        for place, ((first, days), traffic, values, some) in enumerate(written)
    ]


def taken(some: Iterable[BucketRange]) -> set[int]:
    return {bucket for each in some for bucket in range(each.start, each.stop)}


def runs(one: Any, day: int) -> bool:
    (first, days), *_ = one
    return bool(first <= day < first + days)


def asked(one: Any) -> Written:
    return {"x": one[2]} if one[2] else {}


def may_share(layer: Layer, one: Any, other: Any) -> bool:
    """No client is in both audiences."""
    clients = ({"x": value} for value in VALUES)
    return layer.audience_aware and not any(
        takes(asked(one), client, ATTRIBUTES) and takes(asked(other), client, ATTRIBUTES) for client in clients
    )


def needed(layer: Layer, one: Any) -> Fraction:
    _, traffic, _, buckets = one
    named = {bucket for low, more in buckets for bucket in range(low, low + more)}
    return Fraction(len(named), layer.total) if named else Fraction(str(traffic)) / 100


def brute_need(layer: Layer, there: list[Any]) -> Fraction:
    """The most that any set of members needs of which no two may share."""
    subsets = chain.from_iterable(combinations(there, count) for count in range(len(there) + 1))
    reserved = Fraction(len(taken(layer.reserved)), layer.total)
    return reserved + max(
        sum((needed(layer, one) for one in some), Fraction(0))
        for some in subsets
        if not any(may_share(layer, one, other) for one, other in combinations(some, 2))
    )


@examples(80)
@given(layers, written_members)
def test_the_need_of_every_day_is_that_of_its_heaviest_subset(layer: Layer, written: list[Any]) -> None:
    found = uses(layer, built(written), ATTRIBUTES)
    for day in range(11):
        there = [one for one in written if runs(one, day)]
        use = [each for each in found if each.when.intersection(stretch(day, day + 1))]
        assert len(use) == bool(there)
        if there:
            need = use[0].need
            who = [one for place, one in enumerate(written) if str(place) in need.members]
            assert need.least == need.at_most == brute_need(layer, there) == brute_need(layer, who)
    highest = max((use.need.least for use in found), default=Fraction(0))
    assert all(use.over for use in worst(found)) or [use.need.least for use in worst(found)] == [highest]
    assert [use for use in found if use.over] == [use for use in worst(found) if use.over]


@examples(60)
@given(layers, written_members, st.integers(0, 9), st.integers(1, 4), st.sampled_from([None, *VALUES]))
def test_free_buckets_are_nobody_elses(
    layer: Layer, written: list[Any], first: int, days: int, value: str | None
) -> None:
    people = {"x": [value]} if value else {}
    found = free_buckets(layer, built(written), stretch(first, first + days), ATTRIBUTES, audience(people, {}))
    newcomer = ((first, days), 0, [value] if value else [], [])
    others = [
        one
        for one in written
        if any(runs(one, day) for day in range(first, first + days)) and not may_share(layer, one, newcomer)
    ]
    named = {bucket for *_, some in others for low, more in some for bucket in range(low, low + more)}
    free = set(range(layer.total)) - taken(layer.reserved) - named
    packed = [one for one in others if not one[3]]
    bare = Layer("L", layer.total, layer.audience_aware)
    need = max(brute_need(bare, [one for one in packed if runs(one, day)]) for day in range(first, first + days))
    assert taken(found) <= free
    assert size(found) == max(0, int((len(free) - need * layer.total) // 1))


@examples(150)
@given(layers, written_members)
def test_no_two_that_may_meet_are_seated_in_one_bucket(layer: Layer, written: list[Any]) -> None:
    members = built(written)
    found = seats(layer, members, ATTRIBUTES)
    for one, other in combinations(range(len(written)), 2):
        together = any(runs(written[one], day) and runs(written[other], day) for day in range(11))
        named_both = written[one][3] and written[other][3]
        if together and not named_both and not may_share(layer, written[one], written[other]):
            assert not taken(found.get(str(one), ())) & taken(found.get(str(other), ()))
    for place, one in enumerate(written):
        if str(place) in found:
            assert size(found[str(place)]) == int(needed(layer, one) * layer.total // 1)
            assert one[3] or taken(found[str(place)]) <= taken(layer.offered)


@examples(80)
@given(layers, written_members)
def test_a_layer_is_crowded_when_it_is_over_or_seats_somebody_nowhere(layer: Layer, written: list[Any]) -> None:
    members = built(written)
    found, seated = crowded(layer, members, ATTRIBUTES), seats(layer, members, ATTRIBUTES)
    days = {day for day in range(11) if any(each.intersection(stretch(day, day + 1)) for each in found)}
    over = {day for day in range(11) if brute_need(layer, [one for one in written if runs(one, day)]) > 1}
    homeless = [one for place, one in enumerate(written) if str(place) not in seated]
    assert over <= days
    assert all(any(runs(one, day) for day in days) for one in homeless)
    if not layer.audience_aware and not any(one[3] for one in written):
        assert days == over


def test_five_that_each_meet_two_others_fit_by_twos_and_yet_not_all_together() -> None:
    around = {"x": Attribute(values=tuple("abcde"))}
    members = [member(one, (0, 5), 50, one, other) for one, other in zip("abcde", "bcdea", strict=True)]
    assert [use.need.least for use in uses(AWARE, members, around)] == [1]
    assert crowded(AWARE, members, around)


def test_what_is_free_on_each_day_may_be_free_on_none_for_all_of_them() -> None:
    members = [
        member("a", (0, 3), 0, buckets=[(0, 5)]),
        member("b", (3, 6), 0, buckets=[(5, 10)]),
        member("c", (0, 6), 50),
    ]
    assert not any(use.over for use in uses(STRICT, members, ATTRIBUTES))
    assert crowded(STRICT, members, ATTRIBUTES) == (stretch(0, 6),)


graphs = st.integers(0, 9).flatmap(
    lambda count: st.tuples(
        st.lists(st.integers(0, 9), min_size=count, max_size=count).map(lambda some: sorted(some, reverse=True)),
        st.frozensets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=30),
    )
)


def graph(weights: list[int], edges: Iterable[tuple[int, int]]) -> Graph:
    both = {edge for one, other in edges if one != other for edge in ((one, other), (other, one))}
    count = len(weights)
    return Graph(
        dict(enumerate(weights)),
        [sum(1 << other for other in range(count) if (one, other) in both) for one in range(count)],
    )


@given(graphs, st.integers(0, 12))
def test_the_heaviest_clique_is_that_of_all_subsets(written: Any, nodes: int) -> None:
    asked_of = graph(*written)
    subsets = (range_of(bits) for bits in range(1 << len(asked_of.weights)))
    expected = max(
        sum(asked_of.weights[each] for each in some)
        for some in subsets
        if all(asked_of.joined[one] >> other & 1 for one, other in combinations(some, 2))
    )
    found = heaviest(asked_of)
    assert found.weight == found.at_most == expected == sum(asked_of.weights[each] for each in range_of(found.vertices))
    hurried = heaviest(asked_of, nodes)
    assert hurried.weight <= expected <= hurried.at_most


def range_of(bits: int) -> tuple[int, ...]:
    return tuple(each for each in range(bits.bit_length()) if bits >> each & 1)


def test_a_search_that_is_given_up_says_how_much_it_may_be() -> None:
    random = Random(1)
    edges = [pair for pair in combinations(range(90), 2) if random.random() < 0.8]
    hard = graph(sorted((random.randrange(1, 20) for _ in range(90)), reverse=True), edges)
    began = process_time()
    found = heaviest(hard, 200)
    assert process_time() - began < 1
    assert 0 < found.weight < found.at_most < sum(hard.weights.values())


def test_a_thousand_audiences_that_all_meet_are_one_clique() -> None:
    count = 1000
    everybody = [((1 << count) - 1) ^ (1 << each) for each in range(count)]
    assert heaviest(Graph(dict.fromkeys(range(count), 1), everybody)).weight == count
