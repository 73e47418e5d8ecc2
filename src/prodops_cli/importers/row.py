"""Rows: a list that has a line for each item, in which items come, go or change; the others stay to the letter."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final, NamedTuple

from prodops_cli.documents.amend import Unplaceable, line_end
from prodops_cli.documents.edit import Edit
from prodops_cli.documents.node import Mapping, Node, Scalar, Value, plain
from prodops_cli.documents.node import Sequence as Items
from prodops_cli.documents.source import LINE_BREAK, Source, Span
from prodops_cli.importers.written import flow, inner, items, lines, shifted

LONGEST: Final = 30
"""So much of an item is told."""


class Row(NamedTuple):
    """A list in a source, and how the lines of that end."""

    source: Source
    node: Items
    end: str

    def column(self, node: Node) -> int:
        """How many characters stand before a node on its line."""
        return self.source.position(node.span.start).column - 1

    def line_start(self, node: Node) -> int:
        """Where the first line of a node begins."""
        return node.span.start - self.column(node)


def becoming(row: Row, value: Sequence[Value]) -> tuple[Edit, ...]:
    """The edits by which a list holds other items. Raises Unplaceable where a comment is about one that goes."""
    old = [flow(plain(item)) for item in row.node.items]
    matcher = SequenceMatcher(None, old, [flow(item) for item in value], autojunk=False)
    return tuple(
        edit
        for word, start, stop, first, last in matcher.get_opcodes()
        if word != "equal"
        for edit in exchanged(row, start, stop, value[first:last])
    )


def exchanged(row: Row, start: int, stop: int, new: Sequence[Value]) -> Iterator[Edit]:
    """The edits that write items in the place of some, which may be none."""
    old = row.node.items[start:stop]
    for item, value in zip_longest(old, new[: len(old)]):
        yield from replaced(row, item, value) if value is not None else [removed(row, item)]
    if more := list(new[len(old) :]):
        yield inserted(row, stop, more)


def inserted(row: Row, place: int, new: list[Value]) -> Edit:
    """The edit that writes items behind the one that comes before them, or before the first."""
    column = row.column(row.node)
    text = shifted(items(new), column, row.end)
    if not place:
        return Edit(Span(row.node.span.start, row.node.span.start), f"{text}{row.end}{' ' * column}")
    at = line_end(row.source, row.node.items[place - 1].span.stop)
    return Edit(Span(at, at), f"{row.end}{' ' * column}{text}")


def removed(row: Row, item: Node) -> Edit:
    """The edit that takes an item away with its lines. Raises Unplaceable."""
    refuse_remark(row, item)
    end = line_end(row.source, item.span.stop)
    found = LINE_BREAK.match(row.source.text, end)
    return Edit(Span(row.line_start(item), found.end() if found else end), "")


def replaced(row: Row, item: Node, value: Value) -> Iterator[Edit]:
    """The edits that make another item of one; of the same thing only what it says otherwise. Raises Unplaceable."""
    match item, value:
        case Mapping(entries=entries), dict() if is_alike(plain(item), value):
            for key, part in value.items():
                if isinstance(node := entries[key].node, Scalar) and node.value != part:
                    yield Edit(node.span, inner(part))
        case _:
            refuse_remark(row, item)
            text = "\n".join(lines(value)) if isinstance(value, dict) and value else flow(value)
            yield Edit(item.span, shifted(text, row.column(item), row.end))


def is_alike(old: Value, new: Value) -> bool:
    """Whether two mappings say the same but for some texts and numbers: then they are about one thing."""
    if not (isinstance(old, dict) and isinstance(new, dict) and old.keys() == new.keys()):
        return False
    other = [key for key in old if old[key] != new[key]]
    return len(other) < len(old) and not any(isinstance(side[key], dict | list) for key in other for side in (old, new))


def refuse_remark(row: Row, item: Node) -> None:
    """Raises Unplaceable where a comment stands in the lines of an item, or above it."""
    text, start = row.source.text, row.line_start(item)
    above = text[:start].rstrip("\r\n").rpartition("\n")[2] if text[:start].endswith(row.end) else ""
    own = text[item.span.start : line_end(row.source, item.span.stop)]
    beside = own[item.span.stop - item.span.start :]
    if above.lstrip().startswith("#") or "#" in beside:
        said = flow(plain(item))
        short = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
        raise Unplaceable(f"a comment is about `{short}`")
