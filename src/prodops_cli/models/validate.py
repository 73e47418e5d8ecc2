"""Validation: from a document's values to a model. What is wrong is told, all of it; what is right is kept."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError
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

Model = TypeVar("Model", bound=Part)
QUOTED = re.compile(r"'([^']*)'")
ITEMS = re.compile(r"should have (at (?:least|most) \d+ items?) after validation")
WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list, such as [a, b]",
    "dict_type": "a mapping, such as {key: value}",
    "model_type": "a mapping, such as {key: value}",
}
READ_AS = {bool: "true or false", int: "a number", float: "a number"}


class Validation(NamedTuple, Generic[Model]):
    """The model that a document makes without what is wrong in it (None where that is nothing), and the mistakes."""

    model: Model | None
    mistakes: tuple[Mistake, ...]


def validate(document: Document, value: dict[str, Value], model: type[Model]) -> Validation[Model]:
    """Reads a document's value as a model."""
    nulls = tuple(empty(value))
    made, errors = attempt(value, model)
    mistakes: list[Mistake] = [WrongType(document, address, None, "a value, or remove the key") for address in nulls]
    mistakes += told(document, value, errors, model, nulls)
    for _ in range(2):  # without what is wrong; without the keys that can't even be empty
        if made is None:
            value = cleared(value, [written(value, error["loc"]) for error in errors])
            made, errors = attempt(value, model)
    return Validation(made, tuple(mistakes))


def attempt(value: dict[str, Value], model: type[Model]) -> tuple[Model | None, list[ErrorDetails]]:
    """The model, or what is wrong."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def told(
    document: Document, value: Value, errors: Iterable[ErrorDetails], model: type[Part], nulls: tuple[Address, ...]
) -> Iterator[Mistake]:
    """The mistakes that errors mean: one for each address, and none for a key that is only misspelt."""
    seen: set[Address] = set(nulls)
    slips: set[Address] = set()
    for error in sorted(errors, key=lambda error: error["type"] == "missing"):
        address = written(value, error["loc"])
        if address not in seen and address not in slips:
            seen.add(address)
            mistake = mistake_of(document, value, address, error, model)
            yield mistake
            if isinstance(mistake, UnknownKey) and mistake.near:
                slips.add((*address[:-1], mistake.near))


def mistake_of(document: Document, value: Value, address: Address, error: ErrorDetails, model: type[Part]) -> Mistake:
    """The mistake that one error means."""
    context = error.get("ctx", {})
    match error["type"]:
        case "missing":
            return MissingKey(document, address, "")
        case "extra_forbidden":
            known = keys_at(model, address[:-1])
            free = set(known) - set(mapping_at(value, address[:-1]))
            return UnknownKey(document, address, nearest(str(address[-1]), free), known)
        case "literal_error":
            return NotOneOf(document, address, error["input"], tuple(QUOTED.findall(context["expected"])))
        case "impossible_date":
            return ImpossibleDate(document, address, error["input"], context["why"])
        case "string_type" if isinstance(error["input"], bool | int | float):
            span = document.span(address)
            written_text = document.source.text[span.start : span.stop]
            return AmbiguousScalar(document, address, written_text, READ_AS[type(error["input"])], here=True)
        case other:
            wanted = WANTED.get(other) or context.get("wanted") or said(error)
            return WrongType(document, address, error["input"], wanted)


def said(error: ErrorDetails) -> str:
    """A limit in the words of the model, such as `greater than or equal to 0`."""
    if found := ITEMS.search(error["msg"]):
        return f"a list of {found[1]}"
    text = error["msg"].removeprefix("Input should be ").removeprefix("Value should have ")
    return f"a value {text}" if text != error["msg"] else text


def written(value: Value, location: Iterable[str | int]) -> Address:
    """The address of an error in the document as it is written: shorthands have fewer steps than the model."""
    address: list[str | int] = []
    for step in location:
        if isinstance(value, dict) and isinstance(step, str) and step != "[key]":
            address.append(step)
            if step not in value:
                break
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
            yield from empty(part, (*address, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from empty(part, (*address, index))
    elif value is None:
        yield address


def cleared(value: dict[str, Value], addresses: Iterable[Address]) -> dict[str, Value]:
    """A copy without what stands at the addresses: a key is left empty, or goes where it is empty already."""
    value = deepcopy(value)
    for address in sorted(set(addresses), key=str, reverse=True):
        parent: Any = value
        for step in address[:-1]:
            parent = parent[step]
        if isinstance(parent, dict) and parent.get(address[-1], "") is not None:
            parent[address[-1]] = None
        elif address:
            del parent[address[-1]]
    return value
