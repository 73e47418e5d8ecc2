"""What a constraint may ask of one attribute."""

from dataclasses import dataclass
from typing import assert_never

from prodops_cli.overlap.audiences.value import Kind, Opaque, Point, Term, kind_of
from prodops_cli.overlap.audiences.version import Series


@dataclass(frozen=True, slots=True)
class OneOf:
    """`[a, b]` or `{in: [a, b]}`; a bool is a list of one. Nothing listed: nothing is asked."""

    terms: frozenset[Term]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """`{not_in: [a, b]}`: a client without the attribute will do. Nothing listed: nothing is asked."""

    terms: frozenset[Term]


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a range, itself inside where it is closed."""

    at: Point
    closed: bool


@dataclass(frozen=True, slots=True)
class Range:
    """Both bounds of one kind. None is endless."""

    lower: Bound | None = None
    upper: Bound | None = None


@dataclass(frozen=True, slots=True)
class Exists:
    """`{exists: true}` or `{exists: false}`."""

    present: bool


Condition = OneOf | NoneOf | Range | Exists | Opaque


def at_least(term: Point | Series) -> Bound:
    """`gte` and `min`: `5.2.*` begins at 5.2."""
    return Bound(term.first if isinstance(term, Series) else term, closed=True)


def at_most(term: Point | Series) -> Bound:
    """`lte` and `max`: `5.2.*` ends below 5.3."""
    return Bound(term.after, closed=False) if isinstance(term, Series) else Bound(term, closed=True)


def beyond(term: Point | Series) -> Bound:
    """`gt` and `lt`; ValueError for a series, since nobody can say which of its ends is meant."""
    match term:
        case Series():
            raise ValueError(f"{term} has a star, which gt and lt can't have: write gte or lte")
        case _:
            return Bound(term, closed=False)


def asks(condition: Condition) -> bool:
    """An empty list is no constraint."""
    return not isinstance(condition, OneOf | NoneOf) or bool(condition.terms)


def kinds_of(condition: Condition) -> frozenset[Kind]:
    """The kinds of what the condition names."""
    # Lists are long, and of one type.
    return frozenset(map(kind_of, {type(term): term for term in terms_of(condition)}.values()))


def terms_of(condition: Condition) -> tuple[Term, ...]:
    """What the condition names, in no particular order."""
    match condition:
        case OneOf(terms) | NoneOf(terms):
            return tuple(terms)
        case Range(lower, upper):
            return tuple(bound.at for bound in (lower, upper) if bound)
        case Exists() | Opaque():
            return ()
        case _:
            assert_never(condition)


def cuts_of(condition: Condition) -> tuple[Point, ...]:
    """The points of an ordered line at which the condition may change its mind."""
    return tuple(cut for term in terms_of(condition) for cut in _cuts(term))


def _cuts(term: Term) -> tuple[Point, ...]:
    match term:
        case Series():
            return (term.first, term.after)
        case str() | bool():
            return ()
        case _:
            return (term,)
