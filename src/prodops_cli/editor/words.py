"""Words: the values that may be written at a place."""

from collections.abc import Iterator
from itertools import dropwhile
from pathlib import PurePosixPath

from prodops_cli.catalog.bearings import status_of
from prodops_cli.catalog.selection import surfaces
from prodops_cli.editor.place import Here, steps, words_in
from prodops_cli.editor.suggestion import Suggestion
from prodops_cli.fixes.rename import spelled
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.settings import AttributeSettings
from prodops_cli.models.shape import inside
from prodops_cli.models.values import Surface

LISTED = ("in", "not_in")


def values(here: Here) -> Iterator[Suggestion]:
    """The values that the models and the catalog know for a place."""
    if steps(here.cursor.address) == ("id",):
        stem = PurePosixPath(here.source.path).stem
        yield Suggestion("word", stem, spelled(stem), "as the file is called")
    elif kind := here.refers_to:
        yield from (named(entity) for entity in here.catalog.entities if entity.kind == kind)
    elif attribute := attribute_at(here):
        yield from values_of(attribute)
    else:
        yield from plain(here)


def named(entity: Entity) -> Suggestion:
    """An entity, by its id; what is retired comes last."""
    owner = entity.owner if isinstance(entity, Owned) else None
    state = "" if entity.is_live else status_of(entity)
    detail = " · ".join(filter(None, (entity.name, owner, state)))
    return Suggestion("id", entity.id, spelled(entity.id), detail, "", 0 if entity.is_live else 2, not entity.is_live)


def plain(here: Here) -> Iterator[Suggestion]:
    """The words of a type that takes no others, truth values, and surfaces."""
    marks = tuple(inside(here.annotation))
    yield from (Suggestion("word", word, word) for word in words_in(here.annotation))
    if bool in marks and str not in marks:
        yield from (Suggestion("word", word, word) for word in ("true", "false"))
    if Surface in marks:
        declared = here.catalog.settings.surfaces
        for each in sorted(set(surfaces(here.catalog))):
            owner = declared[each].owner if each in declared else None
            yield Suggestion("surface", each, each, owner or "", rank=0 if each in declared else 1)


def attribute_at(here: Here) -> AttributeSettings | None:
    """The attribute whose values stand at a place in an audience."""
    inner = tuple(dropwhile(lambda step: step != "audience", steps(here.cursor.address)))[1:]
    name, *more = [step for step in inner if step != "any_of"] or [""]
    is_value = not more or (len(more) == 1 and more[0] in LISTED)
    return here.catalog.settings.attributes.get(name) if is_value else None


def values_of(attribute: AttributeSettings) -> Iterator[Suggestion]:
    """The values that are declared of an attribute."""
    if attribute.type == "bool":
        yield from (Suggestion("word", word, word) for word in ("true", "false"))
    for value in attribute.values or ():
        text = spelled(value) if isinstance(value, str) else str(value)
        yield Suggestion("word", str(value), text, parent(attribute, str(value)))


def parent(attribute: AttributeSettings, value: str) -> str:
    """What contains a value; empty for nothing."""
    return f"in {attribute.parents[value]}" if value in attribute.parents else ""
