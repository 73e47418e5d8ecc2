"""How much of the population two audiences take, and how much of it both do; attributes are taken as independent."""

from collections.abc import Mapping, Sequence
from itertools import combinations, islice, product

from prodops_cli.overlap.audiences import population
from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.audiences.audience import MOST_EACH, Audience, Branch, both, branches
from prodops_cli.overlap.audiences.clients import divided
from prodops_cli.overlap.bounds import ALL, ANYTHING, Bounds, quotient, summed, united

Attributes = Mapping[str, Attribute]


def share(audience: Audience, attributes: Attributes) -> Bounds:
    """Of the population, those in the audience."""
    return _union(_first(audience), (), attributes)


def joint_share(a: Audience, b: Audience, attributes: Attributes) -> Bounds:
    """Of the population, those in both audiences."""
    return _union(_first(a), _first(b), attributes)


def share_within(a: Audience, b: Audience, attributes: Attributes) -> Bounds:
    """Of those in the first audience, the ones in the second too: all, where the second asks no more."""
    mine, theirs = _first(a), _first(b)
    if a == b:
        return ALL
    if len(mine) == len(theirs) == 1:
        return _share_within(mine[0], theirs[0], attributes)
    return quotient(_union(mine, theirs, attributes), _union(mine, (), attributes))


def _first(audience: Audience) -> tuple[Branch, ...]:
    """The alternatives: one more than will be looked at, so that it shows where there are too many."""
    return tuple(islice(branches(audience), MOST_EACH + 1))


def _union(mine: Sequence[Branch], theirs: Sequence[Branch], attributes: Attributes) -> Bounds:
    if max(len(mine), len(theirs)) > MOST_EACH:
        return ANYTHING
    parts = tuple(_share(both(one, other), attributes) for one, other in product(mine, theirs or ({},)))
    once = _disjoint(mine, attributes) and _disjoint(theirs, attributes)
    return summed(parts) if once else united(parts)


def _disjoint(alternatives: Sequence[Branch], attributes: Attributes) -> bool:
    return all(divided(one, other, attributes) for one, other in combinations(alternatives, 2))


def _share(branch: Branch, attributes: Attributes) -> Bounds:
    result = ALL
    for name, conditions in branch.items():
        result *= population.share(conditions, attributes.get(name, UNDECLARED))
    return result


def _share_within(mine: Branch, theirs: Branch, attributes: Attributes) -> Bounds:
    result = ALL
    for name, others in theirs.items():
        result *= population.share_within(mine.get(name, ()), others, attributes.get(name, UNDECLARED))
    return result
