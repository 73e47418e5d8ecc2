"""Obstacles: what is in the way of a launch, in sentences."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from prodops_cli.encounters.found.launches import Collision, Disturbance
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import count, day, listing
from prodops_cli.reports.material.edition import Edition

CLOSE: Final = 7
"""How many days lie between two launches on one surface."""
Neighbours: TypeAlias = Mapping[str, Sequence[Collision]]
"""By launch: those that are too close to it."""


def neighbours(edition: Edition) -> Neighbours:
    """All that are too close to each other."""
    found: defaultdict[str, list[Collision]] = defaultdict(list)
    for each in edition.launches.collisions(CLOSE):
        found[each.earlier.id].append(each)
        found[each.later.id].append(each)
    return found


def obstacles(launch: Launch, close: Neighbours, edition: Edition) -> Iterator[str]:
    """What it meets, what it waits for, and what nobody has said of it."""
    today = edition.today
    if launch.target_date and launch.target_date < today:
        yield f"It was to go out {count((today - launch.target_date).days, 'day')} ago."
    if found := edition.launches.disturbed.get(launch.id):
        yield disturbing(found, edition)
    yield from (beside(launch, each) for each in close.get(launch.id, ()))
    yield from waiting(launch, edition)


def disturbing(found: Disturbance, edition: Edition) -> str:
    """The tests under which it would go out."""
    tests = listing([f"“{each.title}”" for each in found.tests])
    free = f" From {day(found.free_from, edition.today)} on it would disturb none." if found.free_from else ""
    return f"It falls in the middle of {tests} on {listing(found.surfaces)}.{free}"


def beside(launch: Launch, collision: Collision) -> str:
    """A launch from which nobody could tell it apart."""
    other = collision.earlier if launch.id == collision.later.id else collision.later
    when = f"{count(collision.days, 'day')} apart" if collision.days else "on the same day"
    return f"“{other.title}” changes {listing(collision.surfaces)}, too, {when}."


def waiting(launch: Launch, edition: Edition) -> Iterator[str]:
    """The launches that it depends on, and that will not be there in time."""
    for id in launch.depends_on or ():
        first = edition.catalog.get(Launch, id)
        if first is None or first.status == "launched":
            continue
        if first.is_off:
            how = "put off" if first.status == "deferred" else "cancelled"
            yield f"It depends on “{first.title}”, which was {how}."
        elif first.target_date and launch.target_date and first.target_date > launch.target_date:
            yield f"It depends on “{first.title}”, which goes out later, on {day(first.target_date, edition.today)}."
