"""Placing: the file in which a new document stands, among those of its kind."""

import re
from collections import Counter
from datetime import date
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import folders
from prodops_cli.models.entity import Entity

FIRST_WORD: Final = re.compile(r"[a-z0-9]+")
QUARTER: Final = re.compile(r"(20[0-9]{2})q([1-4])(?![a-z0-9])")


class Place(NamedTuple):
    """Where a document stands, and whether it must say its kind there."""

    path: str
    says_kind: bool


def place(catalog: Catalog, model: type[Entity], id: str, type: str = "") -> Place:
    """The file of a new document: beside those that are called alike, else where most are; of a type, of that type."""
    home = next(folder for folder, kinds in folders(catalog.settings).items() if model.kind in kinds)
    says_kind = len(folders(catalog.settings)[home]) > 1
    beside = (each for each in catalog.all(model) if not type or getattr(each, "type", "") == type)
    others = [PurePosixPath(each.document.source.path) for each in beside]
    inside = [path for path in others if path.is_relative_to(home)]
    return Place(str(folder_among(inside, id, PurePosixPath(home)) / f"{id}.yaml"), says_kind)


def folder_among(others: list[PurePosixPath], id: str, home: PurePosixPath) -> PurePosixPath:
    """The folder for an id, as others are placed."""
    word = first_word(id)
    above = Counter(path.parent.parent for path in others if first_word(path.stem) == path.parent.name)
    if others and above.total() * 2 > len(others):  # folders are called as their documents begin: 2026q4/2026q4-…
        return above.most_common(1)[0][0] / word
    alike = [path for path in others if first_word(path.stem) == word] or others
    return next(
        (folder for folder, often in Counter(path.parent for path in alike).most_common(1) if often * 2 > len(alike)),
        home,
    )


def first_word(id: str) -> str:
    """`2026q4` of `2026q4-checkout-one-page`."""
    found = FIRST_WORD.match(id)
    return found[0] if found else ""


def quarter_of(id: str) -> date | None:
    """The first day of the quarter that an id begins with; None where it begins with none."""
    found = QUARTER.match(id)
    return date(int(found[1]), int(found[2]) * 3 - 2, 1) if found else None
