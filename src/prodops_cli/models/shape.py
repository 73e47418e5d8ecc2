"""The shape of a model: which keys may stand where."""

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BeforeValidator

from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part
from prodops_cli.models.values import Shorthand


@cache
def annotations(model: type[Part]) -> dict[str, Any]:
    """The declared type of each key, as documents spell the key."""
    return {
        field.alias or name: Annotated[field.annotation, *field.metadata, None]
        for name, field in model.model_fields.items()
    }


def required(model: type[Part]) -> tuple[str, ...]:
    """The keys that must be written."""
    return tuple(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def extra(model: type[Part]) -> Any:
    """The declared type of all other keys, where a model takes any."""
    return get_args(model.__annotations__.get("__pydantic_extra__", dict[str, None]))[1]


def inside(annotation: Any) -> Iterator[Any]:
    """A type, all that it is made of, and the marks on it; without looking into parts."""
    yield annotation
    for argument in get_args(annotation):
        yield from inside(argument)


def part_in(annotation: Any) -> type[Part] | None:
    """The part that a type holds."""
    found = (item for item in inside(annotation) if isinstance(item, type) and issubclass(item, Part))
    return next(found, None)


def annotation_at(model: type[Part], address: Address) -> Any:
    """The declared type of the last key on the way to an address; None where there is none."""
    annotation: Any = model
    for step in address:
        if isinstance(step, str):
            annotation = annotation_of(step, annotation)
    return annotation


def annotation_of(key: str, annotation: Any) -> Any:
    """The declared type of a key in the part or the mapping that a type holds."""
    for item in inside(annotation):
        if get_origin(item) is dict:
            return get_args(item)[1]
        if isinstance(item, type) and issubclass(item, Part):
            return annotations(item).get(key, extra(item))
    return None


def keys_at(model: type[Part], address: Address) -> tuple[str, ...]:
    """The keys that may stand in the mapping at an address."""
    part = part_in(annotation_at(model, address))
    return tuple(annotations(part)) if part else ()


def is_written_alone(annotation: Any) -> bool:
    """Whether a value without parts may stand for what a type holds, such as `2026-Q4` for a period."""
    return any(isinstance(mark, Shorthand | BeforeValidator) for mark in inside(annotation))


def shorthands_at(model: type[Part], address: Address) -> tuple[Shorthand, ...]:
    """What may stand at an address in the place of a mapping."""
    return tuple(mark for mark in inside(annotation_at(model, address)) if isinstance(mark, Shorthand))
