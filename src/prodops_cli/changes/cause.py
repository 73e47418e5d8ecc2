"""Causes: what was done to a calculation, in a form that is equal where one thing was done to many."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final, TypeAlias

from prodops_cli.changes.change import FieldChange
from prodops_cli.models.expression import words

Cause: TypeAlias = frozenset[tuple[object, object, object]]
TEXTS: Final = frozenset((("definition", "expression"), ("definition", "filter"), ("source", "dataset")))
"""Where names of tables stand among other words."""


def cause(fields: Iterable[FieldChange]) -> Cause:
    """What all of these fields come to."""
    return frozenset(each for field in fields for each in steps(field))


def steps(field: FieldChange) -> Iterator[tuple[object, object, object]]:
    """The words that were put in the place of others; of a field that is no text, its values."""
    before, after = field.before, field.after
    if field.keys not in TEXTS or not isinstance(before, str) or not isinstance(after, str):
        yield field.keys, repr(before), repr(after)
        return
    old, new = words(before), words(after)
    for what, start, stop, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            yield "words", tuple(old[start:stop]), tuple(new[begin:end])
