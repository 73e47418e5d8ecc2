"""Our own sheets: documents as `prodops export csv` writes them, changed in a spreadsheet; every cell counts."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from prodops_cli.documents.inline import inline
from prodops_cli.documents.node import Value
from prodops_cli.importers.merge import Fate, is_same
from prodops_cli.importers.outcome import Field
from prodops_cli.importers.said import Said
from prodops_cli.importers.taken import Taken
from prodops_cli.importers.values.day import day
from prodops_cli.importers.values.number import number
from prodops_cli.importers.values.unfit import Unfit
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import written
from prodops_cli.models.shape import annotation_at, inside
from prodops_cli.sheets.cell import WrongCell, cell_of, value_of
from prodops_cli.sheets.column import OWN, Path, column, column_at, row

ID: Final = "id"
DAYS: Final = frozenset((date, datetime))
NUMBERS: Final = frozenset((int, float))
LOCAL_DAY: Final = re.compile(r"\d{1,4}[./]\d{1,2}[./]\d{2,4}.*|\d{1,2}-\d{1,2}-\d{2,4}", re.ASCII)
LOCAL_NUMBER: Final = re.compile(r"-?\d[\d.’' \u00a0]*,\d+|-?\d[\d,]*,\d{3}\.\d+", re.ASCII)


def is_own(model: type[Entity], headings: Iterable[str]) -> bool:
    """Whether headings are keys of a kind, or a company's own, the id among them."""
    paths = [column(model, each).path for each in headings]
    return (ID,) in paths and all(path[0].startswith(OWN) or annotation_at(model, path) is not None for path in paths)


def read_own(taken: Taken) -> Said:
    """What the cells of a row say; an empty one, that nothing is to stand there. Raises Broken."""
    fields: dict[Path, Value] = {}
    for heading, cell in taken.record.value.items():
        found = column(taken.model, heading)
        try:
            fields[found.path] = value_of(respelled(taken, heading, str(cell)), found.form) if cell else None
        except Unfit as unfit:
            raise taken.record.broken(heading, f"{unfit.problem} ({heading})", unfit.action) from unfit
        except WrongCell as error:
            action = "write it as `prodops export csv` does, or as plain text"
            raise taken.record.broken(heading, f"`{cell}` is no cell of {heading}", action) from error
    return Said(taken, {path: value for path, value in fields.items() if path != (ID,)}, {}, ())


def respelled(taken: Taken, heading: str, cell: str) -> str:
    """A cell as an export writes it, where a spreadsheet has written a day or a number otherwise. Raises Unfit."""
    way = taken.take.fields.get(heading)
    wanted = set(inside(annotation_at(taken.model, column(taken.model, heading).path)))
    if way and wanted & DAYS and LOCAL_DAY.fullmatch(cell):
        return day(cell, way.days)
    if way and wanted & NUMBERS and str not in wanted and LOCAL_NUMBER.fullmatch(cell):
        return inline(number(cell, way.decimal))
    return cell


def typed(said: Said, entity: Entity) -> Iterator[Field]:
    """What becomes of the cells of a row."""
    document = entity.document.value if isinstance(entity.document.value, dict) else {}
    there = row(type(entity), document)
    return (compared(path, now, there.get(path, ""), entity) for path, now in said.fields.items())


def compared(path: Path, now: Value, there: str, entity: Entity) -> Field:
    """What becomes of a cell: it counts, unless it says what the document says."""
    here = cell_of(now, column_at(type(entity), path).form) if now is not None else ""
    file = written(entity, path) if there else None
    is_there = here == there or (not isinstance(now, str) and is_same(now, file))
    return Field(path, Fate.same if is_there else Fate.mapped, file, now, file, now, None)
