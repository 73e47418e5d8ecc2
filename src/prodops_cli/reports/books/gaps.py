"""Gaps: what nobody answers for."""

from collections.abc import Iterator
from typing import Final, TypedDict

from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner
from prodops_cli.reports.books.cover import by_name
from prodops_cli.reports.books.entry import Book, cited
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

BOOK: Final[Book] = "owners"


class Gap(TypedDict):
    """Something that lacks somebody who is there."""

    what: Link
    sort: str
    why: str


def gaps(edition: Edition) -> Iterator[Gap]:
    """One for each thing in use, place or team that lacks somebody who is there, with why."""
    for each in by_name(edition.catalog.all(Owned)):
        if each.is_live_on(edition.today) and (why := unanswered(each.owner, edition)):
            yield {"what": cited(each, edition, BOOK), "sort": each.kind, "why": why}
    for surface, said in sorted(edition.catalog.settings.surfaces.items()):
        if why := unanswered(said.owner, edition):
            yield {"what": {"name": surface, "link": ""}, "sort": "place", "why": why}
    for team in by_name(edition.catalog.all(Owner)):
        if team.type == "team" and not team.is_gone and (why := headless(team, edition)):
            yield {"what": cited(team, edition, BOOK), "sort": "team", "why": why}


def unanswered(id: str | None, edition: Edition) -> str:
    """Why nobody answers; empty where somebody does."""
    if id is None:
        return "names no owner"
    owner = edition.catalog.get(Owner, id)
    if owner is None:
        return f"nobody is called {id}" if not edition.catalog.is_known("owner", id) else ""
    gone = owner.farewell(edition.today)
    return f"{owner.title} {gone}".replace("`", "") if gone else ""


def headless(team: Owner, edition: Edition) -> str:
    """Why nobody leads a team."""
    why = unanswered(team.lead, edition)
    return "nobody leads it" if team.lead is None else f"its lead is missing: {why}" if why else ""
