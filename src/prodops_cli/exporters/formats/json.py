"""JSON, version 1: every entity as it is written, with its place and what it refers to, and the settings that matter.

Keys may be added, none is removed or given another meaning.
"""

from collections.abc import Iterator
from typing import Final

from prodops_cli.catalog.catalog import Catalog, references_of
from prodops_cli.documents.node import Address, Value
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import finite
from prodops_cli.models.kinds import KINDS
from prodops_cli.outputs.encode import Json, written

VERSION: Final = 1
SETTINGS: Final = ("catalog", "vocabulary", "surfaces", "attributes", "budgets", "review_every")
"""The parts of prodops.yaml that say what documents mean."""


def write(material: Material, _: str) -> bytes:
    """One object; each entity is a line of its own."""
    return "".join(f"{line}\n" for line in lines(material)).encode()


def lines(material: Material) -> Iterator[str]:
    """The lines."""
    head = {"version": VERSION, "today": material.today.isoformat(), "revision": material.revision}
    entities = [each for kind in KINDS.values() for each in material.all(kind)]
    yield written(head | {"settings": settings(material.catalog)})[:-1] + ', "entities": ['
    for index, each in enumerate(entities):
        yield written(entity(each, material.catalog)) + ("," if index < len(entities) - 1 else "")
    yield "]}"


def settings(catalog: Catalog) -> Json:
    """The settings as they are written, and the time zone that holds."""
    value = catalog.settings_document.value
    said = {key: readable(value[key]) for key in SETTINGS if key in value} if isinstance(value, dict) else {}
    return {"timezone": catalog.settings.catalog.timezone, "written": said}


def entity(one: Entity, catalog: Catalog) -> Json:
    """An entity: what it is called, where it stands, what it refers to, and what is written in it."""
    place = one.at("id", part="key")
    return {
        "kind": one.kind,
        "id": one.id,
        "path": place.source.path,
        "line": place.source.position(place.span.start).line,
        "references": [
            {
                "field": field(each.address),
                "kind": each.kind,
                "id": each.id,
                "exists": (each.kind, each.id) in catalog.named,
            }
            for each in references_of(one)
        ],
        "document": readable(one.document.value),
    }


def field(address: Address) -> str:
    """An address as people say it, without the numbers of items."""
    return ".".join(step for step in address if isinstance(step, str))


def readable(value: Value) -> object:
    """A value that JSON has: numbers without end are the words that YAML has for them."""
    match value:
        case dict():
            return {key: readable(part) for key, part in value.items()}
        case list():
            return [readable(part) for part in value]
        case _:
            return finite(value)


TARGET: Final = Target(write, suffix=".json")
