"""What an audience asks of users, in words: `platform ios or android`, `app_version 6.4 or more`."""

from itertools import islice
from typing import assert_never

from prodops_cli.overlap.audiences.audience import Audience, Branch, branches
from prodops_cli.overlap.audiences.condition import Bound, Condition, Exists, NoneOf, OneOf, Range
from prodops_cli.overlap.audiences.value import Opaque, Term
from prodops_cli.phrases import listing

MOST_NAMED = 6


def asked(audience: Audience) -> str:
    """Whom an audience takes; empty where that is everybody."""
    few = list(islice(branches(audience), 3))
    if len(few) > 2:
        return "one of several audiences"
    return " or ".join(alternative(each) for each in few) if all(few) else ""


def alternative(branch: Branch) -> str:
    """All that one alternative asks: `country DE and platform web`."""
    return listing([of_attribute(name, conditions) for name, conditions in branch.items()])


def asked_of(audience: Audience, attribute: str) -> str:
    """What is asked of one attribute: `platform ios or android`, `any platform`."""
    said = {said_of(each[attribute]) for each in branches(audience) if attribute in each}
    return f"{attribute} {listing(sorted(said), 'or')}" if said else f"any {attribute}"


def of_attribute(name: str, conditions: tuple[Condition, ...]) -> str:
    """The conditions on one attribute, which all hold."""
    return f"{name} {said_of(conditions)}"


def said_of(conditions: tuple[Condition, ...]) -> str:
    """The conditions, as they stand behind the attribute's name."""
    return listing([condition(each) for each in conditions])


def condition(asks: Condition) -> str:
    """One condition, as it stands behind the attribute's name."""
    match asks:
        case OneOf(terms):
            return values(terms)
        case NoneOf(terms):
            return f"other than {values(terms)}"
        case Range(lower, upper):
            return " and ".join([*(from_(lower) if lower else ()), *(to(upper) if upper else ())]) or "any"
        case Exists(present):
            return "that is known" if present else "that is not known"
        case Opaque(text):
            return f"for which `{text}` holds"
        case _:
            assert_never(asks)


def values(terms: frozenset[Term]) -> str:
    """`ios or android`; of many, some."""
    names = sorted(value(term) for term in terms)
    more = len(names) - MOST_NAMED
    return listing(names if more <= 0 else [*names[:MOST_NAMED], f"{more:,} more"], "or")


def value(term: Term) -> str:
    """A value as one would write it."""
    return ("true" if term else "false") if isinstance(term, bool) else str(term)


def from_(bound: Bound) -> tuple[str, ...]:
    """The lower end of a range."""
    return (f"{bound.at} or more" if bound.closed else f"above {bound.at}",)


def to(bound: Bound) -> tuple[str, ...]:
    """The upper end of a range."""
    return (f"up to {bound.at}" if bound.closed else f"below {bound.at}",)
