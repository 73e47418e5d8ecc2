"""The pairs worth comparing, against all pairs."""

from datetime import UTC, datetime, timedelta
from itertools import combinations
from random import Random
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.candidates import Span, crossings, pairs, unit_pairs
from prodops_cli.overlap.places import Places
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import Window
from tests.effort import examples

START = datetime(2026, 1, 1, tzinfo=UTC)


def stretch(start: int, length: int) -> Stretch:
    return Stretch(START + timedelta(days=start), START + timedelta(days=start + length))


SURFACES = ("a", "a.b", "a.b.c", "a.d", "ab", "e.f", "g")
stretches = st.builds(stretch, st.integers(0, 12), st.integers(0, 5))
keys = st.lists(st.sampled_from(SURFACES), max_size=3).map(tuple)
spans = st.lists(st.builds(Span, stretches, keys), max_size=12)


@examples(50)
@given(spans)
def test_the_pairs_are_those_of_all_that_share_a_key_at_one_time(some: list[Span]) -> None:
    found = list(pairs(some))
    assert sorted(found) == [
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(some), 2)
        if one.stretch.intersection(other.stretch) and set(one.keys) & set(other.keys)
    ]


@examples(50)
@given(spans, spans)
def test_the_crossings_are_those_of_all_of_two_sides_that_share_a_key_at_one_time(
    some: list[Span], others: list[Span]
) -> None:
    assert set(crossings(some, others)) == {
        (i, j)
        for i, one in enumerate(some)
        for j, other in enumerate(others)
        if one.stretch.intersection(other.stretch) and set(one.keys) & set(other.keys)
    }


@examples(50)
@given(spans)
def test_a_parent_meets_its_children(some: list[Span]) -> None:
    found = list(pairs(some, above))
    assert sorted(found) == [
        (i, j)
        for (i, one), (j, other) in combinations(enumerate(some), 2)
        if one.stretch.intersection(other.stretch) and shared(one.keys, other.keys)
    ]


lasting = st.tuples(stretches, keys, st.integers(0, 3), st.booleans(), st.sampled_from(["", "m", "n"]))


def built(some: list[tuple[Stretch, tuple[str, ...], int, bool, str]]) -> list[Trial]:
    return [
        Trial(
            f"t{number:02}",
            Window(when, when),
            surfaces=surfaces,
            effect=Window(longer, longer),
            places=Places("country", pre_period=stretch(-3, 2)) if local else None,
            primary=frozenset(metric),
        )
        for number, (when, surfaces, days, local, metric) in enumerate(some)
        if (longer := Stretch(when.start, when.stop + timedelta(days=days)))
    ]


@examples(50)
@given(st.lists(lasting, max_size=8))
def test_pairs_of_which_one_has_places(some: list[tuple[Stretch, tuple[str, ...], int, bool, str]]) -> None:
    trials = built(some)
    found = list(unit_pairs(trials))
    assert len(found) == len(set(found))
    assert set(found) == {
        (one, other)
        for one, other in combinations(trials, 2)
        if (one.places or other.places) and near(one, other) and at_one_time(one, other)
    }


def near(one: Trial, other: Trial) -> bool:
    """On surfaces of one root, or with one metric."""
    roots = ({surface.partition(".")[0] for surface in each.surfaces} for each in (one, other))
    return bool(set.intersection(*roots) or one.primary & other.primary)


def at_one_time(one: Trial, other: Trial) -> bool:
    mine, theirs = (
        Stretch(min(each.felt.possible.start, stretch(-3, 0).start), each.felt.possible.stop)
        if each.places
        else each.felt.possible
        for each in (one, other)
    )
    return bool(mine.intersection(theirs))


def test_few_with_places_among_many_cost_little() -> None:
    crowd = [Trial(f"t{number:05}", Window(ALWAYS, ALWAYS), surfaces=(f"a.c{number}",)) for number in range(10_000)]
    local = Trial("x", Window(ALWAYS, ALWAYS), surfaces=("a.c7",), places=Places("country"))
    began = process_time()
    assert sum(1 for _ in unit_pairs([*crowd, local])) == 10_000
    assert process_time() - began < 1


def test_ten_thousand_of_which_few_meet_take_no_time() -> None:
    random = Random(1)
    some = [
        Span(stretch(random.randrange(2000), 14), (f"s{random.randrange(1000)}.c{random.randrange(5)}",))
        for _ in range(10_000)
    ]
    began = process_time()
    found = list(pairs(some, above))
    # Comparing all pairs takes a hundred times as long as this allows for.
    assert process_time() - began < 1
    assert 50 < len(found) < 1000


def test_many_on_a_parent_cost_its_children_nothing() -> None:
    crowd = [Span(stretch(day, 1), ("a",)) for day in range(5000)]
    children = [Span(stretch(day, 1), (f"a.c{day}",)) for day in range(5000)]
    began = process_time()
    assert sum(1 for _ in pairs([*crowd, *children], above)) == 5000
    assert process_time() - began < 1
