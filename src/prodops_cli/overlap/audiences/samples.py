"""The few values of an attribute that stand for all: every client answers some predicates as one of these does."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

from prodops_cli.overlap.audiences import line
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.condition import cuts_of, terms_of
from prodops_cli.overlap.audiences.predicate import Predicate
from prodops_cli.overlap.audiences.value import Kind, Point, Value
from prodops_cli.overlap.audiences.version import Version


def samples(tests: Sequence[Predicate], attribute: Attribute) -> tuple[Value, ...]:
    """Without the missing value. What people named comes first, so that it is what witnesses show."""
    names = {term for test in tests for term in terms_of(test.condition) if isinstance(term, str)}
    if attribute.values:
        # A name below a declared value is a value too; one above it is not.
        below = sorted(name for name in names - attribute.declared if attribute.among(name, attribute.declared))
        return (*attribute.values, *below)
    cuts = (*(cut for test in tests for cut in cuts_of(test.condition)), *_points(attribute.shares))
    return tuple(value for kind in kinds(tests, attribute) for value in _of_kind(kind, names, cuts, attribute))


def kinds(tests: Iterable[Predicate], attribute: Attribute) -> tuple[Kind, ...]:
    """The declared kind, else all those that are spoken of, else text."""
    if attribute.kind:
        return (attribute.kind,)
    spoken = {kind for test in tests for kind in test.kinds}
    return tuple(sorted(spoken)) or ("text",)


def _of_kind(kind: Kind, names: set[str], cuts: Sequence[Point], attribute: Attribute) -> Iterable[Value]:
    match kind:
        case "text":
            return _texts(names, attribute)
        case "bool":
            return (True, False)
        case "number":
            return line.numbers(cut for cut in cuts if isinstance(cut, Fraction))
        case "version":
            return line.versions(cut for cut in cuts if isinstance(cut, Version))
        case "date":
            return line.dates(cut for cut in cuts if isinstance(cut, date))
        case _:
            assert_never(kind)


def _texts(names: set[str], attribute: Attribute) -> Iterator[str]:
    """A name that nobody mentions answers as its nearest mentioned parent does, or as one that nobody ever heard of."""
    yield from sorted(names)
    shared = {value for value in attribute.shares if isinstance(value, str)} - names
    yield from sorted(shared)
    known = names | shared | attribute.parents.keys()
    yield next(name for name in _fresh() if name not in known)


def _fresh() -> Iterator[str]:
    yield "other"
    number = 2
    while True:
        yield f"other-{number}"
        number += 1


def _points(values: Iterable[Value]) -> Iterator[Point]:
    return (value for value in values if not isinstance(value, str | bool))
