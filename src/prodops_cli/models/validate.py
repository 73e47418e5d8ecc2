"""Validation: from a document's values to a model. What is wrong is told, all of it; what is right is kept."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prodops_cli.documents.document import Document
from prodops_cli.documents.node import Address, Value, leaves
from prodops_cli.models.diagnosis import Diagnosis, written
from prodops_cli.models.mistakes import Mistake
from prodops_cli.models.part import Part

Model = TypeVar("Model", bound=Part)
ATTEMPTS = 3
"""Without what is wrong; without the keys that can't even be empty; without the lists that are then too short."""


class Validation(NamedTuple, Generic[Model]):
    """The model that a document makes without what is wrong in it (None where that is nothing), and the mistakes."""

    model: Model | None
    mistakes: tuple[Mistake, ...]


def validate(document: Document, value: dict[str, Value], model: type[Model]) -> Validation[Model]:
    """Reads a document's value as a model."""
    made, errors = attempt(value, model)
    if made is not None and None not in leaves(value):
        return Validation(made, ())
    mistakes = tuple(Diagnosis(document, value, model).mistakes(errors))
    return Validation(made if made is not None else mended(value, errors, model), mistakes)


def mended(value: Value, errors: Iterable[ErrorDetails], model: type[Model]) -> Model | None:
    """The model that is left without what is wrong."""
    for _ in range(ATTEMPTS):
        value = without(value, [written(value, error["loc"]) for error in errors])
        made, errors = attempt(value, model)
        if made is not None:
            return made
    return None


def attempt(value: Value, model: type[Model]) -> tuple[Model | None, list[ErrorDetails]]:
    """The model, or what is wrong."""
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        return None, error.errors(include_url=False)


def without(value: Value, wrong: Iterable[Address]) -> Value:
    """A copy without what stands at the addresses: a key is left empty, or goes where it is empty already."""
    inside: defaultdict[str | int, list[Address]] = defaultdict(list)
    for address in wrong:
        inside[address[0]].append(address[1:])
    gone = {step for step, rests in inside.items() if () in rests}
    match value:
        case dict():
            kept = {key: without(part, inside.get(key, ())) for key, part in value.items() if key not in gone}
            return kept | {str(key): None for key in gone if value.get(str(key), "") is not None}
        case list():
            return [without(part, inside.get(index, ())) for index, part in enumerate(value) if index not in gone]
        case _:
            return value
