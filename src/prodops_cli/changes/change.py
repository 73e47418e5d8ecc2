"""A change: what happened to one entity, field by field."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.aspects import Aspect
from prodops_cli.models.entity import Entity

Sort: TypeAlias = Literal["added", "removed", "renamed", "changed", "moved"]


class Item(str):
    """A step of an address that leads to a list's item: what the item is called."""

    __slots__ = ()


def keys_of(address: Address) -> tuple[str, ...]:
    """The keys of an address, without the items of lists."""
    return tuple(step for step in address if isinstance(step, str) and not isinstance(step, Item))


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field whose meaning changed, with what was written before and after (None where nothing was).

    `address` calls the items of lists by their names; `old` and `new` lead there in the two texts.
    """

    address: Address
    before: Value
    after: Value
    aspect: Aspect
    old: Address
    new: Address

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys on the way."""
        return keys_of(self.address)


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one entity: `before` is None where it was added, `after` where it was removed."""

    before: Entity | None
    after: Entity | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def sort(self) -> Sort:
        """Added, removed, renamed, changed; moved where nothing but the file is another."""
        if self.before is None:
            return "added"
        if self.after is None:
            return "removed"
        if self.before.id != self.after.id:
            return "renamed"
        return "changed" if self.fields else "moved"

    @property
    def entity(self) -> Entity:
        """The entity as it is, or as it was last."""
        entity = self.after or self.before
        assert entity is not None
        return entity

    @property
    def key(self) -> tuple[str, str]:
        """The kind and the id of the entity as it is, or as it was last."""
        return self.entity.kind, self.entity.id

    def at(self, field: FieldChange) -> Place:
        """Where a field stands now, or where it is missing."""
        return self.entity.at(*(field.new if self.after else field.old))

    def of(self, *aspects: Aspect) -> tuple[FieldChange, ...]:
        """The fields that changed of some aspects."""
        return tuple(field for field in self.fields if field.aspect in aspects)
