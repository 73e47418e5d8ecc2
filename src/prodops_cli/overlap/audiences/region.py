"""Where the conditions of two sides on one attribute meet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.condition import Condition, OneOf, Range
from prodops_cli.overlap.audiences.doubt import AudienceDoubt, MixedKinds, OpaqueText, UndeclaredValue
from prodops_cli.overlap.audiences.predicate import Predicate, all_hold, predicate
from prodops_cli.overlap.audiences.samples import kinds, samples
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import ClientValue, Opaque, Value, kind_of


@dataclass(frozen=True, slots=True)
class Region:
    """The conditions of both sides on the attribute of this name."""

    name: str
    attribute: Attribute
    mine: tuple[Condition, ...]
    theirs: tuple[Condition, ...]


# The same few conditions come up in many experiments.
@lru_cache(1 << 14)
def meet(region: Region) -> Apart | Together[ClientValue] | Unsure[AudienceDoubt]:
    """Together with a value that both take (None: a client without the attribute)."""
    tests = [predicate(each, region.attribute) for each in (*region.mine, *region.theirs)]
    best = Truth.FALSE
    for value in _candidates(region, tests):
        best = max(best, all_hold(tests, value))
        if best is Truth.TRUE:
            return Together(value)
    if best is Truth.FALSE:
        return Apart((f"audience.{region.name}",), unstable=not region.attribute.stable)
    return Unsure(tuple(dict.fromkeys(_doubts(region, tests))))


def _candidates(region: Region, tests: Sequence[Predicate]) -> Iterator[ClientValue]:
    # The same expression on both sides means the same clients, and on one side, nobody knows whom.
    for shared in region.mine:
        if isinstance(shared, Opaque) and shared in region.theirs:
            yield shared
    values = samples(tests, region.attribute)
    yield from _sets(tests, values) if region.attribute.many else _listed(tests, values, region.attribute)
    if not region.attribute.values:
        yield None


def _listed(tests: Sequence[Predicate], values: Sequence[Value], attribute: Attribute) -> Sequence[Value]:
    """Without the values that the shortest list surely leaves out: nearly all, where people list countries."""
    lists = [
        (test.condition.terms, test.kind)
        for test in tests
        if isinstance(test.condition, OneOf) and test.kind != "version" and not test.undeclared
    ]
    if not lists or attribute.parents:
        return values
    terms, kind = min(lists, key=lambda each: len(each[0]))
    return [value for value in values if value in terms or kind_of(value) != kind]


def _sets(tests: Sequence[Predicate], values: Sequence[Value]) -> Iterator[ClientValue]:
    """The one client worth asking: for each test that wants something, the value that answers all the others best.

    What is wanted can be had side by side, and what is refused is refused value by value.
    """
    wants = [test for test in tests if isinstance(test.condition, OneOf | Range)]
    refusals = [test for test in tests if not isinstance(test.condition, OneOf | Range)]
    asked = [[want, *refusals] for want in wants] or [refusals]
    picks = {max(values, key=partial(all_hold, these)) for these in asked}
    yield tuple(sorted(picks, key=str))


def _doubts(region: Region, tests: Sequence[Predicate]) -> Iterator[AudienceDoubt]:
    for test in tests:
        if isinstance(test.condition, Opaque):
            yield OpaqueText(region.name, test.condition.text)
        for term in sorted(test.undeclared, key=str):
            yield UndeclaredValue(region.name, term)
    spoken = {kind for test in tests for kind in test.kinds} | set(map(kind_of, region.attribute.values))
    if len(spoken | set(kinds(tests, region.attribute))) > 1:
        yield MixedKinds(region.name, tuple(sorted(spoken)))
