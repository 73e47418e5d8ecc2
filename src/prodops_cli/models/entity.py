"""An entity: what every kind of document has."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, TypeAlias

from prodops_cli.documents.document import Document, Place
from prodops_cli.documents.locate import Part as PlacePart
from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part
from prodops_cli.models.reference import OwnerRef, SameKindRef
from prodops_cli.models.values import Day, Duration, Slug, Text

Condition: TypeAlias = tuple[Address, str]
"""An address that must be written, and why."""


class Link(Part):
    """A link to something elsewhere."""

    title: Text | None
    """What people read."""
    url: Text | None
    """Where it leads."""

    @property
    def known_as(self) -> str:
        """Where it leads."""
        return self.url or ""


class Entity(Part):
    """One document of a catalog, with the place of each of its values."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    smallest: ClassVar[dict[str, str]] = {"name": "Something"}
    """What the smallest valid document of the kind holds beside its id."""
    # Slots, since rules ask for them at every step: private attributes take twenty times as long.
    __slots__ = ("_document", "_doubtful")

    id: Slug
    """Unique in its kind; equals the file's name where the file holds one document."""
    name: Text | None
    """What people call it."""
    description: Text | None = None
    """What it is, in sentences."""
    tags: tuple[Slug, ...] | None = None
    """Words to find it by."""
    links: tuple[Link, ...] | None = None
    """Where to read more."""
    created: Day | None = None
    """The day on which it was first written down."""
    reviewed: Day | None = None
    """When the owner last said: this is still true."""
    review_every: Duration | None = None
    """How long a review holds; a default for each kind stands in prodops.yaml."""
    replaced_by: SameKindRef | None = None
    """Where to go when this one is gone."""
    external: dict[Text, Text] | None = None
    """What it is called in other systems, so that imports find it again."""

    @property
    def document(self) -> Document:
        """The text that this entity was read from."""
        return self._document

    @property
    def doubtful(self) -> tuple[Address, ...]:
        """The addresses at which reading has found a mistake: what is missing there may be a slip."""
        return self._doubtful

    @property
    def is_live(self) -> bool:
        """Whether it is still in use; each kind knows when it no longer is."""
        return True

    @property
    def lives_until(self) -> date | None:
        """The last day on which it can be in use, whatever its status says; None where no day says so."""
        return None

    def is_live_on(self, today: date) -> bool:
        """Whether it is still in use on a day: what is history by then is not nagged."""
        return self.is_live and (self.lives_until is None or today <= self.lives_until)

    @property
    def title(self) -> str:
        """What to call it in a sentence: its name, else its id."""
        return self.name or self.id

    def at(self, *address: str | int, part: PlacePart = "value") -> Place:
        """The place of a value in the entity's text."""
        return self._document.at(*address, part=part)

    def conditions(self) -> Iterator[Condition]:
        """What this entity, as it stands, must also say, and why."""
        yield from ()

    def placed(self, document: Document, doubtful: tuple[Address, ...] = ()) -> "Entity":
        """The same entity, told where it was read."""
        self._document = document
        self._doubtful = doubtful
        return self


class Owned(Entity):
    """An entity that somebody answers for."""

    smallest: ClassVar[dict[str, str]] = Entity.smallest | {"owner": "someone"}

    owner: OwnerRef | None
    """Exactly one: the person or team that answers for it."""
