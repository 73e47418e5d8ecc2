"""Legacies: what still belongs to somebody who is gone, and who could take it over."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from prodops_cli.models.entity import Owned
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.owner import Owner
from prodops_cli.phrases import count, listing
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated, this_friday
from prodops_cli.reports.words.counts import counted

WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Legacy:
    """What somebody left behind, by path; `heir` is None where nobody is known who could take it."""

    owner: Owner
    heir: Owner | None
    things: tuple[Owned, ...]


def legacies(edition: Edition) -> tuple[Legacy, ...]:
    """One for each who is gone and still owns something that is in use, the largest first."""
    found: defaultdict[str, list[Owned]] = defaultdict(list)
    for each in edition.catalog.all(Owned):
        owner = edition.catalog.get(Owner, each.owner)
        if owner and each.is_live_on(edition.today) and owner.farewell(edition.today):
            found[owner.id].append(each)
    owners = ((edition.catalog.get(Owner, id), things) for id, things in found.items())
    left = (Legacy(owner, heir(owner, edition), tuple(things)) for owner, things in owners if owner)
    return tuple(sorted(left, key=lambda legacy: (-len(legacy.things), legacy.owner.id)))


def heir(owner: Owner, edition: Edition) -> Owner | None:
    """Who took over from somebody, else who leads a team of theirs, if they are still there."""
    leads = (edition.catalog.get(Owner, team.lead) for team in edition.people.teams(owner.id))
    candidates = (edition.people.answering(owner.id), *leads)
    return next((each for each in candidates if each and not each.farewell(edition.today)), None)


def legacy_matters(edition: Edition) -> Iterator[Matter]:
    """One decision for each who is gone; no day presses, so that those with a day come first."""
    by = this_friday(edition.today) + WEEK
    for legacy in legacies(edition):
        number = len(legacy.things)
        kinds = Counter(thing.kind for thing in legacy.things)
        sorts = listing([counted(kinds[kind], kind) for kind in KINDS if kinds[kind]])
        belong = f"{count(number, 'thing')} still {'belongs' if number == 1 else 'belong'}"
        it = "it" if number == 1 else "them"
        yield Matter(
            what=f"Hand-over from {legacy.owner.title}",
            who=edition.people.who(legacy.heir.id) if legacy.heir else "",
            by=by,
            when=dated(by, edition.today),
            text=f"{belong} to {legacy.owner.title}, {parting(legacy, edition)}: {sorts}.",
            option=f"hand {it} over to {legacy.heir.title}." if legacy.heir else f"name somebody who answers for {it}.",
            owners=(legacy.owner.id, legacy.heir.id if legacy.heir else None),
        )


def parting(legacy: Legacy, edition: Edition) -> str:
    """`who left on 31 Jul`, `which is part of Checkout now`."""
    owner = legacy.owner
    if owner.merged_into and legacy.heir:
        return f"which is part of {legacy.heir.title} now"
    return f"{'which' if owner.type == 'team' else 'who'} {owner.farewell(edition.today)}"
