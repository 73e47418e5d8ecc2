"""What is written at an address, also where a shorthand stands for what is meant."""

from prodops_cli.documents.node import Address, Value
from prodops_cli.models.entity import Entity
from prodops_cli.models.shape import shorthands_at


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
