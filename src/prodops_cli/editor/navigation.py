"""Navigation: where what is named comes from, who names it, and what becomes of all that under another name."""

from collections.abc import Iterator

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.editor.place import Here, steps
from prodops_cli.failure import Misuse
from prodops_cli.findings import Fix
from prodops_cli.fixes.rename import places, renamed, renaming
from prodops_cli.models.audience import Audience
from prodops_cli.models.shape import inside
from prodops_cli.models.values import Surface
from prodops_cli.trees.tree import Tree


def definition(here: Here) -> Place | None:
    """Where what is named has its document, or its part of the settings."""
    if entity := here.entity:
        return entity.at("id")
    settings, document = here.catalog.settings, here.catalog.settings_document
    if here.cursor.sort in ("value", "bare") and Surface in inside(here.annotation) and here.word in settings.surfaces:
        return document.at("surfaces", here.word, part="key")
    if here.cursor.sort == "key" and here.part is Audience and here.word in settings.attributes:
        return document.at("attributes", here.word, part="key")
    return None


def references(here: Here, with_definition: bool) -> Iterator[Place]:
    """Where an entity is named."""
    if entity := here.entity:
        if with_definition:
            yield entity.at("id")
        yield from places(here.catalog, entity)


def nameable(here: Here) -> Span | None:
    """The range of an id that may become another one; None where none stands."""
    return here.cursor.word if here.entity and steps(here.cursor.address) else None


def rename(here: Here, tree: Tree, new: str) -> Fix:
    """The fix that gives what is named another id everywhere. Raises Misuse for what can't be."""
    entity = here.entity
    if entity is None:
        raise Misuse("nothing that has an id is named here", "rename where an id stands")
    renamed(tree, here.catalog, entity, new)
    return renaming(here.catalog, entity, new)
