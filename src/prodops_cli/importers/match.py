"""Matching: the documents of the catalog that records have become before; by their key, else by their id."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.importers.material import Material
from prodops_cli.importers.taken import Taken, said
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import written
from prodops_cli.models.owner import Owner

IDENTITIES: Final = ("email", "codeowners", "handles.github")
"""The fields that are one owner's alone."""
Known: TypeAlias = Mapping[tuple[str, str], Sequence[Entity]]


def matches(records: Sequence[Taken], catalog: Catalog, material: Material) -> tuple[Entity | None, ...]:
    """For each record its document; None where it has none yet. Raises Broken where two are one."""
    known = by_key(catalog, material.system)
    refuse_one_key_for_two(() if material.is_own else records)
    found = tuple(match(each, known, catalog, material) for each in records)
    refuse_one_for_two(records, found)
    return found


def by_key(catalog: Catalog, system: str) -> Known:
    """The documents that a system knows, by kind and key."""
    found: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in catalog.entities:
        if key := (entity.external or {}).get(system):
            found[entity.kind, key].append(entity)
    return found


def match(taken: Taken, known: Known, catalog: Catalog, material: Material) -> Entity | None:
    """The document of a record. Raises Broken where there are two, where it is another's, or can't be read."""
    kind = taken.take.kind
    mine = () if material.is_own else known.get((kind, taken.key), ())
    if len(mine) > 1:
        paths = " and ".join(each.document.source.path for each in mine)
        raise taken.record.broken("", f"`{taken.key}` is two documents: {paths}", "take `external` out of one of them")
    if mine:
        return mine[0]
    entity = same_person(taken, catalog) or catalog.named.get((kind, taken.id))
    other = (entity.external or {}).get(material.system) if entity and not material.is_own else None
    if entity and other:
        path = entity.document.source.path
        action = "map `id` to something that tells them apart"
        raise taken.record.broken("", f"the id `{taken.id}` is taken: {path} is `{other}` of {material.system}", action)
    if entity is None and (kind, taken.id) in catalog.guessed:
        problem = f"the {kind} `{taken.id}` is in a file of the catalog that can't be read"
        raise taken.record.broken("", problem, "mend that file first: `prodops lint` says where")
    return entity


def same_person(taken: Taken, catalog: Catalog) -> Owner | None:
    """The one owner who has an address or a handle of a record already, whatever their id; None where nobody has."""
    if taken.model is not Owner:
        return None
    for field in IDENTITIES:
        way, path = taken.take.fields.get(field), tuple(field.split("."))
        name = said(way, taken.record, "").casefold() if way else ""
        found = [each for each in catalog.all(Owner) if name and str(written(each, path) or "").casefold() == name]
        if len(found) == 1:
            return found[0]
    return None


def refuse_one_key_for_two(records: Sequence[Taken]) -> None:
    """What the source knows two records by would not find them again. Raises Broken."""
    seen: dict[tuple[str, str], Taken] = {}
    for taken in records:
        first = seen.setdefault((taken.take.kind, taken.key), taken)
        if first is not taken:
            problem = f"two records are `{taken.key}`; the first is at {first.record.place()}"
            raise taken.record.broken("", problem, "map `key` to something that tells them apart, or remove one")


def refuse_one_for_two(records: Sequence[Taken], found: Sequence[Entity | None]) -> None:
    """Two records never become one document. Raises Broken."""
    seen: dict[tuple[str, str], Taken] = {}
    for taken, entity in zip(records, found, strict=True):
        key = (taken.take.kind, entity.id if entity else taken.id)
        first = seen.setdefault(key, taken)
        if first is not taken:
            problem = f"two records would be the {key[0]} `{key[1]}`; the first is at {first.record.place()}"
            raise taken.record.broken("", problem, "map `id` to something that tells them apart, or remove one")


def gone(records: Sequence[Taken], catalog: Catalog, material: Material) -> Iterator[Entity]:
    """The documents that a system knew, and that its source no longer has; of the kinds that it still tells of."""
    if material.is_own:
        return
    kinds = {each.take.kind for each in records} or {take.kind for take in material.mapping.take}
    keys = {(each.take.kind, each.key) for each in records}
    for (kind, key), entities in sorted(by_key(catalog, material.system).items()):
        if kind in kinds and (kind, key) not in keys:
            yield from (entity for entity in entities if entity.is_live)
