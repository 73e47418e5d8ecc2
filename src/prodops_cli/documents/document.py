"""A document: the values of one entity's YAML, and where each of them stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from prodops_cli.documents.compose import compose
from prodops_cli.documents.locate import Part, locate
from prodops_cli.documents.node import Address, Node, Scalar, Sequence, Value, plain
from prodops_cli.documents.refusal import Refusal
from prodops_cli.documents.source import Source, Span
from prodops_cli.documents.values import values

NOTHING = Scalar(Span(0, 0), None)


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a source: `index` in its stream, and `item` where the stream's document is a list."""

    source: Source
    index: int
    item: int | None
    value: Value

    @property
    def node(self) -> Node:
        """The value with its places; of a source that holds nothing, nothing."""
        roots = compose(self.source).roots
        root = roots[self.index] if roots else NOTHING
        return root.items[self.item] if isinstance(root, Sequence) and self.item is not None else root

    def span(self, address: Address, part: Part = "value") -> Span:
        """The range of an address in the source; never fails (see `locate`)."""
        return locate(self.node, address, part)

    def at(self, *address: str | int, part: Part = "value") -> "Place":
        """The place of an address in this document."""
        return Place(self.source, self, address, part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: an address in a document, or, where there is no document, a range of the source."""

    source: Source
    document: Document | None = None
    address: Address = ()
    part: Part = "value"
    exact: Span = Span(0, 0)

    @property
    def span(self) -> Span:
        """The range of code points; looked up only when it is asked for."""
        return self.document.span(self.address, self.part) if self.document else self.exact


class Reading(NamedTuple):
    """What a source holds."""

    source: Source
    roots: tuple[Value, ...]
    documents: tuple[Document, ...]
    refusals: tuple[Refusal, ...]


def read(source: Source) -> Reading:
    """The documents of a source: one, several divided by `---`, or a list of mappings. Raises Refused."""
    made = values(source)
    if made is not None:
        return reading(source, made)
    stream = compose(source)
    return reading(source, tuple(map(plain, stream.roots)), stream.refusals)


def reading(source: Source, roots: tuple[Value, ...], refusals: tuple[Refusal, ...] = ()) -> Reading:
    """What a source with these roots holds."""
    return Reading(source, roots, tuple(split(source, roots)), refusals)


def split(source: Source, roots: tuple[Value, ...]) -> Iterator[Document]:
    """A document for each root, and for each item of a root that is a list."""
    for index, root in enumerate(roots):
        if isinstance(root, list):
            yield from (Document(source, index, item, value) for item, value in enumerate(root))
        else:
            yield Document(source, index, None, root)
