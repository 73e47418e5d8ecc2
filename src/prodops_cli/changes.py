"""Changes: what is different between two catalogs, by entity, wherever its document stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Address, Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.part import Part
from prodops_cli.models.shape import shorthands_at

Sort: TypeAlias = Literal["added", "removed", "changed", "moved"]
Steps: TypeAlias = dict[str | int, object]


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
    """The fields whose meaning is another, at the deepest address that says so and that one of the texts has."""
    found = differences(before, after)
    for address in dict.fromkeys(max(as_written(before, each), as_written(after, each), key=len) for each in found):
        yield FieldChange(address, value_at(before, address), value_at(after, address))


def differences(before: object, after: object, address: Address = ()) -> Iterator[Address]:
    """The addresses at which two values of one field differ; lists of other lengths differ as a whole."""
    match before, after:
        case Part(), Part() if type(before) is type(after):
            yield from within(fields(before), fields(after), address)
        case dict(), dict():
            yield from within(before, after, address)
        case tuple(), tuple() if len(before) == len(after) and any(isinstance(item, Part) for item in before):
            yield from within(dict(enumerate(before)), dict(enumerate(after)), address)
        case _ if not is_same(before, after):
            yield address
        case _:
            pass


def within(before: Steps, after: Steps, address: Address) -> Iterator[Address]:
    """The addresses below another at which two values differ; what is not written is None."""
    for step in before | after:
        yield from differences(before.get(step), after.get(step), (*address, step))


def fields(part: Part) -> Steps:
    """The values of a part by the keys of the document."""
    declared: Steps = {field.alias or name: getattr(part, name) for name, field in type(part).model_fields.items()}
    return declared | (part.model_extra or {})


def is_same(one: object, other: object) -> bool:
    """Whether two values mean the same: true is not 1."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other and isinstance(one, bool) is isinstance(other, bool)


def as_written(entity: Entity, address: Address) -> Address:
    """An address as far as the entity's text has it: a shorthand stands in the place of what is in it."""
    value = entity.document.value
    for depth, step in enumerate(address):
        if value is not None and not isinstance(value, dict if isinstance(step, str) else list):
            return address[:depth]
        value = part_of(value, step)
    return address


def value_at(entity: Entity, address: Address) -> Value:
    """What is written at an address; None where nothing is."""
    value = entity.document.value
    for depth, step in enumerate(address):
        if is_shorthand(entity, value, address[: depth + 1]):
            return value
        value = part_of(value, step)
    return value


def is_shorthand(entity: Entity, value: Value, address: Address) -> bool:
    """Whether a value stands for a mapping with the last key of an address alone."""
    forms = shorthands_at(type(entity), address[:-1])
    return any(form.key == address[-1] and isinstance(value, form.types) for form in forms)


def part_of(value: Value, step: str | int) -> Value:
    """The item of a list or the value of a key; None where there is none."""
    match value:
        case dict():
            return value.get(str(step))
        case list() if isinstance(step, int) and step < len(value):
            return value[step]
        case _:
            return None
