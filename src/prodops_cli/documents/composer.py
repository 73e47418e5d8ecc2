"""The composer: pulls parser events, one at a time and under limits, and makes something of them."""

from collections.abc import Iterator
from typing import Generic, NoReturn, TypeVar

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from prodops_cli.documents import limits
from prodops_cli.documents.complaint import offset_of
from prodops_cli.documents.libyaml import events
from prodops_cli.documents.meaning import refuse_tag, span_of, value_of
from prodops_cli.documents.misread import check_name, check_question, may_ask
from prodops_cli.documents.node import Plain
from prodops_cli.documents.refusal import AliasBomb, NotYaml, Refused, TooDeep, TooLarge
from prodops_cli.documents.source import Source, Span
from prodops_cli.documents.syntax import explain
from prodops_cli.documents.tag import is_read

Made = TypeVar("Made")
Kept = TypeVar("Kept")


class Composer(Generic[Made, Kept]):
    """What reading for values and reading for places have in common: they differ in what they make of an event.

    `Made` is what a node becomes, `Kept` what a mapping keeps of it beside its key.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.next = events(source.text)
        self.anchors: dict[str, tuple[Made, int] | None] = {}
        self.nodes = self.expanded = self.aliases = 0
        self.may_ask = may_ask(source)

    def leaf(self, event: ScalarEvent, value: Plain) -> Made:
        """What a scalar becomes."""
        raise NotImplementedError

    def row(self, start: CollectionStartEvent, end: Event, items: list[Made]) -> Made:
        """What a list becomes."""
        raise NotImplementedError

    def entry(self, key: ScalarEvent, made: Made) -> Kept:
        """What a mapping keeps of a key and its node."""
        raise NotImplementedError

    def table(self, start: CollectionStartEvent, end: Event, entries: dict[str, Kept]) -> Made:
        """What a mapping becomes."""
        raise NotImplementedError

    def repeated(self, event: AliasEvent, made: Made) -> Made:
        """What an alias of something becomes."""
        raise NotImplementedError

    def unwanted(self, key: ScalarEvent, value: Plain, entries: dict[str, Kept]) -> None:
        """Hears of a key that its mapping has already, that is no text, or that is `<<`."""
        raise NotImplementedError

    def documents(self) -> tuple[Made, ...]:
        """What all documents of the source become. Raises Refused."""
        try:
            return tuple(self.roots())
        except MarkedYAMLError as error:
            raise Refused(explain(self.source, error)) from error
        except ReaderError as error:  # of sources that were not decoded, but made
            span = Span(error.position, error.position + 1)
            raise Refused(NotYaml(self.source, span, "an invisible character is not allowed", "remove it")) from error

    def roots(self) -> Iterator[Made]:
        """The roots of the stream."""
        self.next()  # the stream's start
        while not isinstance(start := self.next(), StreamEndEvent):
            self.check_directives(start)
            self.anchors = {}
            yield self.node(self.next(), 0)
            self.next()  # the document's end

    def node(self, event: Event, depth: int) -> Made:
        """What an event begins, with everything inside it."""
        if isinstance(event, ScalarEvent):
            made = self.leaf(event, value_of(self.source, event))
            if event.anchor:
                self.keep(event, made, 1)
            return made
        if isinstance(event, AliasEvent):
            return self.repeat(event)
        assert isinstance(event, CollectionStartEvent)
        return self.collection(event, depth + 1)

    def collection(self, start: CollectionStartEvent, depth: int) -> Made:
        """A list or a mapping; what is inside of an anchor can't repeat it."""
        if start.anchor:
            self.anchors[start.anchor] = None
        before = self.expanded
        made = self.mapping(start, depth) if isinstance(start, MappingStartEvent) else self.sequence(start, depth)
        if start.anchor:
            self.keep(start, made, self.expanded - before + 1)
        return made

    def keep(self, event: ScalarEvent | CollectionStartEvent, made: Made, size: int) -> None:
        """Remembers what an anchor names, and how many nodes that are."""
        check_name(self.source, event)
        self.anchors[event.anchor or ""] = (made, size)

    def sequence(self, start: CollectionStartEvent, depth: int) -> Made:
        """A list with its items."""
        self.check_collection(start, "seq", depth)
        items = []
        while not isinstance(event := self.next(), SequenceEndEvent):
            items.append(self.node(event, depth))
        self.count(len(items))
        return self.row(start, event, items)

    def mapping(self, start: CollectionStartEvent, depth: int) -> Made:
        """A mapping with its entries; of a key that comes twice the first is kept."""
        self.check_collection(start, "map", depth)
        entries: dict[str, Kept] = {}
        read = 0
        while not isinstance(event := self.next(), MappingEndEvent):
            key = self.key(event)
            made = self.node(self.next(), depth)
            read += 2
            if isinstance(key, str) and key not in entries and not (key == "<<" and not event.style):
                entries[key] = self.entry(event, made)
            else:
                self.unwanted(event, key, entries)
        self.count(read)
        return self.table(start, event, entries)

    def key(self, event: Event) -> Plain:
        """What a key means; lists, mappings and aliases are none."""
        if not isinstance(event, ScalarEvent):
            action = "put it in quotes, or write a word before the `:`"
            raise Refused(NotYaml(self.source, span_of(event), "a key must be text", action))
        if self.may_ask:
            check_question(self.source, event)
        key = value_of(self.source, event)
        if event.anchor:
            self.keep(event, self.leaf(event, key), 1)
        return key

    def repeat(self, event: AliasEvent) -> Made:
        """What an alias stands for."""
        self.aliases += 1
        check_name(self.source, event)
        if event.anchor not in self.anchors:
            problem = f"no `&{event.anchor}` stands before `*{event.anchor}`"
            raise Refused(NotYaml(self.source, span_of(event), problem, "write the value itself"))
        anchored = self.anchors[event.anchor]
        if anchored is None:
            raise Refused(AliasBomb(self.source, span_of(event), f"`*{event.anchor}` stands inside of what it repeats"))
        made, size = anchored
        self.expanded += size
        if self.aliases > limits.ALIASES or self.expanded > limits.EXPANDED_NODES:
            raise Refused(AliasBomb(self.source, span_of(event), "the aliases of this file repeat too much"))
        return self.repeated(event, made)

    def check_directives(self, start: Event) -> None:
        """Only YAML 1.2, without tags of one's own."""
        assert isinstance(start, DocumentStartEvent)
        if start.version not in (None, (1, 2)):
            self.refuse_directive(start, "%YAML", "only YAML 1.2 is read")
        if start.tags:
            self.refuse_directive(start, "%TAG", "tags are not read")

    def refuse_directive(self, start: Event, name: str, problem: str) -> NoReturn:
        """A line that speaks to the parser."""
        begin = self.source.text.index(name, offset_of(start.start_mark))
        span = Span(begin, begin + len(self.source.text[begin:].splitlines()[0]))
        raise Refused(NotYaml(self.source, span, problem, f"remove the `{name}` line"))

    def check_collection(self, start: CollectionStartEvent, name: str, depth: int) -> None:
        """No tag but the collection's own, and not too deep."""
        if depth > limits.LEVELS:
            raise Refused(TooDeep(self.source, span_of(start), limits.LEVELS))
        if not is_read(start.tag, name):
            refuse_tag(self.source, start)

    def count(self, nodes: int) -> None:
        """Counts what a collection holds, keys included."""
        self.nodes += nodes
        self.expanded += nodes
        if self.nodes > limits.NODES:
            raise Refused(TooLarge(self.source, Span(0, 0), "this file", f"{limits.NODES:,} values"))
