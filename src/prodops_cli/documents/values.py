"""Reading for values alone: what nearly every document is read for, at a third of the cost of places."""

from yaml.events import AliasEvent, CollectionStartEvent, Event, ScalarEvent

from prodops_cli.documents.composer import Composer
from prodops_cli.documents.meaning import span_of
from prodops_cli.documents.node import Plain, Value
from prodops_cli.documents.refusal import NotYaml, Refused
from prodops_cli.documents.source import Source


def values(source: Source) -> tuple[Value, ...] | None:
    """The values of all documents of a source; None where anything in it is refused: reading for places says what."""
    try:
        return Values(source).documents()
    except Refused:
        return None


class Values(Composer[Value, Value]):
    """Makes plain values, and gives up at the first thing that is refused."""

    def leaf(self, event: ScalarEvent, value: Plain) -> Value:
        """The value itself."""
        return value

    def row(self, start: CollectionStartEvent, end: Event, items: list[Value]) -> Value:
        """The list itself."""
        return items

    def entry(self, key: ScalarEvent, made: Value) -> Value:
        """The value itself."""
        return made

    def table(self, start: CollectionStartEvent, end: Event, entries: dict[str, Value]) -> Value:
        """The mapping itself."""
        return entries

    def repeated(self, event: AliasEvent, made: Value) -> Value:
        """The same value."""
        return made

    def unwanted(self, key: ScalarEvent, value: Plain, entries: dict[str, Value]) -> None:
        """Gives up: only places can say what is wrong with a key."""
        raise Refused(NotYaml(self.source, span_of(key), "", ""))
