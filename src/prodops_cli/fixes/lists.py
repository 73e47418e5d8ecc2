"""Items of lists: how one is added or taken away as its neighbours are written."""

import re

from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Mapping, Node, Sequence
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Replace
from prodops_cli.models.entity import Entity

DASH = re.compile(r"\s*-[ ]+")
BLANK = re.compile(r"[ ]*")
LINE_END = re.compile(r"(?=(\r\n|\r|\n|\Z))")


def with_item(entity: Entity, field: str, item: str, anchor: str) -> Replace | None:
    """An item at the end of a list, or a new list below the anchor's line; None where nobody knows how to write it."""
    listed = getattr(entity, field)
    if listed:
        return after_last(entity, field, len(listed), item)
    return below_key(entity, anchor, f"{field}: [{item}]") if listed is None else None


def after_last(entity: Entity, field: str, length: int, item: str) -> Replace | None:
    """An item behind the last one of a list, in its line or in a line of its own."""
    whole, last = entity.at(field), entity.at(field, length - 1)
    if not length or whole.span.stop <= whole.span.start:
        return None
    if whole.source.text[whole.span.start] == "[":
        return Replace(whole.source, Span(last.span.stop, last.span.stop), f", {item}")
    return below_item(last, item)


def below_item(last: Place, item: str) -> Replace | None:
    """Another line below the last item of a list, written as that is."""
    begin = line_start(last)
    return below(last, item) if DASH.fullmatch(last.source.text, begin, last.span.start) else None


def below_key(entity: Entity, anchor: str, line: str) -> Replace | None:
    """Another key below the line of one that has a line of its own."""
    key = entity.at(anchor, part="key")
    is_alone = BLANK.fullmatch(key.source.text, line_start(key), key.span.start)
    has_value = anchor in (entity.document.value if isinstance(entity.document.value, dict) else {})
    return below(entity.at(anchor), line, key) if is_alone and has_value else None


def below(place: Place, text: str, like: Place | None = None) -> Replace | None:
    """A line below that of a place, indented as it is, or as another."""
    source, model = place.source, like or place
    end = LINE_END.search(source.text, place.span.stop)
    if end is None:
        return None
    indent = source.text[line_start(model) : model.span.start]
    return Replace(source, Span(end.start(), end.start()), f"{end[1] or chr(10)}{indent}{text}")


def line_start(place: Place) -> int:
    """Where the line of a place begins."""
    return place.span.start - place.source.position(place.span.start).column + 1


def without_item(entity: Entity, field: str, index: int) -> Replace | None:
    """A list with one item less, or no list where it was the only one; None where other things stand in its lines."""
    root = entity.document.node
    if not isinstance(root, Mapping) or field not in root.entries:
        return None
    key, listed = root.entries[field]
    source = entity.document.source
    if not isinstance(listed, Sequence):
        return None
    if len(listed.items) == 1:
        return without_lines(source, key.start, end_of(source, listed))
    if source.text[listed.span.start] != "[":
        item = listed.items[index]
        dash = source.text.rindex("-", 0, item.span.start)
        return without_lines(source, dash, end_of(source, item))
    if index + 1 < len(listed.items):
        return Replace(source, Span(listed.items[index].span.start, listed.items[index + 1].span.start), "")
    return Replace(source, Span(listed.items[index - 1].span.stop, listed.items[index].span.stop), "")


def without_lines(source: Source, start: int, stop: int) -> Replace | None:
    """All lines of a range, if they hold nothing else."""
    begin = start - source.position(start).column + 1
    end = LINE_END.search(source.text, stop)
    if end is None or source.text[begin:start].strip() or source.text[stop : end.start()].strip():
        return None
    return Replace(source, Span(begin, end.start() + len(end[1])), "")


def end_of(source: Source, node: Node) -> int:
    """Where what is written of a node ends: a block says so by its last value."""
    match node:
        case Mapping(entries=entries) if entries and source.text[node.span.start] != "{":
            return max(end_of(source, entry.node) for entry in entries.values())
        case Sequence(items=items) if items and source.text[node.span.start] != "[":
            return max(end_of(source, item) for item in items)
        case _:
            return node.span.stop
