"""Diagnosis: the mistakes that a model's errors mean, at the addresses of the document as it is written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.mistakes import (
    AmbiguousScalar,
    ImpossibleDate,
    MissingKey,
    Mistake,
    NotOneOf,
    UnknownKey,
    WrongType,
)
from prodops_cli.models.part import Part
from prodops_cli.models.shape import keys_at
from prodops_cli.models.spelling import nearest
from prodops_cli.models.wanted import wanted

QUOTED = re.compile(r"'([^']*)'")
READ_AS = {bool: "true or false", int: "a number", float: "a number"}
MOST_SLIPS = 100
"""Who has more unknown keys than that has not misspelt them, and looking for what is meant takes time."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is said of a value of a document that should be a model."""

    document: Document
    value: Value
    model: type[Part]

    def mistakes(self, errors: Sequence[ErrorDetails]) -> Iterator[Mistake]:
        """One mistake for each address, and none for a missing key that is only misspelt."""
        nulls = tuple(empty(self.value))
        for address in nulls:
            yield WrongType(self.document, address, None, "a value, or remove the key")
        told = set(nulls)
        looks = sum(error["type"] == "extra_forbidden" for error in errors) <= MOST_SLIPS
        for error in sorted(errors, key=lambda error: error["type"] == "missing"):
            address = written(self.value, error["loc"])
            if address not in told and not is_consequence(error):
                told.add(address)
                mistake = self.unknown(address, looks) if is_unknown(error) else self.mistake(address, error)
                if isinstance(mistake, UnknownKey) and mistake.near:
                    told.add((*address[:-1], mistake.near))
                yield mistake

    def mistake(self, address: Address, error: ErrorDetails) -> Mistake:
        """What one error means, where the key is known."""
        given, context = error["input"], error.get("ctx", {})
        match error["type"]:
            case "missing":
                return MissingKey(self.document, address, "")
            case "literal_error":
                return NotOneOf(self.document, address, given, tuple(QUOTED.findall(context["expected"])))
            case "impossible_date":
                return ImpossibleDate(self.document, address, given, context["why"])
            case "string_type" if isinstance(given, bool | int | float):
                return ambiguous(self.document, address, given)
            case _:
                return WrongType(self.document, address, given, wanted(error, address, self.model))

    def unknown(self, address: Address, looks: bool) -> UnknownKey:
        """A key that cannot stand there, and, if one looks for it, the free key that is meant."""
        known = keys_at(self.model, address[:-1])
        beside = mapping_at(self.value, address[:-1])
        free = [key for key in known if key not in beside]
        return UnknownKey(self.document, address, nearest(str(address[-1]), free) if looks else "", known)


def is_unknown(error: ErrorDetails) -> bool:
    """Whether a key is not declared."""
    return error["type"] == "extra_forbidden"


def is_consequence(error: ErrorDetails) -> bool:
    """Whether a list is only too short because of wrong items, which are told by themselves."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def ambiguous(document: Document, address: Address, given: bool | float) -> AmbiguousScalar:
    """A text without quotes that is read as something else."""
    span = document.span(address)
    text = document.source.text[span.start : span.stop]
    return AmbiguousScalar(document, address, text, READ_AS[type(given)], here=True)


def written(value: Value, location: Iterable[str | int]) -> Address:
    """The address of an error in the document as it is written: shorthands have fewer steps than the model."""
    address: list[str | int] = []
    for step in location:
        if isinstance(value, dict) and isinstance(step, str):
            if step not in value:
                return tuple(address) if step == "[key]" else (*address, step)
            address.append(step)
            value = value[step]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            address.append(step)
            value = value[step]
    return tuple(address)


def mapping_at(value: Any, address: Address) -> dict[str, Value]:
    """The mapping at an address as it is written."""
    for step in address:
        value = value[step]
    return value if isinstance(value, dict) else {}


def empty(value: Value, address: Address = ()) -> Iterator[Address]:
    """The addresses at which a key or an item stands without a value."""
    if isinstance(value, dict):
        for key, part in value.items():
            if part is None or isinstance(part, dict | list):
                yield from empty(part, (*address, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            if part is None or isinstance(part, dict | list):
                yield from empty(part, (*address, index))
    elif value is None:
        yield address
