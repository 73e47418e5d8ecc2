"""Whom a problem is about: the entity in whose document it stands, also where it is only a range of a file."""

from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.compose import compose
from prodops_cli.documents.document import Document, Place, split
from prodops_cli.documents.node import plain
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.models.entity import Entity


class Layout(NamedTuple):
    """The documents of a source, and the line on which each of them ends."""

    documents: tuple[Document, ...]
    ends: tuple[int, ...]


def whom(place: Place, catalog: Catalog) -> Entity | None:
    """The entity that a problem at this place is about."""
    document = place.document or document_around(place)
    return catalog.entity_at(document.at()) if document else None


def document_around(place: Place) -> Document | None:
    """The document that a line is in, or that begins below it; None where the file can't be read."""
    documents, ends = layout(place.source)
    line = place.source.position(place.span.start).line
    return documents[min(bisect_left(ends, line), len(documents) - 1)] if documents else None


@lru_cache(maxsize=32)
def layout(source: Source) -> Layout:
    """Where the documents of a source are: found once, since thousands of problems may stand in one file."""
    try:
        roots = compose(source).roots
    except Refused:
        return Layout((), ())
    documents = tuple(split(source, tuple(map(plain, roots))))
    return Layout(documents, tuple(source.position(document.node.span.stop).line for document in documents))
