"""Shapes: whether plain values are what a type says."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict


def wrong(value: object, wanted: Any, path: str) -> Iterator[str]:
    """The places at which a value is not of its type."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if is_typeddict(wanted):
        yield from wrong_names(value, get_type_hints(wanted, include_extras=True), f"{path} is no {wanted.__name__}")
    elif origin is list and isinstance(value, list | tuple):
        for number, item in enumerate(value):
            yield from wrong(item, arguments[0], f"{path}[{number}]")
    elif not is_one(value, wanted, origin, arguments):
        yield f"{path} is no {name(wanted)}"


def is_one(value: object, wanted: Any, origin: Any, arguments: tuple[Any, ...]) -> bool:
    """Whether a value without names in it is of its type."""
    if origin in (Union, UnionType):
        return any(not any(wrong(value, each, "")) for each in arguments)
    if origin is Annotated:
        return is_day(value)
    if origin is Literal:
        return value in arguments
    return type(value) in ((int, float) if wanted is float else (wanted,))


def wrong_names(value: object, hints: Mapping[str, Any], otherwise: str) -> Iterator[str]:
    """What is wrong in a mapping with names."""
    if not isinstance(value, Mapping) or value.keys() != hints.keys():
        yield f"{otherwise}: it has {', '.join(hints)}"
        return
    for key, hint in hints.items():
        yield from wrong(value[key], hint, key)


def name(wanted: Any) -> str:
    """What a type is called."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return " or ".join(map(name, arguments))
    if origin is Annotated:
        return "day such as 2026-09-07"
    if origin is Literal:
        return f"value among {', '.join(map(repr, arguments))}"
    return str((origin or wanted).__name__)


def is_day(said: object) -> bool:
    """Whether it is a day as ISO writes it."""
    try:
        return isinstance(said, str) and date.fromisoformat(said).isoformat() == said
    except ValueError:
        return False
