"""Changes: what is different between two catalogs, by entity, wherever its document stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.part import Part

Sort: TypeAlias = Literal["added", "removed", "changed", "moved"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose meaning changed, with what was written before and after (None where nothing was)."""

    address: Address
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one entity: `before` is None where it was added, `after` where it was removed."""

    before: Entity | None
    after: Entity | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def sort(self) -> Sort:
        """Added, removed, changed; moved where nothing but the file is another."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        return "changed" if self.fields else "moved"

    @property
    def entity(self) -> Entity:
        """The entity as it is, or as it was last."""
        entity = self.after or self.before
        assert entity is not None
        return entity


def changes_between(base: Catalog, head: Catalog) -> Iterator[Change]:
    """What is different, by kind and id. Other comments, orders of keys and forms of one value are no change."""
    for key in sorted(base.named.keys() | head.named.keys()):
        before, after = base.named.get(key), head.named.get(key)
        if before is None or after is None:
            yield Change(before, after)
        elif fields := tuple(fields_between(before, after)):
            yield Change(before, after, fields)
        elif before.document.source.path != after.document.source.path:
            yield Change(before, after)


def fields_between(before: Entity, after: Entity) -> Iterator[FieldChange]:
    """The fields whose meaning is another, at the deepest address that says so."""
    for address in differences(before, after):
        yield FieldChange(address, value_at(before, address), value_at(after, address))


def differences(before: Part, after: Part, address: Address = ()) -> Iterator[Address]:
    """The addresses at which two parts of one sort differ."""
    for name, field in type(before).model_fields.items():
        one, other = getattr(before, name), getattr(after, name)
        here = (*address, field.alias or name)
        if one == other:
            continue
        if isinstance(one, Part) and type(one) is type(other):
            yield from differences(one, other, here)
        else:
            yield here
    if before.model_extra != after.model_extra:
        yield address


def value_at(entity: Entity, address: Address) -> Value:
    """What is written at an address; None where nothing is."""
    value = entity.document.value
    for step in address:
        if isinstance(value, dict):
            value = value.get(str(step))
    return value
