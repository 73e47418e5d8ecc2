"""The nodes of a document: its values, with the range of code points that each takes in the source."""

from typing import NamedTuple, TypeAlias

from prodops_cli.documents.source import Span

Plain: TypeAlias = "str | int | float | bool | None"
Value: TypeAlias = "Plain | list[Value] | dict[str, Value]"
Address: TypeAlias = tuple[str | int, ...]


class Scalar(NamedTuple):
    """A value without parts, resolved by the YAML 1.2 core schema; its span includes its quotes."""

    span: Span
    value: Plain


class Sequence(NamedTuple):
    """A list of nodes."""

    span: Span
    items: tuple["Node", ...]


class Mapping(NamedTuple):
    """Nodes by their keys, in the order of the text."""

    span: Span
    entries: dict[str, "Entry"]


class Entry(NamedTuple):
    """A key's range and the node that it names."""

    key: Span
    node: "Node"


Node: TypeAlias = "Scalar | Sequence | Mapping"


def plain(node: Node) -> Value:
    """The values of a node without their places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.node) for key, entry in node.entries.items()}


def leaves(value: Value) -> list[Plain]:
    """The values without parts that a value is made of, in no order; quick, since it is asked of every document."""
    found: list[Plain] = []
    within: list[Value] = [value]
    for part in within:  # which grows
        if isinstance(part, dict):
            within += part.values()
        elif isinstance(part, list):
            within += part
        else:
            found.append(part)
    return found
