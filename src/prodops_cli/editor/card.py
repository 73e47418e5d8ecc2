"""A card: who or what an entity is, as Markdown, in the few lines that one reads in passing."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from prodops_cli.catalog.bearings import days_of, status_of
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.stakes import stakes_of
from prodops_cli.escape import markdown, terminal
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.outputs.look import Look
from prodops_cli.phrases import day, days, listing
from prodops_cli.views.uses import uses

WIDE: Final = Look(width=10_000)
TICKS = re.compile("`+")
LONGEST: Final = 600
"""Of a description, so many characters are shown."""


def card(entity: Entity, catalog: Catalog, today: date) -> Iterator[str]:
    """The paragraphs of a card."""
    yield f"**{markdown(entity.title)}** · {entity.kind} {markdown(entity.id)}"
    if facts := [markdown(fact) for fact in facts_of(entity, catalog, today) if fact]:
        yield ", ".join(facts)
    if entity.description:
        yield markdown(shortened(entity.description))
    if isinstance(entity, Metric) and entity.definition and entity.definition.expression:
        yield fenced(entity.definition.expression, entity.definition.language or "")
    users = uses(entity, catalog, WIDE) if catalog.mentions(entity) else ()
    yield "\n".join(("Used by", *(f"- {markdown(line.strip())}" for line in users))) if users else "Used by nothing"


def facts_of(entity: Entity, catalog: Catalog, today: date) -> Iterator[str]:
    """Where it stands, whose it is, and what comes next."""
    yield status_of(entity).replace("_", " ")
    if isinstance(entity, Owner):
        yield from about_owner(entity, catalog, today)
    if isinstance(entity, Experiment):
        yield from about_experiment(entity, catalog, today)
    if isinstance(entity, Metric):
        yield f"{entity.direction} is good" if entity.direction in ("increase", "decrease") else ""
        yield f"in {entity.unit}" if entity.unit else ""
    if isinstance(entity, Owned) and entity.owner:
        yield f"owner {whom(entity.owner, catalog, today)}"
    stakes = stakes_of(entity, today, catalog.settings.zone)
    if stakes and stakes.day and not isinstance(entity, Experiment):
        yield (
            f"{stakes.what} on {day(stakes.day, today)}"
            if stakes.what != "decide by"
            else (f"decide by {day(stakes.day, today)}")
        )


def about_owner(owner: Owner, catalog: Catalog, today: date) -> Iterator[str]:
    """A person or team: whom to ask, and where."""
    lead = catalog.get(Owner, owner.lead)
    yield owner.type or ""
    yield f"led by {lead.title}" if lead else ""
    yield f"in {listing([team.title for id in owner.teams if (team := catalog.get(Owner, id))])}" if owner.teams else ""
    yield owner.channel or ""
    yield owner.farewell(today)


def about_experiment(experiment: Experiment, catalog: Catalog, today: date) -> Iterator[str]:
    """When it runs, where, and by what it is judged."""
    first, last = days_of(experiment, catalog.settings.zone)
    if first and last:
        yield days(first, last, today)
    elif first:
        yield f"from {day(first, today)} on"
    yield f"on {listing(experiment.surfaces)}" if experiment.surfaces else ""
    yield f"judged by {listing(tuple(experiment.judged_by('primary')))}" if experiment.metrics else ""


def whom(id: str, catalog: Catalog, today: date) -> str:
    """An owner as one would ask for them: `Checkout, #team-checkout`."""
    owner = catalog.get(Owner, id)
    if owner is None:
        return f"{id}, whom nobody knows"
    gone = owner.farewell(today)
    return f"{owner.title}{f' ({owner.channel})' if owner.channel else ''}{f', who {gone}' if gone else ''}"


def shortened(text: str) -> str:
    """A text that is no longer than people read in passing."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def fenced(text: str, language: str) -> str:
    """A calculation, letter by letter, in a fence that nothing in it closes."""
    fence = "`" * max(3, 1 + max(map(len, TICKS.findall(text)), default=0))
    lines = "\n".join(map(terminal, shortened(text).splitlines()))
    return f"{fence}{language if language in ('sql', 'dax') else ''}\n{lines}\n{fence}"
