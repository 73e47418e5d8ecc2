"""Ranges of buckets are sets of numbers, whatever order they come in and however many there are."""

from collections.abc import Callable
from operator import and_, sub
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.buckets import BucketRange, Buckets, difference, intersection

RANGES = st.lists(st.builds(BucketRange, st.integers(0, 20), st.integers(0, 20)), max_size=6).map(tuple)
OPERATIONS = ((intersection, and_), (difference, sub))
Operation = Callable[[Buckets, Buckets], Buckets]
OfSets = Callable[[set[int], set[int]], set[int]]


def numbers(ranges: Buckets) -> set[int]:
    """The buckets one by one."""
    return {number for each in ranges for number in range(each.start, each.stop)}


@pytest.mark.parametrize(("operation", "of_sets"), OPERATIONS)
@given(a=RANGES, b=RANGES)
def test_are_sets(operation: Operation, of_sets: OfSets, a: Buckets, b: Buckets) -> None:
    made = operation(a, b)
    assert numbers(made) == of_sets(numbers(a), numbers(b))
    edges = [edge for each in made for edge in (each.start, each.stop)]
    assert edges == sorted(set(edges))


@pytest.mark.parametrize("operation", [intersection, difference])
def test_many_are_no_trouble(operation: Operation) -> None:
    a, b = (tuple(BucketRange(4 * n + shift, 4 * n + shift + 2) for n in range(20_000)) for shift in (0, 1))
    before = process_time()
    assert len(operation(a, b)) == 20_000
    assert process_time() - before < 2
