"""Tags: the types of the core schema, as they are written before a value."""

from prodops_cli.documents.node import Plain

SCHEMA = "tag:yaml.org,2002:"
TEXT = ("!", f"{SCHEMA}str")
TYPES: dict[str, type] = {
    f"{SCHEMA}int": int,
    f"{SCHEMA}float": float,
    f"{SCHEMA}bool": bool,
    f"{SCHEMA}null": type(None),
}


def typed(value: Plain, tag: str) -> Plain:
    """A value as the type that a tag of TYPES says. Raises ValueError where it is of another."""
    if type(value) is TYPES[tag]:
        return value
    if TYPES[tag] is float and type(value) is int:
        return float(value)
    raise ValueError(tag)


def is_read(tag: str | None, name: str) -> bool:
    """Whether a collection may have a tag: none but its own (`seq`, `map`)."""
    return tag in (None, "!", SCHEMA + name)


def short(tag: str | None) -> str:
    """A tag as people write it: `!!int`."""
    return (tag or "").replace(SCHEMA, "!!", 1)
