"""A place that somebody asks about: the cursor, and what the models say of what stands there."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Literal, get_args, get_origin

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import folders, matches
from prodops_cli.catalog.settings import SETTINGS
from prodops_cli.documents.node import Address
from prodops_cli.documents.source import Source
from prodops_cli.editor.cursor import Cursor, cursor
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.part import Part
from prodops_cli.models.reference import Ref
from prodops_cli.models.settings import Settings
from prodops_cli.models.shape import annotation_at, annotation_of, inside, part_in, shorthands_at

KIND = re.compile(r"^(?:- )?[ ]{0,2}kind:[ \t]*[\"']?(\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Here:
    """A place in a text that a catalog holds, or will."""

    catalog: Catalog
    source: Source
    offset: int

    @cached_property
    def cursor(self) -> Cursor:
        """Where it is in the document."""
        return cursor(self.source, self.offset)

    @cached_property
    def model(self) -> type[Part] | None:
        """What the document is; None where nobody can say."""
        return model_of(self.catalog, self.source, self.offset)

    @property
    def word(self) -> str:
        """What is written there."""
        return self.source.text[slice(*self.cursor.word)]

    @cached_property
    def annotation(self) -> Any:
        """The declared type of what is written there; of a shorthand, that of the key that it stands for."""
        if self.model is None:
            return None
        address = self.cursor.address
        own = annotation_at(self.model, address) if steps(address) or self.cursor.sort == "value" else None
        short = (form for form in shorthands_at(self.model, address) if str in form.types)
        form = next(short, None) if own is not None else None
        return annotation_of(form.key, own) if form else own

    @property
    def part(self) -> type[Part] | None:
        """The part whose keys may be written there."""
        if self.model is None:
            return None
        address = self.cursor.address[:-1] if self.cursor.sort == "key" else self.cursor.address
        return part_in(annotation_at(self.model, address)) if steps(address) else self.model

    @property
    def refers_to(self) -> str:
        """The kind whose ids stand there; empty for anything else. An entity's own id is one of its kind."""
        if self.cursor.sort not in ("value", "bare"):
            return ""
        own = self.model.kind if self.model is not None and issubclass(self.model, Entity) else ""
        if own and steps(self.cursor.address) == ("id",):
            return own
        ref = next((mark for mark in inside(self.annotation) if isinstance(mark, Ref)), None)
        return "" if ref is None else own if ref.kind == "same" else ref.kind

    @property
    def entity(self) -> Entity | None:
        """The entity that is named there."""
        return self.catalog.named.get((self.refers_to, self.word)) if self.refers_to else None


def steps(address: Address) -> tuple[str, ...]:
    """An address as models know it: without the items of lists."""
    return tuple(step for step in address if isinstance(step, str))


def words_in(annotation: Any) -> tuple[str, ...]:
    """The words that a type takes, where it takes no others."""
    marks = tuple(inside(annotation))
    if any(get_origin(each) is dict for each in marks):
        return ()
    literals = (each for each in marks if get_origin(each) is Literal)
    return tuple(str(word) for each in literals for word in get_args(each))


def model_of(catalog: Catalog, source: Source, offset: int) -> type[Part] | None:
    """What a document is: its folder says it, or else it says it itself; None for what is none of the catalog's."""
    if source.path == SETTINGS:
        return Settings
    if not source.path.endswith((".yaml", ".yml")):
        return None
    kinds = kinds_at(catalog, source.path)
    if kinds is None or len(kinds) == 1:
        return KINDS[kinds[0]] if kinds else None
    said = [found[1] for found in KIND.finditer(source.text[:offset])][-1:] or KIND.findall(source.text)
    return KINDS.get(said[0]) if said else None


def kinds_at(catalog: Catalog, path: str) -> tuple[str, ...] | None:
    """The kinds that a file may hold, by the deepest folder around it; None where no document is looked for."""
    around = {str(folder) for folder in PurePosixPath(path).parents}
    found = [(folder, kinds) for folder, kinds in folders(catalog.settings).items() if folder in around]
    if found:
        return tuple(max(found, key=lambda pair: len(pair[0]))[1])
    return tuple(KINDS) if matches(path, catalog.settings.catalog.include) else None
