"""Reading for places: every node of a source, with the range of code points that it takes."""

from functools import lru_cache
from typing import NamedTuple

from yaml.events import AliasEvent, CollectionStartEvent, Event, ScalarEvent

from prodops_cli.documents.complaint import offset_of
from prodops_cli.documents.composer import Composer
from prodops_cli.documents.meaning import span_of, written
from prodops_cli.documents.node import Entry, Mapping, Node, Plain, Scalar, Sequence
from prodops_cli.documents.refusal import DuplicateKey, NotYaml, Refusal, Refused
from prodops_cli.documents.source import Source, Span

READ_AS = {bool: "true or false", int: "a number", float: "a number", type(None): "nothing"}


class Stream(NamedTuple):
    """The documents of a source, and what was refused in them without making them unreadable."""

    roots: tuple[Node, ...]
    refusals: tuple[Refusal, ...]


def compose(source: Source) -> Stream:
    """The nodes of a source. Raises Refused for what makes all of it unreadable."""
    made = composed(source)
    if isinstance(made, Refusal):
        raise Refused(made)
    return made


@lru_cache(maxsize=32)
def composed(source: Source) -> Stream | Refusal:
    """The nodes of a source, or why there are none.

    Only the places of documents with findings are ever asked for, so that few are kept: composing again is cheaper.
    """
    places = Places(source)
    try:
        return Stream(places.documents(), tuple(places.refusals))
    except Refused as refused:
        return refused.refusal


class Places(Composer[Node, Entry]):
    """Makes nodes with their places, and collects what is wrong with keys."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.refusals: list[Refusal] = []

    def leaf(self, event: ScalarEvent, value: Plain) -> Scalar:
        """A scalar; its span is what is written, quotes included, without anchor and tag."""
        return Scalar(written(self.source, event), value)

    def row(self, start: CollectionStartEvent, end: Event, items: list[Node]) -> Sequence:
        """A list; a block ends with its last item, not with the comments below."""
        return Sequence(self.whole(start, end, items[-1].span if items else None), tuple(items))

    def entry(self, key: ScalarEvent, made: Node) -> Entry:
        """A key's range and its node."""
        return Entry(written(self.source, key), made)

    def table(self, start: CollectionStartEvent, end: Event, entries: dict[str, Entry]) -> Mapping:
        """A mapping; a block ends with its last value, not with the comments below."""
        ends = (span for entry in entries.values() for span in (entry.key, entry.node.span))
        return Mapping(self.whole(start, end, max(ends, key=lambda span: span.stop, default=None)), entries)

    def repeated(self, event: AliasEvent, made: Node) -> Node:
        """The same node, placed where the alias stands."""
        return made._replace(span=span_of(event))

    def unwanted(self, key: ScalarEvent, value: Plain, entries: dict[str, Entry]) -> None:
        """Notes what is wrong with a key; the rest of the mapping can be read all the same."""
        span = written(self.source, key)
        text = self.source.text[span.start : span.stop]
        if isinstance(value, str) and value in entries:
            self.refusals.append(DuplicateKey(self.source, span, value, entries[value].key))
        elif value == "<<":
            action = "repeat the keys, or write them once elsewhere"
            self.refusals.append(NotYaml(self.source, span, "merge keys (`<<`) are not YAML 1.2", action))
        else:
            problem = f"the key `{text}` is read as {READ_AS[type(value)]}"
            self.refusals.append(NotYaml(self.source, span, problem, f'quote it: "{text}"'))

    def whole(self, start: CollectionStartEvent, end: Event, last: Span | None) -> Span:
        """From the first character of a collection to the last."""
        begin = written(self.source, start).start
        stop = offset_of(end.end_mark) if start.flow_style or last is None else last.stop
        return Span(begin, max(begin, stop))
