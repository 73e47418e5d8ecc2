"""What an attribute of a client may be, and what a constraint may name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal, assert_never

from prodops_cli.overlap.audiences.version import Series, Version

Kind = Literal["text", "bool", "number", "date", "version"]

# Numbers are fractions, since two floats may have nothing between them: `Fraction(str(0.1))`. Dates are plain dates.
Value = str | bool | Fraction | date | Version
Point = Fraction | date | Version
Term = Value | Series


@dataclass(frozen=True, slots=True)
class Opaque:
    """An expression of another system. As a condition: it must hold. As a client's value: it holds for this client."""

    text: str


# None: the client lacks the attribute. A tuple: the values of an attribute that a client can have several of.
ClientValue = Value | tuple[Value, ...] | Opaque | None
Client = Mapping[str, ClientValue]


def kind_of(term: Term) -> Kind:
    match term:
        case bool():
            return "bool"
        case str():
            return "text"
        case Fraction():
            return "number"
        case date():
            return "date"
        case Version() | Series():
            return "version"
        case _:
            assert_never(term)
