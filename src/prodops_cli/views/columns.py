"""The columns of `prodops list`: what matters of each kind, and any key that somebody names."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from prodops_cli.catalog.bearings import days_of, status_of, surfaces_of
from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.node import Plain
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.keys import key, values_at, written
from prodops_cli.models.launch import Launch
from prodops_cli.models.tool import Tool

Cell: TypeAlias = "Plain | date | tuple[Plain, ...]"
Reading: TypeAlias = Callable[[Entity, Catalog], Cell]

USUAL: Final = {
    "owner": ("id", "name", "type", "status", "lead", "channel"),
    "tool": ("id", "name", "owner", "status", "renewal", "yearly", "currency"),
    "metric": ("id", "name", "owner", "status", "role", "tier"),
    "experiment": ("id", "owner", "status", "starts", "ends", "surfaces"),
    "layer": ("id", "name", "owner", "status", "unit", "surfaces"),
    "goal": ("id", "name", "owner", "status", "period", "confidence"),
    "feedback": ("id", "name", "owner", "status", "received", "mentions"),
    "launch": ("id", "name", "owner", "status", "tier", "day", "ready"),
    "practice": ("id", "name", "owner", "status", "area", "cadence"),
}
SHORT: Final = {"tool": {"renewal": "contract.renewal"}}
"""Keys that are called by their last word."""
WORDS: Final = frozenset(
    ("id", "kind", "status", "outcome", "type", "role", "tier", "unit", "currency", "period", "stage")
)
"""Columns of single words."""
SPARE: Final = ("surfaces", "name")
"""Usual columns that are left out where there is no room to read them; the last first."""
LEARNED: Final = ("id", "starts", "outcome", "learnings")
"""What one wants to know of the experiments of a surface: what was tried there, and what came of it."""


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, and what stands below it for an entity."""

    name: str
    read: Reading


READINGS: Final[dict[str, dict[str, Reading]]] = {
    "": {
        "kind": lambda entity, _: entity.kind,
        "path": lambda entity, _: entity.document.source.path,
        "id": lambda entity, _: entity.id,
        "status": lambda entity, _: status_of(entity) or None,
    },
    "tool": {
        "yearly": lambda entity, _: yearly(entity)[1],
        "currency": lambda entity, _: yearly(entity)[0],
    },
    "experiment": {
        "starts": lambda entity, catalog: days_of(entity, catalog.settings.zone)[0],
        "ends": lambda entity, catalog: days_of(entity, catalog.settings.zone)[1],
        "surfaces": lambda entity, _: surfaces_of(entity) or None,
        "outcome": lambda entity, _: outcome(entity),
    },
    "goal": {"confidence": lambda entity, _: confidence(entity), "period": lambda entity, _: period(entity)},
    "launch": {
        "day": lambda entity, catalog: days_of(entity, catalog.settings.zone)[0],
        "ready": lambda entity, _: ready(entity),
    },
}


def columns_of(model: type[Entity], names: tuple[str, ...]) -> tuple[Column, ...]:
    """The columns of these names. Raises Misuse for one that the kind does not have."""
    special, short = READINGS[""] | READINGS.get(model.kind, {}), SHORT.get(model.kind, {})
    others = (*special, *short)
    return tuple(Column(name, special.get(name) or reading(model, short.get(name, name), others)) for name in names)


def shape(model: type[Entity], said: str | None, is_search: bool) -> tuple[Column, ...]:
    """The columns that are named, divided by commas; else the usual ones of the kind. Raises Misuse."""
    usual = LEARNED if is_search and model is Experiment else USUAL[model.kind]
    return columns_of(model, tuple(name.strip() for name in said.split(",") if name.strip()) if said else usual)


def reading(model: type[Entity], name: str, others: tuple[str, ...]) -> Reading:
    """How to read what is written at a dotted path. Raises Misuse."""
    path = key(model, name, others)

    def read(entity: Entity, _: Catalog) -> Cell:
        values = tuple(values_at(entity, path))
        one = values[0] if len(values) == 1 else values or None
        return as_day(one) if isinstance(one, str) else one

    return read


def as_day(text: str) -> Cell:
    """A day that is written as such; else the text."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-09-07") else text
    except ValueError:
        return text


def yearly(entity: Entity) -> tuple[str | None, float | None]:
    """The currency, and what a tool costs in a year."""
    found = entity.yearly if isinstance(entity, Tool) else None
    return (found[0] or None, found[1]) if found else (None, None)


def outcome(entity: Entity) -> str | None:
    """What was decided; where nothing is, how far the experiment is."""
    decided = entity.decision.outcome if isinstance(entity, Experiment) and entity.decision else None
    return decided or status_of(entity) or None


def confidence(entity: Entity) -> float | None:
    """How likely a goal is to be reached, as it was last said."""
    if not isinstance(entity, Goal):
        return None
    said = [
        (each.date, each.confidence) for each in entity.check_ins or () if each.date and each.confidence is not None
    ]
    return max(said)[1] if said else entity.confidence


def ready(entity: Entity) -> str | None:
    """`1 of 3`: how much of what must be done before a launch is done."""
    steps = entity.steps if isinstance(entity, Launch) else ()
    return f"{sum(not step.is_open for step in steps)} of {len(steps)}" if steps else None


def period(entity: Entity) -> Cell:
    """`2026-Q3` as it is written, or the days `2026-07-01/2026-09-30`."""
    said = written(entity, ("period",))
    if isinstance(said, str) or not isinstance(entity, Goal) or entity.period is None:
        return said if isinstance(said, str) else None
    return f"{entity.period.start or ''}/{entity.period.end or ''}"


def is_number(cell: Cell) -> bool:
    """Whether a cell is counted with, and so stands to the right."""
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def is_whole(name: str, cell: Cell) -> bool:
    """Whether a cell says nothing any more when it is cut."""
    return isinstance(cell, date) or name in WORDS
