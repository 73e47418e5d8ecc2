"""Reviews: the days on which owners have to look at things again; what one owner has on one day is one event."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from prodops_cli.catalog.people import People
from prodops_cli.catalog.reviews import due_on
from prodops_cli.exporters.calendar.event import Event
from prodops_cli.exporters.calendar.tell import event
from prodops_cli.exporters.material import Material
from prodops_cli.models.entity import Owned
from prodops_cli.models.kinds import KINDS

OWNED = tuple(model for model in KINDS.values() if issubclass(model, Owned))


def reviews(material: Material, people: People) -> Iterator[Event]:
    """The reviews of all that is asked for."""
    found: defaultdict[tuple[str, date], list[Owned]] = defaultdict(list)
    for model in OWNED:
        for entity in material.all(model):
            due = due_on(entity, material.catalog.settings) if entity.is_live else None
            if due and material.catalog.named[entity.kind, entity.id] is entity:
                found[entity.owner or "", due].append(entity)
    for (owner, day), entities in found.items():
        if len(entities) == 1:
            yield event(entities[0], people, "review", "review due", day)
        else:
            yield together(owner, day, entities, people)


def together(owner: str, day: date, entities: list[Owned], people: People) -> Event:
    """Several reviews of one owner in one event."""
    who = people.ask(owner)
    listed = "\n".join(f"- {each.title} ({each.kind} {each.id})" for each in entities)
    name = f"owner.{owner}.review.{day.isoformat()}"
    return Event(name, f"{who}: {len(entities)} reviews due", day, None, "review", f"owner {owner}\n{listed}")
