"""Where an address stands in a text: total, so that what is missing has a place, too."""

from typing import Literal, TypeAlias

from prodops_cli.documents.node import Address, Entry, Mapping, Node, Scalar, Sequence
from prodops_cli.documents.source import Span

Part: TypeAlias = Literal["value", "key"]


def locate(root: Node, address: Address, part: Part = "value") -> Span:
    """The range of an address, or of what comes nearest to it.

    A missing key points at the key of the mapping that lacks it; at the top level at the value of `id`, else at the
    first key. A list's item that is a mapping points at its first key. A step into a shorthand (`goals: [x]` for
    `goals: [{goal: x}]`) stays where it is.
    """
    node, key = root, None
    for depth, step in enumerate(address):
        match node:
            case Mapping(entries=entries) if isinstance(step, str):
                if step not in entries:
                    return lacking(node, key) if depth else top(node)
                key, node = entries[step]
            case Sequence(items=items) if isinstance(step, int):
                if not 0 <= step < len(items):
                    return key or node.span
                key, node = None, items[step]
            case _:
                pass
    return key if key and part == "key" else written(node)


def lacking(mapping: Mapping, key: Span | None) -> Span:
    """The place of a nested mapping that lacks a key."""
    return key or written(mapping)


def top(root: Mapping) -> Span:
    """The place of a document that lacks a key: its id, else its first key."""
    named = root.entries.get("id")
    return named.node.span if named and isinstance(named.node, Scalar) else written(root)


def written(node: Node) -> Span:
    """The place of a node that is there; a mapping's is its first key, unless only an alias stands there."""
    if isinstance(node, Mapping) and node.entries:
        first: Entry = next(iter(node.entries.values()))
        return first.key if node.span.start <= first.key.start < node.span.stop else node.span
    return node.span
