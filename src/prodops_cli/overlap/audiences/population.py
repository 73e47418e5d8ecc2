"""How much of the population an attribute's conditions take, from the shares that are declared of its values."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.condition import Condition
from prodops_cli.overlap.audiences.predicate import Predicate, all_hold, predicate
from prodops_cli.overlap.audiences.samples import samples
from prodops_cli.overlap.audiences.truth import Truth, negation
from prodops_cli.overlap.audiences.value import ClientValue, Opaque, Value
from prodops_cli.overlap.bounds import ALL, ANYTHING, Bounds, proportion

Conditions = tuple[Condition, ...]


# The same few conditions come up in many experiments.
MOST_REMEMBERED = 1 << 14


@lru_cache(MOST_REMEMBERED)
def share(conditions: Conditions, attribute: Attribute) -> Bounds:
    """The share of the population that meets the conditions."""
    if attribute.many:
        return ANYTHING if conditions else ALL
    tests = _tests(conditions, attribute)
    return _measure({value: all_hold(tests, value) for value in _values(tests, attribute)}, attribute)


@lru_cache(MOST_REMEMBERED)
def share_within(conditions: Conditions, others: Conditions, attribute: Attribute) -> Bounds:
    """Of those who meet the conditions, the share that meets the others too: all, where the others ask no more."""
    if set(others) <= set(conditions):
        return ALL
    if attribute.many:
        return ANYTHING
    outer, inner = _tests(conditions, attribute), _tests(others, attribute)
    values = _values((*outer, *inner), attribute)
    answers = [(value, all_hold(outer, value), all_hold(inner, value)) for value in values]
    both = _measure({value: min(mine, theirs) for value, mine, theirs in answers}, attribute)
    rest = _measure({value: min(mine, negation(theirs)) for value, mine, theirs in answers}, attribute)
    return proportion(both, rest)


def _tests(conditions: Conditions, attribute: Attribute) -> tuple[Predicate, ...]:
    return tuple(predicate(condition, attribute) for condition in conditions)


def _values(tests: Sequence[Predicate], attribute: Attribute) -> tuple[ClientValue, ...]:
    values = samples(tests, attribute)
    return values if attribute.values else (*values, None)


def _measure(judged: Mapping[ClientValue, Truth], attribute: Attribute) -> Bounds:
    """The sum over the parts of the population: a part counts where all values that stand for it are judged alike."""
    answers: dict[Value | None, set[Truth]] = defaultdict(set)
    for value, answer in judged.items():
        answers[_part(value, attribute)].add(answer)
    low = high = 0.0
    for part, mass in attribute.parts.items():
        low += mass if answers[part] == {Truth.TRUE} else 0.0
        high += 0.0 if answers[part] == {Truth.FALSE} else mass
    return Bounds(min(low, 1.0), min(high, 1.0))


def _part(value: ClientValue, attribute: Attribute) -> Value | None:
    match value:
        case str() if value not in attribute.parts:
            return next((name for name in attribute.lineage(value) if name in attribute.parts), None)
        case None | tuple() | Opaque():
            return None
        case _:
            return value if value in attribute.parts else None
