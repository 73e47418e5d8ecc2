"""Bearings: the status, the places and the days of an entity of any kind, also where it does not write them."""

from datetime import date, tzinfo

from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.layer import Layer
from prodops_cli.models.owner import Owner

PLACED = (Experiment, Layer, Launch, Feedback)
"""The kinds that are about surfaces."""
TIMED = (Experiment, Goal, Launch)
"""The kinds that have days."""


def status_of(entity: Entity) -> str:
    """The status that is written, or that holds where none is; empty where nothing says it."""
    status = getattr(entity, "status", None)
    match entity:
        case Owner() if status is None:
            return "left" if entity.is_gone else "active"
        case Layer() if status is None:
            return "active"
        case _:
            return str(status or "")


def surfaces_of(entity: Entity) -> tuple[str, ...]:
    """The places that an entity is about."""
    one = (entity.surface,) if isinstance(entity, Feedback) and entity.surface else ()
    return (*(getattr(entity, "surfaces", None) or ()), *one)


def covers(entity: Entity, day: date, zone: tzinfo) -> bool:
    """Whether an entity's days have a day among them; one without an end goes on."""
    first, last = days_of(entity, zone)
    return first is not None and first <= day and (last is None or day <= last)


def days_of(entity: Entity, zone: tzinfo) -> tuple[date | None, date | None]:
    """The first and the last day of an entity; of what never took place, none."""
    match entity:
        case Experiment(status="cancelled", actual_start=None):
            return None, None
        case Experiment():
            return entity.first_day(zone), entity.last_day(zone)
        case Goal(period=period) if period:
            return period.start, period.end
        case Launch():
            return entity.day, entity.day
        case _:
            return None, None
