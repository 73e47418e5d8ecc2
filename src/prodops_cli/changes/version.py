"""Versions: a metric that was redefined, put back as it was, with the new calculation under an id of its own."""

import re
from pathlib import PurePosixPath

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.changes.change import Change
from prodops_cli.documents.document import Document
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.source import Span
from prodops_cli.findings import Create, Fix, Replace
from prodops_cli.models.naming import VERSION
from prodops_cli.models.values import SLUG


def next_id(id: str, catalog: Catalog) -> str:
    """The id of the version after: `orders_v2` of `orders`, `orders_v4` of `orders_v2` where there is a third."""
    found = VERSION.fullmatch(id)
    stem, number = (found["stem"], int(found["number"])) if found else (f"{id}{'-' if '-' in id else '_'}", 1)
    taken = catalog.ids("metric")
    while f"{stem}v{number}" in taken or number == 1:
        number += 1
    return f"{stem}v{number}"


def beside(change: Change, catalog: Catalog) -> Fix | None:
    """Puts the old calculation back, and the new one into a file of its own; None where others share the file."""
    if change.before is None or change.after is None or change.sort == "renamed":
        return None
    old, new = change.before.document, change.after.document
    id = next_id(change.after.id, catalog)
    if not (is_alone(old) and is_alone(new) and re.fullmatch(SLUG, id)):
        return None  # what is no slug may be no file's name either
    path = PurePosixPath(new.source.path)
    return Fix(
        f"put `{change.after.id}` back, and define `{id}` beside it",
        (
            Replace(new.source, Span(0, len(new.source.text)), old.source.text),
            Create(str(path.with_stem(id)), edited(new.source.text, renaming(new, change.after.name, id))),
        ),
        safe=False,
    )


def renaming(document: Document, name: str | None, id: str) -> tuple[Edit, ...]:
    """Another id, and a name that says which version it is."""
    value = document.value if isinstance(document.value, dict) else {}
    said = (("id", id), *((("name", f'"{name} (v{id.rpartition("v")[2]})"'),) if name and '"' not in name else ()))
    return tuple(Edit(document.span((key,)), text) for key, text in said if key in value)


def is_alone(document: Document) -> bool:
    """Whether a document has its file for itself."""
    return document.item is None and document.index == 0 and "\n---" not in document.source.text
