"""What a document can get wrong against its schema: each is a value that a rule of the family yaml words."""

from dataclasses import dataclass

from prodops_cli.documents.document import Document, Place
from prodops_cli.documents.locate import Part
from prodops_cli.documents.node import Address, Value


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake at an address of a document."""

    document: Document
    address: Address

    def place(self, part: Part = "value") -> Place:
        """Where it stands."""
        return self.document.at(*self.address, part=part)


@dataclass(frozen=True, slots=True)
class UnknownKey(Mistake):
    """A key that is not declared; `near` is a declared one like it that is not written yet, else empty."""

    near: str
    known: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MissingKey(Mistake):
    """A key that is needed; `why`, where not every document needs it."""

    why: str


@dataclass(frozen=True, slots=True)
class WrongType(Mistake):
    """A value of another type than the `wanted` one, said in words."""

    value: Value
    wanted: str


@dataclass(frozen=True, slots=True)
class NotOneOf(Mistake):
    """A word that is none of the `allowed` ones."""

    value: Value
    allowed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImpossibleDate(Mistake):
    """A day that no calendar has."""

    value: Value
    why: str


@dataclass(frozen=True, slots=True)
class AmbiguousScalar(Mistake):
    """Text is wanted and something unquoted stands there that is read as `read_as`: `here`, or by YAML 1.1."""

    written: str
    read_as: str
    here: bool
