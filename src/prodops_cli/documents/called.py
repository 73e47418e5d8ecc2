"""What the items of lists are called: by their natural key, so that addresses hold when others come before them."""

from prodops_cli.documents.node import Address, Value

NATURAL_KEYS = ("id", "key", "metric", "experiment", "name", "date", "on", "variant", "cost_center")


def with_ids(value: Value, address: Address) -> Address:
    """An address with the natural keys of list items in the place of their indexes."""
    named: list[str | int] = []
    for step in address:
        if isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            named.append(natural_key(value, step))
        elif isinstance(value, dict):
            value = value.get(str(step))
            named.append(step)
        else:
            named.append(step)
    return tuple(named)


def with_indexes(value: Value, steps: tuple[str, ...]) -> Address:
    """The way back: an address with indexes in the place of natural keys, or of numbers as they are typed.

    Raises KeyError for an item that is not there.
    """
    way: list[str | int] = []
    for step in steps:
        if isinstance(value, list):
            called = {str(natural_key(item, index)): index for index, item in reversed(tuple(enumerate(value)))}
            index = called[step] if step in called else number_below(len(value), step)
            value = value[index]
            way.append(index)
        else:
            value = value.get(step) if isinstance(value, dict) else None
            way.append(step)
    return tuple(way)


def number_below(limit: int, step: str) -> int:
    """An index as it is typed. Raises KeyError for none, or one that is too large."""
    if not (step.isascii() and step.isdecimal() and int(step) < limit):
        raise KeyError(step)
    return int(step)


def natural_key(item: Value, index: int) -> str | int:
    """What a list's item is called; its index where it is called nothing."""
    if isinstance(item, dict):
        keys = (item.get(key) for key in NATURAL_KEYS)
        return next((key for key in keys if isinstance(key, str)), index)
    return item if isinstance(item, str) else index
