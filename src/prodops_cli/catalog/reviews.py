"""Reviews: for how long what an owner said holds, and when they have to look again."""

from datetime import UTC, date

from prodops_cli.models.entity import Entity
from prodops_cli.models.settings import Settings
from prodops_cli.overlap.windows.duration import Duration


def holds_for(entity: Entity, settings: Settings) -> Duration | None:
    """How long a review of it holds; None where nothing says so."""
    by_kind = (length for kind, length in settings.review_every.items() if kind == entity.kind)
    return entity.review_every or next(by_kind, None)


def due_on(entity: Entity, settings: Settings) -> date | None:
    """The day on which it must be reviewed again; None where nothing says so."""
    return until(entity.reviewed, holds_for(entity, settings))


def until(day: date | None, every: Duration | None) -> date | None:
    """The last day on which it holds what was said on a day; they are counted by the calendar, whatever the zone."""
    return every.after(day, UTC).date() if day and every else None


def is_overdue(entity: Entity, settings: Settings, today: date) -> bool:
    """Whether nobody has said for too long that it is still true: since its review, or since it was written."""
    due = until(entity.reviewed or entity.created, holds_for(entity, settings))
    return due is not None and due < today and entity.is_live_on(today)
