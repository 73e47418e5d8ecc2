"""Symbols: what a file holds, and what a catalog holds, by their names."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place
from prodops_cli.documents.node import Mapping
from prodops_cli.documents.source import Span
from prodops_cli.models.entity import Entity

MOST = 100


class Symbol(NamedTuple):
    """What is called something: its name, more about it, its range, and that of the name."""

    name: str
    detail: str
    span: Span
    chosen: Span
    parts: tuple["Symbol", ...] = ()


def outline(catalog: Catalog, path: str) -> Iterator[Symbol]:
    """The entities of a file, and the keys that they say."""
    for entity in catalog.entities:
        if entity.document.source.path == path:
            node = entity.document.node
            parts = tuple(keys_of(node)) if isinstance(node, Mapping) else ()
            chosen = entity.at("id").span
            around = Span(min(node.span.start, chosen.start), max(node.span.stop, chosen.stop))
            yield Symbol(entity.id or path, entity.name or entity.kind, around, chosen, parts)


def keys_of(node: Mapping) -> Iterator[Symbol]:
    """The keys of a mapping with what they hold."""
    for name, (key, value) in node.entries.items():
        span = Span(key.start, max(key.stop, value.span.stop)) if value.span.start >= key.start else key
        yield Symbol(name or "''", "", span, key)


def matching(catalog: Catalog, query: str) -> Iterator[tuple[Entity, Place]]:
    """The entities whose id or name holds what is asked for, as many as anybody reads."""
    wanted = query.casefold().strip()
    found = (
        (entity, entity.at("id"))
        for entity in catalog.entities
        if wanted in entity.id.casefold() or wanted in (entity.name or "").casefold()
    )
    return islice(found, MOST)
