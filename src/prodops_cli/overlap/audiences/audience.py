"""Whom an experiment takes: conditions on attributes, alone or as alternatives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product

from prodops_cli.overlap.audiences.condition import Condition, asks

# What one alternative asks of each attribute. All of it must hold.
Branch = Mapping[str, tuple[Condition, ...]]

MOST_PAIRS = 256
MOST_EACH = 16  # of either side, where both have many


@dataclass(frozen=True, slots=True)
class Constraint:
    """What is asked of one attribute; all conditions must hold."""

    attribute: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Audience:
    """All constraints must hold, and one of the alternatives where there are any. They may nest."""

    constraints: tuple[Constraint, ...] = ()
    any_of: tuple["Audience", ...] = ()


EVERYONE = Audience()


def narrowed(audience: Audience, constraint: Constraint) -> Audience:
    """Those of the audience who meet the constraint too."""
    return Audience((*audience.constraints, constraint), audience.any_of)


def trunk(audience: Audience, above: Branch | None = None) -> Branch:
    """What is asked whatever the alternative, in addition to what is asked above. Empty lists ask nothing."""
    asked = dict(above or {})
    for constraint in audience.constraints:
        conditions = tuple(filter(asks, constraint.conditions))
        if conditions:
            asked[constraint.attribute] = asked.get(constraint.attribute, ()) + conditions
    return asked


def branches(audience: Audience, above: Branch | None = None) -> Iterator[Branch]:
    """The alternatives, each with all that it asks. There is always one."""
    asked = trunk(audience, above)
    if not audience.any_of:
        yield asked
    for alternative in audience.any_of:
        yield from branches(alternative, asked)


def both(mine: Branch, theirs: Branch) -> Branch:
    """All that either alternative asks."""
    return {name: mine.get(name, ()) + theirs.get(name, ()) for name in mine.keys() | theirs.keys()}


def branch_pairs(a: Audience, b: Audience) -> tuple[Iterable[tuple[Branch, Branch]], bool]:
    """At most 256 pairs of alternatives, and whether these are all; the same ones whichever side is named first."""
    mine, theirs = (tuple(islice(branches(side), MOST_PAIRS + 1)) for side in (a, b))
    few = mine[: max(MOST_EACH, MOST_PAIRS // len(theirs))], theirs[: max(MOST_EACH, MOST_PAIRS // len(mine))]
    return product(*few), few == (mine, theirs)
