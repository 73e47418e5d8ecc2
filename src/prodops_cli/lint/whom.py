"""Whom a problem is about: the entity in whose document it stands, also where it is only a range of a file."""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Document, Place, read
from prodops_cli.documents.refusal import Refused
from prodops_cli.models.entity import Entity


def whom(place: Place, catalog: Catalog) -> Entity | None:
    """The entity that a problem at this place is about."""
    document = place.document or document_around(place)
    return catalog.entity_at(document.at()) if document else None


def document_around(place: Place) -> Document | None:
    """The document that a line is in, or that begins below it; None where the file can't be read."""
    try:
        documents = read(place.source).documents
    except Refused:
        return None
    line = place.source.position(place.span.start).line
    ends = ((document, place.source.position(document.node.span.stop).line) for document in documents)
    last = documents[-1] if documents else None
    return next((document for document, end in ends if end >= line), last)
