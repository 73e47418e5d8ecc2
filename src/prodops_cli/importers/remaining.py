"""What remains of a record when all that was read of it is taken away: so that nothing is lost without a word."""

from collections.abc import Collection, Mapping

from prodops_cli.documents.node import Value


def remaining(value: Mapping[str, Value], read: Collection[str]) -> dict[str, Value]:
    """A record without the values at some dotted paths; items of lists have the path of their list."""
    parts = ((key, left(part, key, read)) for key, part in value.items())
    return {key: part for key, part in parts if part not in (None, {}, [])}


def left(value: Value, path: str, read: Collection[str]) -> Value:
    """What remains of a value at a path; None where nothing does."""
    match value:
        case dict():
            parts = ((key, left(part, f"{path}.{key}", read)) for key, part in value.items())
            return {key: part for key, part in parts if part not in (None, {}, [])}
        case list():
            items = (left(item, path, read) for item in value)
            return [item for item in items if item not in (None, {}, [])]
        case _:
            return None if path in read else value
