"""Columns: the keys of a kind as a sheet has them, by their dotted path, and the rows below."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Final, Literal, TypeAlias, get_args, get_origin

from prodops_cli.documents.inline import from_inline, quoted
from prodops_cli.documents.node import Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.shape import annotation_at, inside, keys_at, part_in, shorthands_at
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.sheets.cell import Form, cell_of, value_of

Path: TypeAlias = tuple[str, ...]

SIMPLE: Final = re.compile(r"[^.\"=+@＝＋－＠\s-][^.\"]*")
"""Keys that a path needs no quotes for."""
STEP: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[^.]+')
TEXTS: Final = (str, date, datetime, Duration)
"""What is written as text, whatever it means."""
OWN: Final = "x-"
"""How the keys of a company begin."""


class Crossing(ValueError):
    """A cell below a key whose own column says something else, or two cells of one key."""


@dataclass(frozen=True, slots=True)
class Column:
    """A key by the way that leads to it, and what its cells are."""

    path: Path
    form: Form

    @property
    def name(self) -> str:
        """What stands above it: `contract.renewal`."""
        return ".".join(step if SIMPLE.fullmatch(step) else quoted(step) for step in self.path)


def column(model: type[Entity], name: str) -> Column:
    """The column of a kind that a heading names, whether or not the kind has such a key."""
    return column_at(model, tuple(str(from_inline(step)) if step[0] == '"' else step for step in STEP.findall(name)))


@cache
def column_at(model: type[Entity], path: Path) -> Column:
    """The column of a path."""
    return Column(path, form_at(model, path))


def columns(model: type[Entity], documents: Iterable[Mapping[str, Value]]) -> tuple[Column, ...]:
    """A column for each key that documents of a kind write, in the order of the kind; what it doesn't know comes last.

    The id is the first, also where nothing is written.
    """
    found: dict[Path, None] = {("id",): None}
    for document in documents:
        found |= dict.fromkeys(path for path, _ in leaves(model, document))
    return tuple(column_at(model, path) for path in sorted(found, key=lambda path: order(model, path)))


def row(model: type[Entity], document: Mapping[str, Value]) -> dict[Path, str]:
    """The cells of a document by path."""
    return {path: cell_of(value, column_at(model, path).form) for path, value in leaves(model, document)}


def document(cells: Iterable[tuple[Column, str]]) -> dict[str, Value]:
    """What the cells of a row say; an empty one says nothing. Raises WrongCell, Crossing."""
    made: dict[str, Value] = {}
    for column, cell in cells:
        if cell:
            put(made, column.path, value_of(cell, column.form))
    return made


def put(into: dict[str, Value], path: Path, value: Value) -> None:
    """Writes a value at a path. Raises Crossing where something else stands there, or on the way."""
    here = into
    for step in path[:-1]:
        below = here.setdefault(step, {})
        if not isinstance(below, dict):
            raise Crossing(".".join(path))
        here = below
    if path[-1] in here:
        raise Crossing(".".join(path))
    here[path[-1]] = value


def leaves(model: type[Entity], value: Mapping[str, Value], above: Path = ()) -> Iterator[tuple[Path, Value]]:
    """What a document writes, without what it is made of: mappings that the kind declares are looked into."""
    for key, part in value.items():
        path = (*above, key)
        if isinstance(part, dict) and part and is_declared(model, path):
            yield from leaves(model, part, path)
        else:
            yield path, part


@cache
def is_declared(model: type[Entity], path: Path) -> bool:
    """Whether a path leads to one mapping of which the kind knows the keys, or what stands below any of them."""
    annotation = annotation_at(model, path) if not path[0].startswith(OWN) else None
    origins = {get_origin(each) for each in inside(annotation)}
    part = part_in(annotation)
    return tuple not in origins and (part.model_config.get("extra") != "allow" if part else dict in origins)


@cache
def form_at(model: type[Entity], path: Path) -> Form:
    """What the cells of a column are."""
    annotation = annotation_at(model, path) if not path[0].startswith(OWN) else None
    found = list(inside(annotation))
    if any(get_origin(each) is tuple for each in found):
        return Form.LIST
    if part_in(annotation):
        return Form.TEXT if any(str in each.types for each in shorthands_at(model, path)) else Form.OTHER
    is_scalar = annotation is not None and all(get_origin(each) is not dict for each in found)
    return Form.TEXT if is_scalar and all(map(is_text, scalars(found))) else Form.OTHER


def scalars(found: Iterable[Any]) -> Iterator[Any]:
    """The types without parts among what a type is made of."""
    for each in found:
        if get_origin(each) is Literal:
            yield from map(type, get_args(each))
        elif isinstance(each, type) and each is not type(None):
            yield each


def is_text(type: Any) -> bool:
    """Whether values of a type are written as text."""
    return issubclass(type, TEXTS)


@cache
def order(model: type[Entity], path: Path) -> tuple[tuple[int, str], ...]:
    """Where a path stands among the columns."""
    keys = (keys_at(model, path[:depth]) for depth in range(len(path)))
    return tuple(
        (known.index(step), "") if step in known else (len(known), step) for known, step in zip(keys, path, strict=True)
    )
