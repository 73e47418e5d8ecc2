"""A table: its columns with their types, what makes a row unique, and how its rows are made."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

from prodops_cli.exporters.material import Material

Cell: TypeAlias = str | int | float | bool | date | None
Row: TypeAlias = tuple[Cell, ...]


class Type(Enum):
    """What stands in a column, by its name in SQL."""

    TEXT = "TEXT"
    INTEGER = "INTEGER"
    REAL = "REAL"
    BOOLEAN = "BOOLEAN"
    DATE = "DATE"
    JSON = "JSON"
    """A list or a mapping, as text."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `words` say what it means."""

    name: str
    type: Type
    words: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table; no two rows are the same in `key`, and people look for rows by `indexes`."""

    name: str
    words: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    made: Callable[[Material], Iterable[Row]]
    indexes: tuple[tuple[str, ...], ...] = ()

    def rows(self, material: Material) -> Iterator[Row]:
        """The rows; what of a file's name is no UTF-8 is shown by its number."""
        for row in self.made(material):
            yield tuple(utf8(cell) if isinstance(cell, str) else cell for cell in row)


def utf8(text: str) -> str:
    """A text that every format can have."""
    return text if text.isascii() else text.encode(errors="backslashreplace").decode()
