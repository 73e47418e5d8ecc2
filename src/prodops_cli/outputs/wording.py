"""Wording: fields and their values before and after, as short as they can be said."""

from datetime import date
from typing import Any, Final

from prodops_cli.changes.change import FieldChange, Item
from prodops_cli.documents.called import natural_key
from prodops_cli.documents.node import Address, Value
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import day, listing

LONGEST: Final = 48
CLOSE: Final = 12
"""How many characters two texts have in common before the place where they differ, for people to find it."""

MOST_ITEMS: Final = 5


def told(field: FieldChange, today: date) -> tuple[str, str]:
    """What a field is called, and what happened to it; an item of a list is added to its list, or removed."""
    *way, last = field.address or ("",)
    if isinstance(last, Item) and None in (field.before, field.after):
        return field_name(tuple(way)), f"{'added' if field.before is None else 'removed'} {named_item(last, today)}"
    before, after = field.before, field.after
    is_text = isinstance(before, str) and isinstance(after, str)
    if field.aspect == "calculation" and is_text and (is_long(before) or is_long(after)):
        return field_name(field.address), apart(str(before), str(after))
    return field_name(field.address), difference(before, after, today)


def apart(before: str, after: str) -> str:
    """What was and what is, each from a little before the first place where they differ: a query begins like many."""
    texts = [" ".join(text.split()) for text in (before, after)]
    same = next(
        (index for index, (one, two) in enumerate(zip(*texts, strict=False)) if one != two), min(map(len, texts))
    )
    word = texts[0].rfind(" ", 0, max(0, same - CLOSE)) + 1
    start = max(word, same - LONGEST // 2)
    return " → ".join(f"{'…' if start else ''}{shortened(text[start:], LONGEST)}" for text in texts)


def named_item(name: str, today: date) -> str:
    """A list's item as one would say it."""
    return said_day(name, today) or named(name)


def field_name(address: Address) -> str:
    """`definition window`, `status`; what a company added for itself is called so."""
    return " ".join(str(step) for step in address).replace("_", " ") or "own keys"


def difference(before: Value, after: Value, today: date) -> str:
    """`running → completed`, `set to 1 Sep`, `added alpha`, `reworded`."""
    if is_parted(before) or is_parted(after):
        if before is None or after is None:
            return "written" if before is None else "removed"
        return items(listed(before), listed(after))
    if is_long(before) or is_long(after):
        return "written" if before is None else "removed" if after is None else "reworded"
    if before is None:
        return f"set to {short(after, today)}"
    return f"no longer {short(before, today)}" if after is None else f"{short(before, today)} → {short(after, today)}"


def is_parted(value: Value) -> bool:
    """Whether a value has parts."""
    return isinstance(value, list | dict)


def is_long(value: Value) -> bool:
    """Whether a value is too long to be shown."""
    return isinstance(value, str) and len(value) > LONGEST


def listed(value: Value) -> dict[str, Any]:
    """The parts of a value by what they are called."""
    if isinstance(value, dict):
        return value
    parts = value if isinstance(value, list) else [value]
    return {str(natural_key(part, index)): part for index, part in enumerate(parts)}


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
    return f"no. {int(key) + 1}" if key.isdecimal() else key.replace("_", " ")


def short(value: Value, today: date) -> str:
    """A value in a few words."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return said_day(text, today) or shortened(text, LONGEST) or "empty"


def said_day(text: str, today: date) -> str:
    """`7 Sep` for `2026-09-07`; empty for what is no day."""
    try:
        return day(date.fromisoformat(text), today) if len(text) == len("2026-09-07") else ""
    except ValueError:
        return ""
