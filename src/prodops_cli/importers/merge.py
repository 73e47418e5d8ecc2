"""Three ways: what a field becomes, by what the source said then, what it says now, and what the file says."""

from enum import Enum
from typing import NamedTuple, assert_never

from prodops_cli.documents.node import Value


class Side(Enum):
    """Who wins where both have changed a field: nobody, the source, or the file."""

    nobody = "nobody"
    theirs = "theirs"
    ours = "ours"


class Fate(Enum):
    """What became of a field."""

    same = "same"
    """The file says what the source says."""
    mapped = "mapped"
    """The file is to say what the source says now."""
    kept = "kept"
    """People have changed it, and the source hasn't."""
    conflict = "conflict"
    """Both have changed it: the file stays."""


class Settled(NamedTuple):
    """What the file is to say, what to remember as the source's word, and why. None is nothing."""

    fate: Fate
    file: Value
    source: Value


def settle(then: Value, now: Value, file: Value, wins: Side = Side.nobody) -> Settled:
    """What becomes of one field. None means that nothing is said."""
    if is_same(now, file):
        return Settled(Fate.same, file, now)
    if is_same(then, now):
        return Settled(Fate.kept, file, then)
    if is_same(then, file):
        return Settled(Fate.mapped, now, now)
    match wins:
        case Side.nobody:
            return Settled(Fate.conflict, file, then)
        case Side.theirs:
            return Settled(Fate.mapped, now, now)
        case Side.ours:
            return Settled(Fate.kept, file, now)
        case _:
            assert_never(wins)


def is_same(one: Value, other: Value) -> bool:
    """Whether two values mean the same: 1 is 1.0 and not true, and white space counts for nothing."""
    return sense(one) == sense(other)


def sense(value: Value) -> object:
    """A value in a form that is equal where two mean the same."""
    match value:
        case dict():
            return {key: sense(part) for key, part in value.items()}
        case list():
            return [sense(part) for part in value]
        case bool():
            return ("true or false", value)
        case str():
            return " ".join(value.split())
        case _:
            return value
