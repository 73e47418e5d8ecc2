"""Cells: a value as it stands in a spreadsheet, and the value that a cell means. Nothing is lost on the way.

What people write is plain: a text as it is, a list as `a; b`, a number, `true`. What would be taken for something else
stands behind a `!`, as YAML writes it in brackets. An apostrophe keeps spreadsheets from calculating a text.
"""

import re
from enum import Enum
from math import isfinite
from typing import Final

from prodops_cli.documents.inline import from_inline, inline
from prodops_cli.documents.node import Value
from prodops_cli.documents.scalar import resolve
from prodops_cli.escape import FORMULA

MARK: Final = "!"
BETWEEN: Final = "; "
CALCULATED: Final = re.compile(f"'*(?:{FORMULA.pattern})")
GUARDED: Final = re.compile(f"'(?={CALCULATED.pattern})")
NUMBER: Final = re.compile(r"-?[0-9.]+(?:[eE][-+]?[0-9]+)?", re.ASCII)


class Form(Enum):
    """What the cells of a column are without a mark."""

    TEXT = "text"
    LIST = "list"
    OTHER = "other"
    """A number, true or false, or a text that is neither; lists and mappings in brackets."""


class WrongCell(ValueError):
    """A cell that no value is written as."""


def cell_of(value: Value, form: Form) -> str:
    """The cell of a value in a column of a form; never empty."""
    unmarked = (guarded(each, form) for each in (plainly(value, form), inline(value)))
    return next((cell for cell in unmarked if is_read_back(cell, value, form)), f"{MARK}{inline(value)}")


def is_read_back(cell: str, value: Value, form: Form) -> bool:
    """Whether a cell is read as a value."""
    try:
        return bool(cell) and is_same(value_of(cell, form), value)
    except WrongCell:
        return False


def value_of(cell: str, form: Form) -> Value:
    """The value of a cell that is not empty, in a column of a form. Raises WrongCell."""
    if cell.startswith(MARK):
        return bracketed(cell.removeprefix(MARK), cell)
    said = cell[1:] if GUARDED.match(cell) else cell
    match form:
        case Form.TEXT:
            return said
        case Form.LIST:
            return bracketed(said, cell) if said.startswith("[") else [part.strip() for part in parts(said)]
        case Form.OTHER:
            return bracketed(said, cell) if said.startswith(("[", "{")) else resolved(said)


def plainly(value: Value, form: Form) -> str:
    """A value as people write it in such a column."""
    match value:
        case str():
            return value
        case list() if form is Form.LIST and value and all(isinstance(item, str) for item in value):
            return BETWEEN.join(map(str, value))
        case _:
            return inline(value)


def guarded(cell: str, form: Form) -> str:
    """A cell that no spreadsheet takes for a formula; numbers below zero are none."""
    is_number = form is Form.OTHER and NUMBER.fullmatch(cell)
    return f"'{cell}" if CALCULATED.match(cell) and not is_number else cell


def bracketed(written: str, cell: str) -> Value:
    """The value that is written as YAML writes it in brackets. Raises WrongCell."""
    try:
        return from_inline(written)
    except ValueError:
        raise WrongCell(cell) from None


def parts(said: str) -> list[str]:
    """The items between semicolons; an empty one at the end is none."""
    return [part for part in said.split(BETWEEN.strip()) if part.strip()]


def resolved(said: str) -> Value:
    """What a text without quotes means in YAML; spreadsheets write TRUE and FALSE. Raises WrongCell."""
    try:
        return resolve(said)
    except ValueError:
        raise WrongCell(said) from None


def is_same(one: Value, other: Value) -> bool:
    """Whether two values are the same, and of the same type: 1 is neither true nor 1.0."""
    match one, other:
        case (dict(), dict()):
            return list(one) == list(other) and all(map(is_same, one.values(), other.values()))
        case (list(), list()):
            return len(one) == len(other) and all(map(is_same, one, other))
        case (float(), float()) if not (isfinite(one) and isfinite(other)):
            return repr(one) == repr(other)
        case _:
            return type(one) is type(other) and one == other
