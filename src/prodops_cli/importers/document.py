"""Documents: a new one, in the order of its kind; and one that is there, with some fields other than they were."""

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, Final

from prodops_cli.documents.amend import Unplaceable, insertion, put, removal
from prodops_cli.documents.document import Document
from prodops_cli.documents.edit import Edit
from prodops_cli.documents.node import Mapping as Table
from prodops_cli.documents.node import Node, Value
from prodops_cli.documents.node import Sequence as Items
from prodops_cli.documents.source import LINE_BREAK
from prodops_cli.fixes.assign import written
from prodops_cli.importers.row import Row, becoming
from prodops_cli.importers.written import STEP, behind, block, flow, inner, is_paragraph, scalar, shifted, within
from prodops_cli.models.entity import Entity
from prodops_cli.models.shape import annotations, keys_at, part_in
from prodops_cli.sheets.column import Path

EMPTY: Final = re.compile(r": (\r?\n)")
"""A key whose value begins on the next line, with a blank that nobody needs."""


def new(model: type[Entity], fields: Mapping[Path, Value]) -> str:
    """The text of a new document."""
    made: dict[str, Value] = {}
    for path, value in fields.items():
        if value is not None:
            place(made, path, value)
    return block(ordered(made, model))


def place(into: dict[str, Value], path: Path, value: Value) -> None:
    """Writes a value at a path; what stands on the way as a shorthand makes room."""
    here = into
    for step in path[:-1]:
        below = here.get(step)
        here[step] = below = dict(below) if isinstance(below, dict) else {}
        here = below
    here[path[-1]] = value


def ordered(value: Mapping[str, Value], annotation: Any) -> dict[str, Value]:
    """A mapping in the order of its model; what that doesn't know comes last."""
    part = part_in(annotation) if annotation is not None else None
    known = annotations(part) if part else {}
    keys = [*(key for key in known if key in value), *(key for key in value if key not in known)]
    return {key: inside(value[key], known.get(key)) for key in keys}


def inside(value: Value, annotation: Any) -> Value:
    """A value, all mappings in it in the order of their models."""
    match value:
        case dict():
            return ordered(value, annotation) if annotation is not None else value
        case list():
            return [inside(item, annotation) for item in value]
        case _:
            return value


def amended(document: Document, model: type[Entity], path: Path, value: Value) -> Document:
    """A document in which a field says something else, or nothing. Raises Unplaceable."""
    if isinstance(value, str) and is_paragraph(value) and (below := below_key(document, path, value)):
        with suppress(Unplaceable):
            return written(document, below)
    if value is None:
        gone = removal(document.source, document.node, whole(document.value, path))
        return written(document, gone) if gone else document
    return written(document, *edits(document, model, path, value))


def below_key(document: Document, path: Path, value: str) -> Edit | None:
    """The edit that writes a text of several lines where one stands below its key; None where none does."""
    table: Node | None = document.node
    for step in path[:-1]:
        table = table.entries[step].node if isinstance(table, Table) and step in table.entries else None
    entry = table.entries.get(path[-1]) if isinstance(table, Table) else None
    if (
        not isinstance(table, Table)
        or not entry
        or not document.source.text.startswith(("|", ">"), entry.node.span.start)
    ):
        return None
    return Edit(entry.node.span, at_column(document, table, behind(value)))


def whole(value: Value, path: Path) -> Path:
    """What goes with a key: a mapping that would hold nothing without it."""
    for depth in range(len(path) - 1):
        value = value.get(path[depth]) if isinstance(value, dict) else None
        if isinstance(value, dict) and is_chain(value, path[depth + 1 :]):
            return path[: depth + 1]
    return path


def is_chain(value: Value, path: Path) -> bool:
    """Whether a mapping holds a path and nothing else."""
    for step in path:
        if not isinstance(value, dict) or list(value) != [step]:
            return False
        value = value[step]
    return True


def edits(document: Document, model: type[Entity], path: Path, value: Value) -> tuple[Edit, ...]:
    """The edits that write a value, as its neighbours are written. Raises Unplaceable."""
    node, in_brackets = document.node, False
    for depth, step in enumerate(path):
        if not isinstance(node, Table):
            raise Unplaceable(f"`{'.'.join(path[:depth])}` has no parts")
        in_brackets |= is_flow(document, node)
        if step not in node.entries:
            return (added(document, node, path[depth:], value, keys_at(model, path[:depth])),)
        node = node.entries[step].node
    if isinstance(node, Items) and isinstance(value, list) and value and not is_flow(document, node):
        return becoming(Row(document.source, node, line_break(document)), value)
    text = inner(value) if in_brackets else flow(value)
    return (put(document.source, document.node, path, text, lambda _: ()),)


def added(document: Document, table: Table, path: Path, value: Value, order: tuple[str, ...]) -> Edit:
    """The edit that writes a key into a mapping, with all that is to be below it."""
    for step in reversed(path[1:]):
        value = {step: value}
    key, in_brackets = path[0], is_flow(document, table)
    text = inner(value) if in_brackets else at_column(document, table, behind(value))
    made = insertion(document.source, table, key, text, order)
    quoted = made.text.replace(f"{key}:", f"{within(key) if in_brackets else scalar(key)}:", 1)
    return made._replace(text=EMPTY.sub(r":\1", quoted, count=1))


def at_column(document: Document, table: Table, lines: list[str]) -> str:
    """What stands behind a key of a mapping, its further lines below the mapping's keys."""
    first, *more = lines
    column = document.source.position(next(iter(table.entries.values())).key.start).column - 1
    below = (f"{' ' * STEP}{line}" if line else "" for line in more)
    return shifted("\n".join((first.strip(), *below)), column, line_break(document))


def line_break(document: Document) -> str:
    """How the lines of a file end."""
    found = LINE_BREAK.search(document.source.text)
    return found[0] if found else "\n"


def is_flow(document: Document, node: Node) -> bool:
    """Whether a collection is written in brackets."""
    return document.source.text.startswith(("{", "["), node.span.start)
