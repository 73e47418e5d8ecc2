"""The catalog: all documents of a tree together; who is called what, and who refers to whom."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple, TypeVar

from prodops_cli.catalog.codeowners import Codeowners
from prodops_cli.catalog.wrong import Wrong
from prodops_cli.documents.document import Document, Place
from prodops_cli.documents.source import Source
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.reference import Reference, holder, references_in
from prodops_cli.models.settings import Settings

AnyEntity = TypeVar("AnyEntity", bound=Entity)
AnyMistake = TypeVar("AnyMistake", bound=Wrong)


class Mention(NamedTuple):
    """An entity that refers to another, and where."""

    by: Entity
    reference: Reference

    @property
    def place(self) -> Place:
        """Where the id is written."""
        return self.by.at(*self.reference.address)


@dataclass(frozen=True)
class Catalog:
    """Everything that was read. Loading never fails for what is written in it: that is in `wrong`."""

    settings: Settings
    settings_document: Document
    entities: tuple[Entity, ...]
    wrong: tuple[Wrong, ...]
    files: tuple[str, ...]
    guessed: frozenset[tuple[str, str]]
    """Kinds and ids that unreadable documents probably have: what refers to them is no mistake."""
    reviewers: Codeowners | None = None
    """Who reviews what in the repository, as its CODEOWNERS says; None where it has none."""

    @classmethod
    def refused(cls, wrong: tuple[Wrong, ...]) -> "Catalog":
        """A catalog of which nothing could be read, because its settings are wrong."""
        return cls(Settings(), Document(Source("", "", ""), 0, None, {}), (), wrong, (), frozenset())

    def all(self, kind: type[AnyEntity]) -> tuple[AnyEntity, ...]:
        """All entities of a kind (`Entity` and `Owned` are kinds, too), by path."""
        return self._by_class.get(kind, ())

    def get(self, kind: type[AnyEntity], id: str | None) -> AnyEntity | None:
        """The entity of a kind that has an id."""
        found = self.named.get((kind.kind, id)) if id is not None else None
        return found if isinstance(found, kind) else None

    def wrongs(self, kind: type[AnyMistake]) -> tuple[AnyMistake, ...]:
        """The mistakes of a sort."""
        return tuple(wrong for wrong in self.wrong if isinstance(wrong, kind))

    def mentions(self, entity: Entity) -> tuple[Mention, ...]:
        """Who refers to an entity, by path."""
        return self._mentions.get((entity.kind, entity.id), ())

    def is_known(self, kind: str, id: str) -> bool:
        """Whether an id exists, or would if its document could be read."""
        return (kind, id) in self.named or (kind, id) in self.guessed

    @cached_property
    def named(self) -> Mapping[tuple[str, str], Entity]:
        """Entities by kind and id; of several with one id the first."""
        return {(entity.kind, entity.id): entity for entity in reversed(self.entities)}

    def ids(self, kind: str) -> frozenset[str]:
        """All ids of a kind."""
        return self._ids.get(kind, frozenset())

    @cached_property
    def _ids(self) -> Mapping[str, frozenset[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for kind, id in self.named:
            found[kind].add(id)
        return {kind: frozenset(ids) for kind, ids in found.items()}

    @cached_property
    def references(self) -> tuple[Mention, ...]:
        """Every reference of every entity."""
        return tuple(Mention(entity, found) for entity in self.entities for found in references_of(entity))

    def entity_at(self, place: Place) -> Entity | None:
        """The entity in whose document a place is."""
        document = place.document
        return self._by_document.get((document.source.path, document.index, document.item)) if document else None

    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many entities there are of each kind that there is any of."""
        return tuple((kind, len(found)) for kind, model in KINDS.items() if (found := self.all(model)))

    @cached_property
    def _by_class(self) -> Mapping[type[Entity], tuple[Any, ...]]:
        found: defaultdict[type[Entity], list[Any]] = defaultdict(list)
        for entity in self.entities:
            for model in kinds_of(type(entity)):
                found[model].append(entity)
        return {model: tuple(entities) for model, entities in found.items()}

    @cached_property
    def _mentions(self) -> Mapping[tuple[str, str], tuple[Mention, ...]]:
        found: defaultdict[tuple[str, str], list[Mention]] = defaultdict(list)
        for mention in self.references:
            _, kind, id = mention.reference
            found[kind, id].append(mention)
        return {key: tuple(mentions) for key, mentions in found.items()}

    @cached_property
    def _by_document(self) -> Mapping[tuple[str, int, int | None], Entity]:
        documents = ((entity.document, entity) for entity in self.entities)
        return {(document.source.path, document.index, document.item): entity for document, entity in documents}


@cache
def kinds_of(model: type[Entity]) -> tuple[type[Entity], ...]:
    """The kinds that a kind belongs to: itself, and what it is made from."""
    return tuple(each for each in model.__mro__ if issubclass(each, Entity))


def references_of(entity: Entity) -> Iterator[Reference]:
    """The references of an entity; one to the same kind names it."""
    for found in references_in(entity, holder(type(entity))):
        yield found if found.kind != "same" else Reference(found.address, entity.kind, found.id)
