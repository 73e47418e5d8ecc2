"""CSV as RFC 4180 has it, a file for each kind: a column for each key, and cells that are read back (see `sheets`)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.target import Target
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.phrases import count
from prodops_cli.sheets.column import columns, row

LONGEST: Final = 32_767
"""How many characters Excel keeps of a cell."""
QUOTED: Final = re.compile(r'[",;\t\r\n]|^\s|\s$')  # some spreadsheets divide at semicolons or tabs


def write(material: Material, kind: str) -> bytes:
    """The sheet of a kind."""
    return "".join(map(record, sheet(material, kind))).encode(errors="backslashreplace")


def sheet(material: Material, kind: str) -> Iterator[list[str]]:
    """The headings, and a row for each entity."""
    model = KINDS[kind]
    documents = [document(entity) for entity in material.all(model)]
    shape = columns(model, documents)
    yield [column.name for column in shape]
    for each in documents:
        cells = row(model, each)
        yield [cells.get(column.path, "") for column in shape]


def document(entity: Entity) -> Mapping[str, Value]:
    """What is written of an entity, with the id that it is known by; its kind is the file's."""
    value = entity.document.value
    written = value if isinstance(value, dict) else {}
    return {"id": entity.id} | {key: part for key, part in written.items() if key != "kind"}


def record(cells: Iterable[str]) -> str:
    """A line."""
    return ",".join(map(quoted, cells)) + "\r\n"


def quoted(cell: str) -> str:
    """A cell, in quotes where it is needed."""
    return '"' + cell.replace('"', '""') + '"' if QUOTED.search(cell) else cell


def remarks(material: Material) -> Iterator[str]:
    """What a spreadsheet would cut off."""
    long = sum(len(cell) > LONGEST for kind in material.kinds for row in sheet(material, kind) for cell in row)
    if long:
        has = "has" if long == 1 else "have"
        yield f"{count(long, 'cell')} {has} more than the {LONGEST:,} characters that Excel keeps: don't save it there."


def kinds(material: Material) -> tuple[str, ...]:
    """A file for each kind."""
    return material.kinds


TARGET: Final = Target(write, kinds, remarks, ".csv")
