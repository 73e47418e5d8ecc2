"""Entities as plain values: what is written, with where it is written, for programs."""

from typing import TypeAlias

from prodops_cli.documents.node import Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import finite

Json: TypeAlias = dict[str, object]
VERSION = 1


def plain(entity: Entity) -> Json:
    """An entity's kind, path and line, then the values of its document as they are written."""
    place = entity.at("id", part="key")
    line = place.source.position(place.span.start).line
    values = entity.document.value if isinstance(entity.document.value, dict) else {}
    own = {key: readable(value) for key, value in values.items()}
    return own | {"kind": entity.kind, "id": entity.id, "path": place.source.path, "line": line}


def readable(value: Value) -> object:
    """A value that JSON has."""
    match value:
        case dict():
            return {key: readable(part) for key, part in value.items()}
        case list():
            return [readable(part) for part in value]
        case _:
            return finite(value)
