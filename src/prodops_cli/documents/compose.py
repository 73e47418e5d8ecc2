"""The composer: from parser events to nodes with places, under limits. The only door to the YAML parser."""

import re
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import NamedTuple, NoReturn

from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    ScalarEvent,
    StreamEndEvent,
)

from prodops_cli.documents import limits
from prodops_cli.documents.decode import FORBIDDEN
from prodops_cli.documents.node import Entry, Mapping, Node, Plain, Scalar, Sequence
from prodops_cli.documents.refusal import AliasBomb, DuplicateKey, NotYaml, Refusal, Refused, TooDeep, TooLarge
from prodops_cli.documents.scalar import LONGEST_NUMBER, resolve
from prodops_cli.documents.source import Source, Span
from prodops_cli.documents.syntax import explain, offset_of
from prodops_cli.failure import Failure

ANCHOR_AND_TAG = re.compile(r"(?:[&!]\S*\s*)+")
SCHEMA = "tag:yaml.org,2002:"
TYPES: dict[str, tuple[type, ...]] = {"int": (int,), "float": (float, int), "bool": (bool,), "null": (type(None),)}


class Stream(NamedTuple):
    """The documents of a source, and what was refused in them without making them unreadable."""

    roots: tuple[Node, ...]
    refusals: tuple[Refusal, ...]


@lru_cache(maxsize=32)
def compose(source: Source) -> Stream:
    """The nodes of a source. Raises Refused for what makes all of it unreadable.

    Only the places of documents with findings are ever asked for, so they are not kept: composing again is cheaper.
    """
    composer = Composer(source)
    try:
        return Stream(composer.documents(), tuple(composer.refusals))
    except MarkedYAMLError as error:
        raise Refused(explain(source, error)) from error


def libyaml() -> ModuleType:
    """PyYAML's binding to libyaml. Raises Failure where PyYAML was installed without it."""
    try:
        return import_module("yaml.cyaml")
    except ImportError as error:
        hint = "reinstall it from a wheel: pip install --force-reinstall --only-binary :all: PyYAML"
        raise Failure("PyYAML is installed without libyaml", hint) from error


class Composer:
    """Pulls events, one at a time, and counts what they cost."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.event = libyaml().CParser(source.text).get_event
        self.refusals: list[Refusal] = []
        self.anchors: dict[str, tuple[Node, int] | None] = {}
        self.nodes = self.expanded = self.aliases = 0

    def documents(self) -> tuple[Node, ...]:
        """The roots of all documents that hold something."""
        self.event()  # the stream's start
        roots = []
        while not isinstance(start := self.event(), StreamEndEvent):
            self.check_directives(start)
            self.anchors = {}
            roots.append(self.node(self.event(), 0))
            self.event()  # the document's end
        return tuple(roots)

    def node(self, event: Event, depth: int) -> Node:
        """The node that an event begins, with everything inside it."""
        if isinstance(event, AliasEvent):
            return self.repeat(event)
        before = self.count()
        if isinstance(event, ScalarEvent):
            node: Node = self.scalar(event)
        else:
            assert isinstance(event, CollectionStartEvent)
            if event.anchor:
                self.anchors[event.anchor] = None
            node = (
                self.mapping(event, depth + 1)
                if isinstance(event, MappingStartEvent)
                else self.sequence(event, depth + 1)
            )
        if event.anchor:
            self.anchors[event.anchor] = (node, self.expanded - before)
        return node

    def scalar(self, event: ScalarEvent) -> Scalar:
        """A scalar with its meaning; its span is what is written, quotes included, without anchor and tag."""
        span = self.span(event)
        text: str = event.value
        if len(text) > limits.SCALAR_CHARACTERS:
            self.refuse(TooLarge(self.source, span, "this text", "256 KiB"))
        if event.tag:
            return Scalar(span, self.tagged(event, span))
        if event.implicit[0]:
            return Scalar(span, self.resolve(text, span))
        if event.style == '"' and FORBIDDEN.search(text):
            self.refuse(NotYaml(self.source, span, "an escape makes an invisible character", "remove it"))
        return Scalar(span, text)

    def sequence(self, start: CollectionStartEvent, depth: int) -> Sequence:
        """A list with its items."""
        self.check_collection(start, "seq", depth)
        items = []
        while not isinstance(event := self.event(), CollectionEndEvent):
            items.append(self.node(event, depth))
        return Sequence(self.collection_span(start, event, items[-1].span if items else None), tuple(items))

    def mapping(self, start: MappingStartEvent, depth: int) -> Mapping:
        """A mapping with its entries; of a key that comes twice the first is kept."""
        self.check_collection(start, "map", depth)
        entries: dict[str, Entry] = {}
        last = None
        while not isinstance(event := self.event(), CollectionEndEvent):
            key = self.key(event)
            entry = Entry(key.span, self.node(self.event(), depth))
            last = max(entry.node.span, key.span, key=lambda span: span.stop)
            if self.is_wanted(key, entries):
                entries[str(key.value)] = entry
        return Mapping(self.collection_span(start, event, last), entries)

    def key(self, event: Event) -> Scalar:
        """The key that an event is; lists, mappings and aliases are none."""
        if isinstance(event, ScalarEvent):
            self.count()
            return self.scalar(event)
        span = Span(offset_of(event.start_mark), offset_of(event.end_mark))
        self.refuse(NotYaml(self.source, span, "a key must be text", "write a word before the `:`"))

    def is_wanted(self, key: Scalar, entries: dict[str, Entry]) -> bool:
        """Whether a key is text and new; where it is not, that is noted."""
        written = self.source.text[key.span.start : key.span.stop]
        if written == "<<":
            action = "repeat the keys, or write them once elsewhere"
            self.refusals.append(NotYaml(self.source, key.span, "merge keys (`<<`) are not YAML 1.2", action))
        elif not isinstance(key.value, str):
            problem = f"the key `{written}` is read as {'nothing' if key.value is None else type(key.value).__name__}"
            self.refusals.append(NotYaml(self.source, key.span, problem, f'quote it: "{written}"'))
        elif first := entries.get(key.value):
            self.refusals.append(DuplicateKey(self.source, key.span, key.value, first.key))
        else:
            return True
        return False

    def repeat(self, event: AliasEvent) -> Node:
        """The node that an alias stands for, placed where the alias stands."""
        span = Span(offset_of(event.start_mark), offset_of(event.end_mark))
        self.aliases += 1
        if event.anchor not in self.anchors:
            problem = f"no `&{event.anchor}` stands before `*{event.anchor}`"
            self.refuse(NotYaml(self.source, span, problem, "write the value itself"))
        anchored = self.anchors[event.anchor]
        if anchored is None:
            self.refuse(AliasBomb(self.source, span, f"`*{event.anchor}` stands inside of what it repeats"))
        node, size = anchored
        self.expanded += size
        if self.aliases > limits.ALIASES or self.expanded > limits.EXPANDED_NODES:
            self.refuse(AliasBomb(self.source, span, "the aliases of this file repeat too much"))
        return node._replace(span=span)

    def resolve(self, text: str, span: Span) -> Plain:
        """What a plain scalar means."""
        try:
            return resolve(text)
        except ValueError:
            self.refuse(TooLarge(self.source, span, "this number", f"{LONGEST_NUMBER} characters"))

    def tagged(self, event: ScalarEvent, span: Span) -> Plain:
        """The value of a scalar whose type is written before it."""
        text: str = event.value
        name = (event.tag or "").removeprefix(SCHEMA)
        if name in ("!", "str"):
            return text
        value = self.resolve(text, span)
        if not isinstance(value, TYPES.get(name, ())) or (isinstance(value, bool) and name != "bool"):
            self.refuse(NotYaml(self.source, span, f"`{text}` is no `{event.tag}`", "remove the tag"))
        return float(value) if name == "float" and value is not None else value

    def check_directives(self, start: Event) -> None:
        """Only YAML 1.2, without tags of one's own."""
        assert isinstance(start, DocumentStartEvent)
        span = Span(offset_of(start.start_mark), offset_of(start.end_mark))
        if start.version not in (None, (1, 2)):
            self.refuse(NotYaml(self.source, span, "only YAML 1.2 is read", "remove the `%YAML` line"))
        if start.tags:
            self.refuse(NotYaml(self.source, span, "tags are not read", "remove the `%TAG` line"))

    def check_collection(self, start: CollectionStartEvent, name: str, depth: int) -> None:
        """No tag but the collection's own, and not too deep."""
        span = Span(offset_of(start.start_mark), offset_of(start.end_mark))
        if depth > limits.LEVELS:
            self.refuse(TooDeep(self.source, span, limits.LEVELS))
        if start.tag not in (None, "!", SCHEMA + name):
            self.refuse(NotYaml(self.source, span, f"the tag `{start.tag}` is not read", "remove it"))

    def span(self, event: ScalarEvent | CollectionStartEvent) -> Span:
        """What an event takes in the text, without anchor and tag, and without the line break behind a block."""
        start, stop = offset_of(event.start_mark), offset_of(event.end_mark)
        text = self.source.text
        if event.anchor or event.tag:
            found = ANCHOR_AND_TAG.match(text, start, stop)
            start = found.end() if found else start
        while stop > start and text[stop - 1] in "\r\n":
            stop -= 1
        return Span(start, stop)

    def collection_span(self, start: CollectionStartEvent, end: Event, last: Span | None) -> Span:
        """From the first character to the last; a block ends with its last item, not with the comments below."""
        if start.flow_style or last is None:
            return Span(self.span(start).start, offset_of(end.end_mark))
        begin = self.span(start).start
        return Span(begin, max(begin, last.stop))

    def count(self) -> int:
        """Counts one node more; how many there were before."""
        self.nodes += 1
        self.expanded += 1
        if self.nodes > limits.NODES:
            self.refuse(TooLarge(self.source, Span(0, 0), "this file", f"{limits.NODES:,} values"))
        return self.expanded - 1

    def refuse(self, refusal: Refusal) -> NoReturn:
        """Gives up on the whole source."""
        raise Refused(refusal)
