"""Reviews: what an owner has to read again, to say whether it is still true."""

from datetime import timedelta
from typing import Final, TypedDict

from prodops_cli.catalog.reviews import due_on
from prodops_cli.models.entity import Owned
from prodops_cli.phrases import count, day
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

SOON: Final = timedelta(days=14)
MOST: Final = 12


class Review(TypedDict):
    """Something that has to be read again."""

    thing: Link
    due: str


class Reviews(TypedDict):
    """All of it, the one that waits longest first."""

    rows: list[Review]
    more: int


def reviews(mine: frozenset[str], edition: Edition) -> Reviews:
    """What is due within a fortnight, or was due before."""
    settings = edition.catalog.settings
    live = (each for each in edition.catalog.all(Owned) if each.owner in mine and each.is_live_on(edition.today))
    dated = [(due, each) for each in live if (due := due_on(each, settings)) and due <= edition.today + SOON]
    dated.sort(key=lambda found: (found[0], found[1].kind, found[1].id))
    rows: list[Review] = []
    for due, each in dated[:MOST]:
        late = (edition.today - due).days
        said = f"{day(due, edition.today)}, {count(late, 'day')} ago" if late > 0 else day(due, edition.today)
        rows.append({"thing": edition.links.named(each), "due": said})
    return {"rows": rows, "more": max(len(dated) - MOST, 0)}
