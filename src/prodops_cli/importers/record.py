"""A record: one thing that a source tells of, and where each of its values stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from prodops_cli.documents.node import Address, Value
from prodops_cli.documents.source import Source, Span
from prodops_cli.importers.broken import Broken, place

Spans: TypeAlias = Callable[[Address], Span]


@dataclass(frozen=True, slots=True)
class Record:
    """The values of a record; `spans` finds them in the source, `address` is where it begins there."""

    value: Mapping[str, Value]
    source: Source
    spans: Spans
    address: Address = ()

    def place(self, path: str = "") -> str:
        """Where a path of it stands, as `finance.csv:14:6`."""
        return place(self.source, self._span(path))

    def broken(self, path: str, problem: str, action: str) -> Broken:
        """The error that stands at a path of it."""
        return Broken(self.source, self._span(path), problem, action)

    def saying(self, value: Mapping[str, Value]) -> "Record":
        """The same record in other words."""
        return Record(value, self.source, self.spans, self.address)

    def below(self, value: Mapping[str, Value], *address: str | int) -> "Record":
        """A record inside of this one."""
        return Record(value, self.source, self.spans, (*self.address, *address))

    def _span(self, path: str) -> Span:
        step = next((way for way in ((path,), tuple(path.split("."))) if found(dict(self.value), way) is not None), ())
        return self.spans((*self.address, *step))


def found(value: Value, steps: tuple[str, ...]) -> Value:
    """What stands at the end of some steps; None where nothing does.

    In a list a number is an item, from 0 or from the end; anything else is asked of every item.
    """
    if not steps:
        return value
    first, *rest = steps
    match value:
        case dict():
            return found(value.get(first), tuple(rest))
        case list() if first.lstrip("-").isdecimal():
            return found(value[int(first)], tuple(rest)) if -len(value) <= int(first) < len(value) else None
        case list():
            return [part for item in value if (part := found(item, steps)) is not None] or None
        case _:
            return None


def at(record: Mapping[str, Value], path: str) -> Value:
    """What a record says at a dotted path; a heading may have dots itself."""
    return record[path] if path in record else found(dict(record), tuple(path.split(".")))


def record(value: Value, source: Source, spans: Spans, *address: str | int) -> Record:
    """The record that a value is. Raises Broken for what has no keys."""
    if isinstance(value, dict):
        return Record(value, source, spans, address)
    raise Record({}, source, spans, address).broken("", "a mapping was expected here", "name a file that has records")
