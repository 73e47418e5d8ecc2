"""Retirement: what is on its way out or gone, and what is there in its place."""

from prodops_cli.catalog.catalog import Catalog, references_of
from prodops_cli.models.entity import Entity
from prodops_cli.models.layer import Layer
from prodops_cli.models.metric import Metric
from prodops_cli.models.practice import Practice
from prodops_cli.models.tool import Tool


def retirement(entity: Entity) -> str:
    """How it says that it is on its way out, or gone; empty where it is not."""
    if isinstance(entity, Metric) and entity.status in ("deprecated", "removed"):
        return entity.status
    return "retired" if isinstance(entity, Tool | Layer | Practice) and entity.status == "retired" else ""


def replacement(entity: Entity, catalog: Catalog) -> Entity | None:
    """Where `replaced_by` leads in the end; None where that is not in use either."""
    seen: set[str] = set()
    new: Entity | None = entity
    while new and retirement(new) and new.id not in seen:
        seen.add(new.id)
        new = catalog.named.get((new.kind, new.replaced_by or ""))
    return new if new and not retirement(new) else None


def successor(entity: Entity, by: Entity, catalog: Catalog) -> Entity | None:
    """What somebody who names it could name in its place; None where there is nothing, or it is named there already."""
    new = replacement(entity, catalog)
    is_named = new is not None and (new is by or any(each.id == new.id for each in references_of(by)))
    return None if is_named else new
