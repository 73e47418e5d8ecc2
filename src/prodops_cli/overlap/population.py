"""How much of the population an attribute's conditions take, from the shares that are declared of its values."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.bounds import ALL, ANYTHING, TOLERANCE, Bounds, proportion
from prodops_cli.overlap.condition import Condition
from prodops_cli.overlap.predicate import Predicate, holds, predicate
from prodops_cli.overlap.samples import samples
from prodops_cli.overlap.truth import Truth, negation
from prodops_cli.overlap.value import ClientValue, Value

Conditions = tuple[Condition, ...]
Judge = Callable[[ClientValue], Truth]


def share(conditions: Conditions, attribute: Attribute) -> Bounds:
    """The share of the population that meets the conditions."""
    if attribute.many:
        return ANYTHING if conditions else ALL
    tests = _tests(conditions, attribute)
    return _measure(lambda value: _all_hold(tests, value), _values(tests, attribute), attribute)


def share_within(conditions: Conditions, others: Conditions, attribute: Attribute) -> Bounds:
    """Of those who meet the conditions, the share that meets the others too: all, where the others ask no more."""
    if set(others) <= set(conditions):
        return ALL
    if attribute.many:
        return ANYTHING
    outer, inner = _tests(conditions, attribute), _tests(others, attribute)
    values = _values((*outer, *inner), attribute)
    both = _measure(lambda value: min(_all_hold(outer, value), _all_hold(inner, value)), values, attribute)
    rest = _measure(lambda value: min(_all_hold(outer, value), negation(_all_hold(inner, value))), values, attribute)
    return proportion(both, rest)


def _tests(conditions: Conditions, attribute: Attribute) -> tuple[Predicate, ...]:
    return tuple(predicate(condition, attribute) for condition in conditions)


def _values(tests: Sequence[Predicate], attribute: Attribute) -> tuple[ClientValue, ...]:
    values = samples(tests, attribute)
    return values if attribute.values else (*values, None)


def _all_hold(tests: Sequence[Predicate], value: ClientValue) -> Truth:
    return min((holds(test, value) for test in tests), default=Truth.TRUE)


def _measure(judge: Judge, values: Sequence[ClientValue], attribute: Attribute) -> Bounds:
    """The sum over the parts of the population: a part counts where all values that stand for it are judged alike."""
    shares = _shares(attribute)
    answers: dict[Value | None, set[Truth]] = defaultdict(set)
    for value in values:
        answers[_part(value, shares, attribute)].add(judge(value))
    low = high = 0.0
    for part, mass in shares.items():
        low += mass if answers[part] == {Truth.TRUE} else 0.0
        high += 0.0 if answers[part] == {Truth.FALSE} else mass
    return Bounds(min(low, 1.0), min(high, 1.0))


def _shares(attribute: Attribute) -> Mapping[Value | None, float]:
    """What is declared, and under None what it leaves; shares of more than 1 in all say nothing."""
    total = sum(attribute.shares.values())
    if total > 1 + TOLERANCE:
        return {None: 1.0}
    rest = 1 - total
    shares: dict[Value | None, float] = dict(attribute.shares.items())
    return shares | {None: rest if rest > TOLERANCE else 0.0}


def _part(value: ClientValue, shares: Mapping[Value | None, float], attribute: Attribute) -> Value | None:
    match value:
        case str():
            return next((name for name in attribute.lineage(value) if name in shares), None)
        case None | tuple():
            return None
        case _:
            return next((key for key in shares if key == value), None)
