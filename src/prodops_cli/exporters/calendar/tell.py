"""Telling: events of an entity, by what they are known, and what they say of it."""

from datetime import date

from prodops_cli.catalog.people import People
from prodops_cli.exporters.calendar.event import Event
from prodops_cli.models.entity import Owned


def event(
    entity: Owned, people: People, what: str, says: str, day: date, last: date | None = None, *, tentative: bool = False
) -> Event:
    """An event of an entity: `what` is its category, and the only one of it; `says` is what happens."""
    name = f"{entity.kind}.{entity.id}.{what}"
    return Event(name, f"{entity.title}: {says}", day, last, what, described(entity, people), tentative)


def one_of(entity: Owned, people: People, what: str, says: str, day: date, more: str = "") -> Event:
    """An event of a category of which an entity has several: the day tells them apart."""
    name = f"{entity.kind}.{entity.id}.{what}.{day.isoformat()}"
    return Event(name, f"{entity.title}: {says}", day, None, what, f"{described(entity, people)}{more}")


def described(entity: Owned, people: People) -> str:
    """What an event is about, and whom to ask."""
    about = (f"{entity.kind} {entity.id}", f"Owner: {people.ask(entity.owner)}", entity.description)
    return "\n".join(part for part in about if part)
