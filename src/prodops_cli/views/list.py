"""What `prodops list` prints: entities of a kind as a table, as JSON, or as CSV."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Literal, TypeAlias

from prodops_cli import escape
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.entity import Entity
from prodops_cli.outputs.encode import written
from prodops_cli.outputs.look import Look
from prodops_cli.phrases import day
from prodops_cli.views import columns, table
from prodops_cli.views.columns import Column
from prodops_cli.views.plain import VERSION, plain

LARGEST = 2**53
"""Up to here a float knows each whole number."""

Format: TypeAlias = Literal["table", "json", "csv"]


@dataclass(frozen=True, slots=True)
class Listing:
    """The entities of a kind that were asked for, in a catalog, seen from a day."""

    kind: str
    entities: tuple[Entity, ...]
    catalog: Catalog
    today: date
    revision: str | None = None

    def cells(self, shape: Sequence[Column]) -> Iterator[list[columns.Cell]]:
        """A row for each entity."""
        for entity in self.entities:
            yield [column.read(entity, self.catalog) for column in shape]

    def said(self, shape: Sequence[Column]) -> Iterator[list[table.Cell]]:
        """A row for each entity, for people."""
        names = [column.name for column in shape]
        for row in self.cells(shape):
            yield [
                table.Cell(said(cell, self.today), columns.is_number(cell), columns.is_whole(name, cell))
                for name, cell in zip(names, row, strict=True)
            ]


def lines(listing: Listing, format: Format, shape: Sequence[Column], look: Look) -> Iterator[str]:
    """The lines in a format. JSON has every key, whatever the columns."""
    match format:
        case "table":
            return as_table(listing, shape, look)
        case "csv":
            return as_csv(listing, shape)
        case "json":
            return as_json(listing)


def as_table(listing: Listing, shape: Sequence[Column], look: Look) -> Iterator[str]:
    """A line for each entity, never wider than the screen."""
    yield from table.table([column.name for column in shape], listing.said(shape), look)


def fitting(listing: Listing, shape: Sequence[Column], look: Look) -> tuple[Column, ...]:
    """The columns without those that can be spared, as far as there is no room for them."""
    below = zip(*listing.said(shape), strict=True)
    sizes = {column.name: table.takes(column.name, cells) for column, cells in zip(shape, below, strict=False)}
    kept = list(sizes)
    for name in reversed(columns.SPARE):
        if name in kept and sum(sizes[each] for each in kept) + len(table.GAP) * (len(kept) - 1) > look.width:
            kept.remove(name)
    return tuple(column for column in shape if column.name in kept)


def as_csv(listing: Listing, shape: Sequence[Column]) -> Iterator[str]:
    """RFC 4180: lines end in CR and LF, of which the printer adds the second."""
    yield record([escape.cell(column.name) for column in shape])
    yield from (record([raw(cell) for cell in row]) for row in listing.cells(shape))


def as_json(listing: Listing) -> Iterator[str]:
    """One object; each entity is a line of its own."""
    head = {"version": VERSION, "today": listing.today.isoformat(), "revision": listing.revision, "kind": listing.kind}
    yield written(head)[:-1] + ', "entities": ['
    last = len(listing.entities) - 1
    for index, entity in enumerate(listing.entities):
        yield written(plain(entity)) + ("," if index < last else "")
    yield "]}"


def said(cell: columns.Cell, today: date) -> str:
    """A value for people: `7 Sep`, `84,000`, `yes`; a dash for none."""
    match cell:
        case None:
            return "–"
        case bool():
            return "yes" if cell else "no"
        case int():
            return f"{cell:,}"
        case float():
            return f"{cell:,.2f}" if abs(cell) >= 1000 and cell % 1 else f"{cell:,.10g}"
        case date():
            return day(cell, today)
        case tuple():
            return ", ".join(said(part, today) for part in cell)
        case _:
            return " ".join(cell.split())


def raw(cell: columns.Cell) -> str:
    """A value for spreadsheets: days as ISO 8601 has them, numbers as they are, texts that are no formulas."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < LARGEST:
            return str(int(cell))
        case int() | float() | date():
            return str(cell)
        case tuple():
            return escape.cell("; ".join(str(part) for part in cell))
        case _:
            return escape.cell(cell)


def record(cells: Sequence[str]) -> str:
    """A line of CSV with its CR."""
    line = StringIO()
    csv.writer(line, lineterminator="\r").writerow(cells)
    return line.getvalue()
