"""Audiences and attributes of the catalog as the overlap engine's values."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Final, TypeAlias

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address
from prodops_cli.models.audience import Audience, Constraint
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.settings import AttributeSettings, Settings
from prodops_cli.overlap.audiences import audience as engine
from prodops_cli.overlap.audiences import version
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.condition import (
    Bound,
    Condition,
    Exists,
    NoneOf,
    OneOf,
    Range,
    at_least,
    at_most,
    beyond,
)
from prodops_cli.overlap.audiences.value import Kind, Opaque, Point, Term, Value
from prodops_cli.overlap.audiences.version import Series

Written: TypeAlias = str | bool | int | float
Attributes: TypeAlias = Mapping[str, Attribute]


def attributes(settings: Settings, document: Document) -> Attributes:
    """The attributes that the settings declare."""
    return {name: attribute(said, document, ("attributes", name)) for name, said in settings.attributes.items()}


def attribute(said: AttributeSettings, document: Document, address: Address) -> Attribute:
    """One attribute; what is not a value of its type is left out, so that it proves nothing."""
    values = {
        str(value): read
        for index, value in enumerate(said.values or ())
        if not isinstance(read := term(raw(document, (*address, "values", index), value), said.type), Series)
    }
    shares = {values[name]: share for name, share in (said.shares or {}).items() if name in values}
    return Attribute(said.type, tuple(values.values()), shares, said.parents, said.stable, said.many)


def audience_of(experiment: Experiment, known: Attributes) -> engine.Audience:
    """Whom an experiment takes."""
    return audience(experiment.audience, experiment, known, ("audience",)) if experiment.audience else engine.EVERYONE


def audience(said: Audience, entity: Entity, known: Attributes, address: Address) -> engine.Audience:
    """An audience with its alternatives."""
    return engine.Audience(
        tuple(
            engine.Constraint(
                name, tuple(conditions(constraint, kind_of(name, known), reader(entity, (*address, name))))
            )
            for name, constraint in said.constraints.items()
        ),
        tuple(
            audience(each, entity, known, (*address, "any_of", index)) for index, each in enumerate(said.any_of or ())
        ),
    )


Reader: TypeAlias = Callable[[Address, Written], Written]
"""What is written at an address below a constraint: numbers keep the zeros at their end, since they may be versions."""


def reader(entity: Entity, address: Address) -> Reader:
    """The reader of one constraint."""
    return lambda below, value: (
        value if isinstance(value, bool | str) else raw(entity.document, (*address, *below), value)
    )


def raw(document: Document, address: Address, value: Written) -> Written:
    """A number as it is written; anything else as it is."""
    if isinstance(value, bool | str):
        return value
    span = document.span(address)
    return Number(document.source.text[span.start : span.stop])


class Number(str):
    """The text of a number that stands there without quotes."""

    __slots__ = ()


def kind_of(name: str, known: Attributes) -> Kind | None:
    """The declared type of an attribute."""
    return known[name].kind if name in known else None


ENDS: Final[tuple[tuple[str, Callable[[Point | Series], Bound], bool], ...]] = (
    ("gte", at_least, True),
    ("min", at_least, True),
    ("gt", beyond, True),
    ("lte", at_most, False),
    ("max", at_most, False),
    ("lt", beyond, False),
)
"""The ends of a range: how each is written, the bound that it is, and whether that is the lower one."""


def conditions(said: Constraint, kind: Kind | None, read: Reader) -> Iterator[Condition]:
    """What a constraint asks."""
    if said.in_ is not None:
        yield OneOf(terms("in", said.in_, kind, read))
    if said.not_in is not None:
        yield NoneOf(terms("not_in", said.not_in, kind, read))
    if said.is_ is not None:
        yield OneOf(frozenset((said.is_,)))
    if said.exists is not None:
        yield Exists(said.exists)
    if said.opaque is not None:
        yield Opaque(said.opaque)
    yield from ranges(said, kind, read)


def terms(key: str, values: tuple[Written, ...], kind: Kind | None, read: Reader) -> frozenset[Term]:
    """The values of a list."""
    return frozenset(term(read((key, index), value), kind) for index, value in enumerate(values))


def ranges(said: Constraint, kind: Kind | None, read: Reader) -> Iterator[Condition]:
    """The ends of a range; one that nobody can read is as good as another system's expression."""
    for key, bound, is_lower in ENDS:
        if (value := getattr(said, key)) is not None:
            try:
                end = bound(point(read((key,), value), kind))
            except ValueError:
                yield Opaque(f"{key} {value}")
            else:
                yield Range(lower=end) if is_lower else Range(upper=end)


def term(written: Written, kind: Kind | None) -> Term:
    """A value of the declared type, or, where it is none, what it looks like."""
    if isinstance(written, bool):
        return written
    try:
        return parsed(written, kind or ("number" if isinstance(written, Number) else "text"))
    except ValueError:
        return str(written)


def point(written: Written, kind: Kind | None) -> Point | Series:
    """The end of a range. Raises ValueError where the text is no number, date or version."""
    if isinstance(written, bool):
        raise ValueError(written)
    kinds: tuple[Kind, ...] = (kind,) if kind else ("number", "date", "version")
    for each in kinds:
        try:
            found = parsed(written, each)
        except ValueError:
            continue
        if not isinstance(found, str | bool):
            return found
    raise ValueError(written)


def parsed(written: Written, kind: Kind) -> Value | Series:
    """A text as a value of a type. Raises ValueError."""
    text = str(written)
    match kind:
        case "number":
            return Fraction(text)
        case "date":
            return date.fromisoformat(text)
        case "version":
            return version.parse(text)
        case "bool":
            raise ValueError(text)
        case _:
            return text
