"""Fields: the keys of a part as columns; mappings that a part declares are looked into, and their names joined."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from math import isfinite
from typing import Any, Final, get_origin

from prodops_cli.exporters.tables.table import Cell, Column, Type
from prodops_cli.models.part import Part
from prodops_cli.models.schema import words_of
from prodops_cli.models.shape import annotations, inside, part_in
from prodops_cli.overlap.windows.duration import Duration

LARGEST: Final = 2**63
"""From here on no database knows whole numbers."""
TYPES: Final[dict[frozenset[type], Type]] = {
    frozenset((bool,)): Type.BOOLEAN,
    frozenset((int,)): Type.INTEGER,
    frozenset((float,)): Type.REAL,
    frozenset((date,)): Type.DATE,
}
"""What has no type of its own is a text: also what is a day or an instant."""


@dataclass(frozen=True, slots=True)
class Field:
    """A column, the attributes that lead to its value, and its keys as documents spell them.

    `part` is what it is a list of, where its items have parts; `is_mapping`: its keys may have any name.
    """

    column: Column
    way: tuple[str, ...]
    keys: tuple[str, ...]
    is_list: bool
    is_mapping: bool
    part: type[Part] | None

    def value(self, part: Part) -> Any:
        """What a part holds there; None where it holds nothing."""
        found: Any = part
        for name in self.way:
            found = getattr(found, name) if found is not None else None
        return found

    def cell(self, part: Part) -> Cell:
        """What stands in the column for a part."""
        found = cell(self.value(part))
        return text(found) if self.column.type in (Type.TEXT, Type.JSON) else found


@cache
def fields(model: type[Part]) -> tuple[Field, ...]:
    """The fields of a part, in the order of its keys."""
    return tuple(fields_below(model))


def fields_below(model: type[Part], way: tuple[str, ...] = (), keys: tuple[str, ...] = ()) -> Iterator[Field]:
    """The fields of a part that stands at the end of a way."""
    words = words_of(model)
    for name, (key, annotation) in zip(model.model_fields, annotations(model).items(), strict=True):
        part = part_in(annotation)
        origins = {get_origin(each) for each in inside(annotation)}
        is_list, is_mapping = tuple in origins, dict in origins and tuple not in origins
        if part and not is_list and part.model_config.get("extra") != "allow":
            yield from fields_below(part, (*way, name), (*keys, key))
        else:
            column = Column("_".join((*keys, key)), Type.JSON if is_list or part else type_of(annotation), words[name])
            yield Field(column, (*way, name), (*keys, key), is_list, is_mapping, part if is_list else None)


def type_of(annotation: Any) -> Type:
    """The type of a value without parts; a mapping is JSON."""
    held = [each for each in inside(annotation) if isinstance(each, type)]
    if any(get_origin(each) is dict for each in inside(annotation)):
        return Type.JSON
    return TYPES.get(frozenset(held) - {type(None)}, Type.TEXT)


def cell(value: Any) -> Cell:
    """A value as it stands in a table."""
    match value:
        case None | bool() | str():
            return value
        case int():
            return value if abs(value) < LARGEST else None
        case float():
            return value if isfinite(value) else None
        case datetime():
            return value.isoformat()
        case date():
            return value
        case Duration():
            return iso(value)
        case _:
            return json.dumps(plain(value), ensure_ascii=False)


def text(found: Cell) -> str | None:
    """A value as text: that of a key which takes several types."""
    match found:
        case None | str():
            return found
        case date():
            return found.isoformat()
        case _:
            return json.dumps(found)


def plain(value: Any) -> object:
    """A value as JSON has it; keys that are not written are left out."""
    match value:
        case tuple():
            return [plain(item) for item in value]
        case dict():
            return {key: plain(item) for key, item in value.items()}
        case Part():
            held = ((key, getattr(value, name)) for key, name in value.names.items())
            return {key: plain(item) for key, item in held if item is not None}
        case _:
            found = cell(value)
            return found.isoformat() if isinstance(found, date) else found


def iso(length: Duration) -> str:
    """A duration as ISO 8601 writes it, such as P90D."""
    years, months = divmod(length.months, 12)
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days = "".join(f"{count}{unit}" for count, unit in ((years, "Y"), (months, "M"), (length.days, "D")) if count)
    time = "".join(f"{count}{unit}" for count, unit in ((hours, "H"), (minutes, "M"), (seconds, "S")) if count)
    return f"P{days}T{time}" if time else f"P{days or '0D'}"
