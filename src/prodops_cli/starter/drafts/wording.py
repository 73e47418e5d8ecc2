"""Wording: the short comments of a new document, which say what else may stand there."""

import re
from collections.abc import Iterator
from os.path import normpath
from pathlib import PurePosixPath
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.documents.amend import line_end
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.node import Mapping
from prodops_cli.documents.source import Span
from prodops_cli.models.entity import Entity
from prodops_cli.models.keys import words_of
from prodops_cli.models.schema import words_of as meanings
from prodops_cli.phrases import listing
from prodops_cli.starter.drafts.draft import Draft
from prodops_cli.starter.wiring import modeline

PLAIN: Final = frozenset(("kind", "id", "name", "owner", "description"))
"""Keys that need no words."""
MODELINE: Final = re.compile(r"# yaml-language-server: \$schema=(?P<schema>[\w./-]+)\n")
WIDE: Final = 76
"""So far a terminal shows a line that somebody has to mend."""
WIDEST: Final = 120


def commented(draft: Draft) -> Draft:
    """The draft with a comment behind each key that has something to tell, where it has room."""
    root = draft.document.node
    if not isinstance(root, Mapping):
        return draft
    edits = []
    for key, entry in root.entries.items():
        start, stop = (line_end(draft.document.source, at) for at in (entry.key.start, entry.node.span.stop))
        column = draft.document.source.position(stop).column
        if start == stop and (said := comment_on(draft.model, key, draft.said(key), column)):
            edits.append(Edit(Span(stop, stop), f" # {said}"))
    return draft.with_text(edited(draft.text, tuple(edits)))


def with_modeline(draft: Draft, catalog: Catalog) -> Draft:
    """The draft with the line by which editors find its schema, where others of its kind have one."""
    for entity in catalog.all(draft.model):
        source = entity.document.source
        if found := MODELINE.match(source.text):
            schema = normpath(PurePosixPath(source.path).parent / found["schema"])
            return draft.with_text(f"{modeline(draft.path, schema)}\n{draft.text}")
    return draft


def comment_on(model: type[Entity], key: str, said: object, column: int) -> str:
    """The other words that a key takes; else what it means. Empty where everybody knows, and where it has no room."""
    if key in PLAIN:
        return ""
    if others := [word for word in words_of(model, key) if word != said]:
        return fitting(f"or {listing(others, 'or')}", column, WIDEST)
    meant = next(sentences(meanings(model).get(key, "")), "")
    return fitting(meant, column, WIDE) or fitting(meant.partition(". ")[0], column, WIDE)


def fitting(comment: str, column: int, widest: int) -> str:
    """A comment that ends before a column, from where it begins; else none."""
    return comment if column + len(comment) + 3 <= widest else ""


def sentences(text: str) -> Iterator[str]:
    """What a key means, in small letters and without its stop: the beginning is enough."""
    for line in text.splitlines():
        yield f"{line[:1].lower()}{line[1:].removesuffix('.')}"
