"""CSV: each row below the headings is a record, as spreadsheets of all countries write them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from prodops_cli.documents.node import Address
from prodops_cli.documents.source import Source, Span
from prodops_cli.importers.broken import Broken
from prodops_cli.importers.reading.text import decoded
from prodops_cli.importers.record import Record, Spans

SEPARATORS: Final = ",;\t|"
SAID: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""What Excel writes before the headings, to tell itself how it divides cells."""
QUOTED: Final = re.compile(r'"((?:[^"]|"")*)"')
UNNAMED: Final = re.compile(r"column \d+")
"""What a column without a heading is called; spreadsheets add empty ones at the end."""
BREAK: Final = re.compile(r"\r\n|\r|\n|\Z")


class Cell(NamedTuple):
    """A cell's text, without its quotes, and where it stands."""

    text: str
    span: Span


def records(path: str, data: bytes, encoding: str | None) -> tuple[Record, ...]:
    """The records of a file; formulas in it are text like any other. Raises Broken, Misuse."""
    source = decoded(path, data, encoding)
    said = SAID.match(source.text)
    start = said.end() if said else 0
    rows = rows_of(source, start, said[1] if said else separator(source.text))
    headings = names(source, next(rows, []))
    return tuple(made(source, headings, row) for row in rows if any(cell.text.strip() for cell in row))


def separator(text: str) -> str:
    """What divides the headings: of the signs that may, the one that they have most of."""
    first = QUOTED.sub("", text).split("\n", 1)[0]
    return max(SEPARATORS, key=first.count)


def rows_of(source: Source, start: int, divider: str) -> Iterator[list[Cell]]:
    """The rows of a text. Raises Broken where a quote is not closed, or something stands behind one."""
    bare = re.compile(rf"[^{re.escape(divider)}\r\n]*")
    at, row = start, list[Cell]()
    while at < len(source.text) or row:
        if source.text.startswith('"', at):
            cell, at = quoted(source, at, divider)
        else:
            found = bare.match(source.text, at)
            assert found
            cell, at = Cell(found[0], Span(at, found.end())), found.end()
        row.append(cell)
        if source.text.startswith(divider, at):
            at += 1
            continue
        end = BREAK.match(source.text, at)
        assert end
        at = end.end()
        yield row
        row = []


def quoted(source: Source, at: int, divider: str) -> tuple[Cell, int]:
    """The cell that begins with a quote, and where it ends. Raises Broken."""
    found = QUOTED.match(source.text, at)
    if not found:
        raise Broken(source, Span(at, at + 1), "this quote is not closed", 'add the missing `"`')
    end = found.end()
    if not (source.text.startswith(divider, end) or BREAK.match(source.text, end)):
        action = 'double the quotes inside of a cell: `""`'
        raise Broken(source, Span(end, end + 1), "the cell's quote is closed, and more stands behind it", action)
    return Cell(found[1].replace('""', '"'), Span(at, end)), end


def names(source: Source, cells: Sequence[Cell]) -> tuple[str, ...]:
    """The headings; a column without one has its number, and quotes keep blanks. Raises Broken for two of one name."""
    bare = (cell.text if source.text.startswith('"', cell.span.start) else cell.text.strip() for cell in cells)
    found = tuple(name or f"column {number}" for number, name in enumerate(bare, 1))
    twice = next((name for name, count in Counter(found).items() if count > 1), None)
    if twice is not None:
        span = cells[len(found) - 1 - found[::-1].index(twice)].span
        raise Broken(source, span, f"two columns are called `{twice}`", "give one of them another name")
    if not any(cell.text.strip() for cell in cells):
        raise Broken(source, Span(0, 0), "there are no headings", "write the columns' names into the first line")
    return found


def made(source: Source, headings: tuple[str, ...], row: Sequence[Cell]) -> Record:
    """The record of a row; cells that are missing at its end are empty. Raises Broken for cells below no heading."""
    over = next((cell for cell in row[len(headings) :] if cell.text.strip()), None)
    if over:
        problem = f"this row has {len(row)} cells, and there are {len(headings)} columns"
        raise Broken(source, over.span, problem, "put texts with separators in quotes, or add the missing heading")
    cells = {name: cell for name, cell in zip(headings, row, strict=False) if cell.text or not UNNAMED.fullmatch(name)}
    return Record({name: cell.text for name, cell in cells.items()}, source, spans_of(cells, row[0].span))


def spans_of(cells: Mapping[str, Cell], first: Span) -> Spans:
    """Where the cells of a row stand."""

    def span(address: Address) -> Span:
        return cells[str(address[0])].span if address and address[0] in cells else first

    return span
