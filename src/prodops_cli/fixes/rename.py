"""Renaming: one id in the document that has it, in all that refer to it, and in the name of its file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.document import Place, read
from prodops_cli.documents.scalar import resolve
from prodops_cli.failure import Misuse
from prodops_cli.findings import Fix, Move, Operation, Replace
from prodops_cli.fixes.apply import Unfit, steps_of
from prodops_cli.models.entity import Entity
from prodops_cli.models.habits import BOOLEAN, NUMBER
from prodops_cli.models.owner import Owner
from prodops_cli.models.pattern import is_slug
from prodops_cli.trees.step import Step
from prodops_cli.trees.tree import Tree


def renaming(catalog: Catalog, entity: Entity, new: str) -> Fix:
    """The fix that gives an entity another id."""
    return Fix(f"call it `{new}`", tuple(operations(catalog, entity, new)))


def operations(catalog: Catalog, entity: Entity, new: str) -> Iterator[Operation]:
    """The id, the file, and each place that names it."""
    path = PurePosixPath(entity.document.source.path)
    if path.stem == entity.id and is_alone(entity):
        yield Move(str(path), str(path.with_stem(new)))
    for place in (entity.at("id"), *places(catalog, entity)):
        yield Replace(place.source, place.span, spelled(new))


def places(catalog: Catalog, entity: Entity) -> Iterator[Place]:
    """Where others name it."""
    yield from (mention.place for mention in catalog.mentions(entity))
    if isinstance(entity, Owner):
        settings = catalog.settings_document
        for name, surface in catalog.settings.surfaces.items():
            if surface.owner == entity.id:
                yield settings.at("surfaces", name, "owner")


def spelled(id: str) -> str:
    """An id as every reader of YAML takes it for text: `2026` would be a number, and `no` false."""
    is_text = isinstance(resolve(id), str) and not BOOLEAN.fullmatch(id) and not NUMBER.fullmatch(id)
    return id if is_text else f'"{id}"'


def is_alone(entity: Entity) -> bool:
    """Whether it has its file for itself."""
    return sum(each.value is not None for each in read(entity.document.source).documents) == 1


def renamed(tree: Tree, catalog: Catalog, entity: Entity, new: str) -> tuple[Step, ...]:
    """What happens to which file. Raises Misuse for an id that can't be, or that another has."""
    if not is_slug(new):
        raise Misuse(f"`{new}` can't be an id", "write small letters and digits, joined by - or _")
    if (entity.kind, new) in catalog.named:
        raise Misuse(f"another {entity.kind} is called `{new}`", "choose another id, or remove that one first")
    try:
        return steps_of(tree, [renaming(catalog, entity, new)])
    except Unfit as unfit:
        raise Misuse(f"nothing is written: {unfit.reason}", "mend the file first, or rename it in an editor") from unfit


def still(tree: Tree, paths: Iterable[str], id: str) -> Iterator[str]:
    """Where a word stands in files, as `path:line`."""
    word = re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])")
    for path in paths:
        try:
            lines = tree.read(path).decode(errors="replace").splitlines()
        except OSError:
            continue
        yield from (f"{path}:{number}" for number, line in enumerate(lines, 1) if word.search(line))
