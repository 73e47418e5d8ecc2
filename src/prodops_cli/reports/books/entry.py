"""Entries: where in which book something is told, so that books lead to each other."""

import re
from typing import Final, Literal, TypeAlias, TypedDict
from urllib.parse import quote

from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import WEB, Link

Book: TypeAlias = Literal["experiments", "feedback", "goals", "launches", "metrics", "owners", "scorecard", "tools"]
BOOKS: Final[dict[str, Book]] = {
    "experiment": "experiments",
    "feedback": "feedback",
    "goal": "goals",
    "launch": "launches",
    "metric": "metrics",
    "owner": "owners",
    "tool": "tools",
}
NO_ANCHOR: Final = re.compile(r"[^a-z0-9_-]+")


class Entry(TypedDict):
    """What every entry begins with."""

    anchor: str
    """What links lead to; empty for the second of two with one id."""
    name: str
    id: Link
    """Its document."""
    who: Link
    """Who answers for it."""


def anchor(entity: Entity) -> str:
    """What an entry is called within its book; names change, ids don't: `metric-orders_count`."""
    return slug(f"{entity.kind}-{entity.id}")


def slug(text: str) -> str:
    """A text as the end of an address."""
    return NO_ANCHOR.sub("-", text.lower())


def cited(entity: Entity, edition: Edition, book: Book) -> Link:
    """A name that leads to its entry, seen from a book; to its document where no book tells of it."""
    its = BOOKS.get(entity.kind)
    if its == book:
        return {"name": entity.title, "link": f"#{anchor(entity)}"}
    folder = edition.catalog.settings.report.books
    if its is None or folder is None:
        return edition.links.named(entity)
    path = quote(f"{edition.links.way}{folder.strip('/')}/{its}{edition.links.suffix}")
    return {"name": entity.title, "link": f"{path}#{anchor(entity)}"}


def named(kind: type[Entity], id: str, edition: Edition, book: Book) -> Link:
    """The name of what an id means; the id itself where it means nothing."""
    found = edition.catalog.get(kind, id)
    return cited(found, edition, book) if found else {"name": id, "link": ""}


def answering(owner: str | None, edition: Edition, book: Book) -> Link:
    """Who answers for something, leading to what else they answer for."""
    said, known = edition.people.who(owner), edition.catalog.get(Owner, owner)
    return {"name": said, "link": cited(known, edition, book)["link"] if known else ""}


def website(name: str, url: str | None) -> Link:
    """A name that leads to an address on the web; a dash where there is none."""
    return {"name": name, "link": url} if url and url.startswith(WEB) else {"name": "–", "link": ""}


def entry(entity: Entity, edition: Edition, book: Book) -> Entry:
    """What every entry begins with: its anchor, its name, its document and who answers for it."""
    return {
        "anchor": anchor(entity) if edition.catalog.get(type(entity), entity.id) is entity else "",
        "name": entity.title,
        "id": {"name": entity.id, "link": edition.links.to(entity)},
        "who": answering(getattr(entity, "owner", None), edition, book),
    }
