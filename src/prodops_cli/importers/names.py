"""Names: which document a source means, by its key there, its id here, or what people call it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.importers.values.slug import slug
from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner

LAST: Final = re.compile(r"[:/]")


@dataclass(frozen=True, slots=True)
class Names:
    """Ids by kind and by what they are called, in small letters; the first of the tables that knows a name says it."""

    tables: tuple[Mapping[tuple[str, str], str], ...]

    def id_of(self, kind: str, said: str) -> str:
        """The id of what is meant; where nobody knows it, the id that it would have, so that a lint tells it."""
        name = (kind, said.strip().casefold())
        known = next((table[name] for table in self.tables if name in table), None)
        return known or slug(said if "@" in said.lstrip("@") else LAST.split(said)[-1]) or said


def names(catalog: Catalog, system: str, taken: Iterable[tuple[str, str, str]]) -> Names:
    """The names of a catalog, and before them the keys of what is taken: kind, key, and id."""
    external = ((each.kind, (each.external or {}).get(system, ""), each.id) for each in catalog.entities)
    ids = ((each.kind, each.id, each.id) for each in catalog.entities)
    called = ((each.kind, name, each.id) for each in catalog.entities for name in called_of(each))
    return Names(tuple(map(table, (taken, external, ids, called))))


def table(said: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], str]:
    """Ids by name; what several are called means none of them."""
    found: dict[tuple[str, str], str] = {}
    for kind, name, id in said:
        key = (kind, name.strip().casefold())
        found[key] = id if found.get(key, id) == id else ""
    return {key: id for key, id in found.items() if id and key[1]}


def called_of(entity: Entity) -> Iterator[str]:
    """What people call an entity beside its id."""
    yield entity.name or ""
    if isinstance(entity, Owner):
        handles = entity.handles
        yield from (entity.email or "", entity.codeowners or "")
        for handle in (handles.github, handles.gitlab, handles.slack) if handles else ():
            yield from (handle or "", f"@{handle}" if handle else "")
