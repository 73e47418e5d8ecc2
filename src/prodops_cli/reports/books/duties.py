"""Duties: what somebody answers for, by kind and by role."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, TypedDict

from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool
from prodops_cli.reports.books.cover import by_name
from prodops_cli.reports.books.entry import Book, cited
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

PLURALS: Final = {"feedback": "feedback", "launch": "launches", "experiment": "tests"}


class Duty(TypedDict):
    """What somebody answers for: what sort, and which."""

    what: str
    things: list[Link]


def plural(kind: str) -> str:
    """What several of a kind are called."""
    return PLURALS.get(kind, f"{kind}s")


def duties(edition: Edition) -> Mapping[str, Mapping[str, list[Entity]]]:
    """By owner: what is in use and theirs by kind, then what they do for others, by role."""
    found: defaultdict[str, defaultdict[str, list[Entity]]] = defaultdict(lambda: defaultdict(list))
    for each in sorted(edition.catalog.all(Owned), key=lambda each: (*KINDS,).index(each.kind)):
        if each.owner and each.is_live_on(edition.today):
            found[each.owner][plural(each.kind)].append(each)
    for id, role, thing in roles(edition):
        if thing.is_live_on(edition.today):
            found[id][role].append(thing)
    return found


def roles(edition: Edition) -> Iterator[tuple[str, str, Entity]]:
    """Who does what for what others own."""
    for metric in edition.catalog.all(Metric):
        if metric.steward:
            yield metric.steward, "steward of", metric
    for tool in edition.catalog.all(Tool):
        if tool.technical_owner:
            yield tool.technical_owner, "sets up", tool
    for tool in edition.catalog.all(Tool):
        yield from ((id, "administers", tool) for id in dict.fromkeys(tool.admins or ()))
    for launch in edition.catalog.all(Launch):
        if launch.is_ahead:
            yield from ((id, "agrees to", launch) for id in dict.fromkeys(launch.approvers or ()))
            yield from (
                (id, "prepares", launch) for id in dict.fromkeys(step.owner for step in launch.open_steps) if id
            )
    for practice in edition.catalog.all(Practice):
        yield from ((id, "takes part in", practice) for id in dict.fromkeys(practice.participants or ()))


def listed(mine: Mapping[str, list[Entity]], edition: Edition, book: Book) -> list[Duty]:
    """The same as lines of a table: what, and which."""
    return [
        {"what": what, "things": [cited(each, edition, book) for each in by_name(things)]}
        for what, things in mine.items()
    ]
