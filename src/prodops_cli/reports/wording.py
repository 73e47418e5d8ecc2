"""Wording: fields and their values before and after, as short as they can be said."""

from datetime import date
from typing import Any, Final

from prodops_cli.documents.node import Address, Value
from prodops_cli.lint.run import natural_key
from prodops_cli.phrases import listing
from prodops_cli.reports.shorten import shortened

LONGEST: Final = 48
MOST_ITEMS: Final = 5


def field_name(address: Address) -> str:
    """`definition: window`, `status`; what a company added for itself is called so."""
    return ", ".join(str(step).replace("_", " ") for step in address) or "own keys"


def difference(before: Value, after: Value) -> str:
    """`running → completed`, `added alpha`, `reworded`."""
    if isinstance(before, list) or isinstance(after, list):
        return items(listed(before), listed(after))
    if isinstance(before, dict) or isinstance(after, dict):
        return items(mapped(before), mapped(after))
    if is_long(before) or is_long(after):
        return "written" if before is None else "removed" if after is None else "reworded"
    return f"{short(before)} → {short(after)}"


def is_long(value: Value) -> bool:
    """Whether a value is too long to be shown."""
    return isinstance(value, str) and len(value) > LONGEST


def listed(value: Value) -> dict[str, Any]:
    """The items of a list by what they are called."""
    parts = value if isinstance(value, list) else [] if value is None else [value]
    return {str(natural_key(part, index)): part for index, part in enumerate(parts)}


def mapped(value: Value) -> dict[str, Any]:
    """The parts of a mapping by key."""
    return value if isinstance(value, dict) else {} if value is None else {short(value): value}


def items(before: dict[str, Any], after: dict[str, Any]) -> str:
    """What was added, removed and changed among named things."""
    sorts = (
        ("added", [key for key in after if key not in before]),
        ("removed", [key for key in before if key not in after]),
        ("changed", [key for key in after if key in before and before[key] != after[key]]),
    )
    return "; ".join(f"{sort} {names(keys)}" for sort, keys in sorts if keys) or "in another order"


def names(keys: list[str]) -> str:
    """The first few of them, and how many more there are."""
    shown = [shortened(named(key), LONGEST) for key in keys[:MOST_ITEMS]]
    return listing([*shown, f"{len(keys) - MOST_ITEMS} more"] if len(keys) > MOST_ITEMS else shown)


def named(key: str) -> str:
    """A key as one would say it; an index counts from 1."""
    return f"no. {int(key) + 1}" if key.isdecimal() else key


def short(value: Value) -> str:
    """A value in a few words."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return said_day(text) or shortened(text, LONGEST) or "empty"


def said_day(text: str) -> str:
    """`7 Sep 2026` for `2026-09-07`; empty for what is no day."""
    try:
        found = date.fromisoformat(text) if len(text) == len("2026-09-07") else None
    except ValueError:
        return ""
    return f"{found.day} {found:%b %Y}" if found else ""
