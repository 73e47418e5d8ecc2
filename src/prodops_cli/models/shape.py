"""The shape of a model: which keys may stand where."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args

from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part


def annotations(model: type[Part]) -> dict[str, Any]:
    """The declared type of each key, as documents spell the key."""
    return {
        field.alias or name: Annotated[field.annotation, *field.metadata, None]
        for name, field in model.model_fields.items()
    }


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


def keys_at(model: type[Part], address: Address) -> tuple[str, ...]:
    """The keys that may stand in the mapping at an address."""
    part: type[Part] | None = model
    for step in address:
        if isinstance(step, str) and part is not None:
            part = part_in(annotations(part).get(step, extra(part)))
    return tuple(annotations(part)) if part else ()
