"""Amending: the edit by which a value of a document becomes another, comes, or goes; all else stays to the letter."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from prodops_cli.documents.edit import Edit
from prodops_cli.documents.node import Address, Entry, Mapping, Node
from prodops_cli.documents.node import Sequence as Row
from prodops_cli.documents.source import LINE_BREAK, Source, Span

Order: TypeAlias = Callable[[Address], Sequence[str]]
"""The keys of the mapping at an address, in the order in which people write them."""


class Unplaceable(Exception):
    """There is no place for a value; `reason` says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def is_flow(source: Source, node: Node) -> bool:
    """Whether a collection is written in brackets."""
    return source.text.startswith(("{", "["), node.span.start)


def put(source: Source, root: Node, way: Address, text: str, order: Order) -> Edit:
    """The edit that writes a value; what lacks on the way to it is written, too. Raises Unplaceable."""
    node, lead = root, ""
    for depth, step in enumerate(way):
        match node:
            case Mapping(entries=entries) if step in entries:
                key, node = entries[str(step)]
                lead = "" if ":" in source.text[key.stop : node.span.start] or node.span.start < key.stop else ":"
            case Row(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case Mapping() if isinstance(step, str):
                return insertion(source, node, step, nested(way[depth + 1 :], text), order(way[:depth]))
            case _:
                raise Unplaceable(f"`{'.'.join(map(str, way[:depth]))}` has no parts")
    is_bare = node.span.start == node.span.stop and not source.text[: node.span.start].endswith((" ", "\n"))
    return Edit(node.span, f"{lead} {text}" if is_bare or lead else text)


def nested(way: Address, text: str) -> str:
    """A value inside of mappings that are yet to be."""
    for step in reversed(way):
        text = f"{{{step}: {text}}}"
    return text


def insertion(source: Source, mapping: Mapping, key: str, text: str, order: Sequence[str]) -> Edit:
    """The edit that writes a key behind the last one that comes before it. Raises Unplaceable."""
    if source.text.startswith("*", mapping.span.start):
        raise Unplaceable(f"`{key}` would stand in what is written elsewhere")
    entries = list(mapping.entries.items())
    earlier = set(order[: order.index(key)]) if key in order else {name for name, _ in entries}
    before = [entry for name, entry in entries if name in earlier]
    written = f"{key}: {text}"
    if is_flow(source, mapping):
        return in_brackets(mapping, before[-1] if before else None, written)
    first = entries[0][1].key.start
    indent = " " * (source.position(first).column - 1)
    end = found[0] if (found := LINE_BREAK.search(source.text)) else "\n"
    if not before:
        return Edit(Span(first, first), f"{written}{end}{indent}")
    at = line_end(source, stop_of(before[-1]))
    return Edit(Span(at, at), f"{end}{indent}{written}")


def in_brackets(mapping: Mapping, before: Entry | None, written: str) -> Edit:
    """The edit that writes a key in a mapping in brackets."""
    if before:
        at = stop_of(before)
        return Edit(Span(at, at), f", {written}")
    at = mapping.span.start + 1
    return Edit(Span(at, at), f"{written}, " if mapping.entries else written)


def stop_of(entry: Entry) -> int:
    """Where a key ends with its value."""
    return max(entry.key.stop, entry.node.span.stop)


def line_end(source: Source, offset: int) -> int:
    """The end of the line of an offset, before its line break."""
    found = LINE_BREAK.search(source.text, offset)
    return found.start() if found else len(source.text)


def removal(source: Source, root: Node, way: Address) -> Edit | None:
    """The edit that takes a key away; None where it is not written. Raises Unplaceable."""
    *above, key = way
    node: Node = root
    for step in above:
        match node:
            case Mapping(entries=entries) if step in entries:
                node = entries[str(step)].node
            case Row(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                return None
    if not isinstance(node, Mapping):
        raise Unplaceable(f"`{'.'.join(map(str, way))}` is an item of a list: only keys can be unset")
    if key not in node.entries:
        return None
    return without(source, node, str(key))


def without(source: Source, mapping: Mapping, key: str) -> Edit:
    """The edit that takes a written key away with its line, or with its comma. Raises Unplaceable."""
    keys = list(mapping.entries)
    place, entry = keys.index(key), mapping.entries[key]
    stop = stop_of(entry)
    if len(keys) == 1:
        raise Unplaceable(f"`{key}` is the only key there")
    if is_flow(source, mapping):
        if place:
            ahead = mapping.entries[keys[place - 1]]
            return Edit(Span(stop_of(ahead), stop), "")
        return Edit(Span(entry.key.start, mapping.entries[keys[1]].key.start), "")
    start = entry.key.start - source.position(entry.key.start).column + 1
    if source.text[start : entry.key.start].strip():
        if place:
            raise Unplaceable(f"something stands before `{key}` on its line")
        return Edit(Span(entry.key.start, mapping.entries[keys[1]].key.start), "")
    end = line_end(source, stop)
    found = LINE_BREAK.match(source.text, end)
    return Edit(Span(start, found.end() if found else end), "")
