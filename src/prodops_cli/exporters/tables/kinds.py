"""A table for each kind, and one for each list of parts that its documents hold."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from itertools import groupby
from typing import Final

from prodops_cli.catalog.people import People
from prodops_cli.exporters.material import Material
from prodops_cli.exporters.tables.fields import Field, cell, fields, text
from prodops_cli.exporters.tables.table import Cell, Column, Row, Table, Type
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.part import Part
from prodops_cli.models.tool import Tool

PATH: Final = Column("path", Type.TEXT, "The file that it is written in, from the catalog's root.")
IS_LIVE: Final = Column("is_live", Type.BOOLEAN, "Whether it is in use on the day of the export.")
TEAM: Final = Column("team", Type.TEXT, "The team that answers for it: its owner, or the owner's.")
POSITION: Final = Column("position", Type.INTEGER, "Its place in the list, from 1.")
ROLE: Final = Column("role", Type.TEXT, "In which of several lists it stands.")
KIND: Final = Column("kind", Type.TEXT, "The kind of document.")
ID: Final = Column("id", Type.TEXT, "The id of the document.")

MORE: Final = {
    "experiment": (
        Column("first_day", Type.DATE, "The day on which it began, or is to begin, in the catalog's time zone."),
        Column("last_day", Type.DATE, "The last day on which it runs, or was to run."),
    ),
    "tool": (
        Column("yearly_amount", Type.REAL, "What all seats cost in a year, in cost_currency."),
        Column("decide_by", Type.DATE, "The last day on which one can give notice before the renewal."),
    ),
}
"""What follows from a document's keys."""


def kind_tables() -> Iterator[Table]:
    """All tables of the kinds."""
    for model in KINDS.values():
        yield kind_table(model)
        for lists in sides(model):
            yield side_table(model, lists)
    yield LINKS
    yield LIST_ITEMS
    yield MAPPING_ITEMS


def kind_table(model: type[Entity]) -> Table:
    """The table of a kind."""
    is_owned = issubclass(model, Owned)
    held = tuple(each.column for each in main(model))
    columns = (*held, *MORE.get(model.kind, ()), IS_LIVE, *((TEAM,) if is_owned else ()), PATH)
    words = (model.__doc__ or "").partition("\n")[0]
    return Table(model.folder, words, columns, ("id",), partial(kind_rows, model), (("owner",),) if is_owned else ())


def kind_rows(model: type[Entity], material: Material) -> Iterator[Row]:
    """A row for each entity."""
    people = People(material.catalog)
    for each in entities(model, material):
        team = next(iter(people.teams(each.owner)), None) if isinstance(each, Owned) else None
        teams = (team.id if team else None,) if isinstance(each, Owned) else ()
        yield (
            *(field.cell(each) for field in main(model)),
            *more(each, material),
            each.is_live_on(material.today),
            *teams,
            each.document.source.path,
        )


def more(entity: Entity, material: Material) -> tuple[Cell, ...]:
    """What follows from what is written."""
    match entity:
        case Experiment():
            zone = material.catalog.settings.zone
            return entity.first_day(zone), entity.last_day(zone)
        case Tool():
            return entity.yearly[1] if entity.yearly else None, entity.contract.decide_by if entity.contract else None
        case _:
            return ()


def entities(model: type[Entity], material: Material) -> tuple[Entity, ...]:
    """The entities of a kind; of several with one id the first."""
    named = material.catalog.named
    return tuple(each for each in material.all(model) if named[each.kind, each.id] is each)


@cache
def main(model: type[Entity]) -> tuple[Field, ...]:
    """The fields that stand in a kind's own table: all but lists of parts."""
    return tuple(each for each in fields(model) if each.part is None)


def sides(model: type[Entity]) -> Iterator[tuple[Field, ...]]:
    """The lists of parts of a kind alone; those of one part that stand side by side belong together."""
    own = (each for each in fields(model) if each.part is not None and each.way not in SHARED)
    for _, found in groupby(own, key=lambda each: (each.way[:-1], each.part)):
        yield tuple(found)


def side_table(model: type[Entity], lists: tuple[Field, ...]) -> Table:
    """The table of one list, or of several that differ by their role."""
    first = lists[0]
    part = first.part or Part
    has_role = len(lists) > 1
    inner = tuple(each.column for each in fields(part))
    of = Column(f"{model.kind}_id", Type.TEXT, f"The {model.kind}.")
    keys = (of.name, *((ROLE.name,) if has_role else ()), POSITION.name)
    columns = (of, *((ROLE,) if has_role else ()), POSITION, *inner)
    name = "_".join((model.kind, *(first.keys[:-1] if has_role else first.keys)))
    words = (part.__doc__ or "").partition("\n")[0]
    return Table(name, words, columns, keys, partial(side_rows, model, lists))


def side_rows(model: type[Entity], lists: tuple[Field, ...], material: Material) -> Iterator[Row]:
    """A row for each item."""
    for entity in entities(model, material):
        for field in lists:
            role = (field.keys[-1],) if len(lists) > 1 else ()
            inner = fields(field.part or Part)
            for position, item in enumerate(field.value(entity) or (), 1):
                yield (entity.id, *role, position, *(each.cell(item) for each in inner))


def of_all(rows: Callable[[Entity], Iterable[Row]]) -> Callable[[Material], Iterator[Row]]:
    """The rows of the entities of all kinds, behind the kind and the id of each."""

    def made(material: Material) -> Iterator[Row]:
        for model in KINDS.values():
            for entity in entities(model, material):
                yield from ((entity.kind, entity.id, *row) for row in rows(entity))

    return made


def link_rows(entity: Entity) -> Iterator[Row]:
    """A row for each link."""
    for position, link in enumerate(entity.links or (), 1):
        yield position, link.title, link.url


def list_rows(entity: Entity) -> Iterator[Row]:
    """A row for each item without parts."""
    for field in fields(type(entity)):
        if field.is_list and field.part is None:
            for position, item in enumerate(field.value(entity) or (), 1):
                yield ".".join(field.keys), position, text(cell(item))


def mapping_rows(entity: Entity) -> Iterator[Row]:
    """A row for each key of a mapping whose keys may have any name."""
    for field in fields(type(entity)):
        if field.is_mapping:
            yield from (
                (".".join(field.keys), key, text(cell(value))) for key, value in (field.value(entity) or {}).items()
            )


FIELD: Final = Column("field", Type.TEXT, "The key that holds it, such as capabilities.")
SHARED: Final = (("links",),)
LINKS: Final = Table(
    "links",
    "Where to read more.",
    (
        KIND,
        ID,
        POSITION,
        Column("title", Type.TEXT, "What people read."),
        Column("url", Type.TEXT, "Where it leads."),
    ),
    ("kind", "id", "position"),
    of_all(link_rows),
)
LIST_ITEMS: Final = Table(
    "list_items",
    "Every item of every list of words: tags, surfaces, capabilities, members and so on.",
    (KIND, ID, FIELD, POSITION, Column("value", Type.TEXT, "The item.")),
    ("kind", "id", "field", "position"),
    of_all(list_rows),
    (("field", "value"),),
)
MAPPING_ITEMS: Final = Table(
    "mapping_items",
    "Every key of the mappings whose keys may have any name: external, exposures.",
    (
        KIND,
        ID,
        FIELD,
        Column("key", Type.TEXT, "The key, such as a system or a variant."),
        Column("value", Type.TEXT, "What it holds."),
    ),
    ("kind", "id", "field", "key"),
    of_all(mapping_rows),
)
