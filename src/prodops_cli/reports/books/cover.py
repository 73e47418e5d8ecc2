"""Covers: how every book begins and ends."""

from collections.abc import Iterable
from typing import TypedDict, TypeVar

from prodops_cli.models.entity import Entity
from prodops_cli.phrases import count, weekday
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.unread import unread

AnyEntity = TypeVar("AnyEntity", bound=Entity)


class Cover(TypedDict):
    """How a book begins and ends."""

    title: str
    organisation: str
    """Its name; it may be empty."""
    today: str
    """The day from which it is seen."""
    contents: list[Link]
    """What is where."""
    unread: str
    """Which files could not be read; empty where all could."""
    commit: str
    """From which it was made; empty for the work tree."""
    documents: str


def cover(edition: Edition, title: str, contents: list[Link]) -> Cover:
    """The title, the day from which it is seen, what is where, and from what it was made."""
    origin = edition.origin
    return {
        "title": title,
        "organisation": edition.catalog.settings.catalog.name or "",
        "today": f"{weekday(edition.today, edition.today)} {edition.today.year}",
        "contents": contents,
        "unread": unread(edition),
        "commit": origin.commit[:10] if origin.commit else "",
        "documents": count(len(edition.catalog.entities), "document"),
    }


def heading(name: str, anchor: str = "") -> Link:
    """A line of the contents; our own headings are known by their words."""
    return {"name": name, "link": f"#{anchor or name.lower().replace(' ', '-').replace(',', '')}"}


def by_name(entities: Iterable[AnyEntity]) -> list[AnyEntity]:
    """As people look them up."""
    return sorted(entities, key=lambda each: (each.title.casefold(), each.id, each.document.source.path))
