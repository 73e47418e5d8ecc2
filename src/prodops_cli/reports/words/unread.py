"""Unread: files of which a report knows nothing, because they could not be read."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.catalog.wrong import UnknownKind, Wrong
from prodops_cli.documents.refusal import DuplicateKey, Refusal
from prodops_cli.models.mistakes import WrongType
from prodops_cli.phrases import count, listing
from prodops_cli.reports.material.edition import Edition

MOST: Final = 10


def unread(edition: Edition) -> str:
    """`3 files could not be read, …: a.yaml, b.yaml and c.yaml`; empty where all could."""
    paths = sorted({path for wrong in edition.catalog.wrong for path in lost(wrong)})
    if not paths:
        return ""
    shown = [*paths[:MOST], f"{len(paths) - MOST} more"] if len(paths) > MOST else paths
    missing = "what is in it is missing here" if len(paths) == 1 else "what is in them is missing here"
    return f"{count(len(paths), 'file')} could not be read, and {missing}: {listing(shown)}"


def lost(wrong: Wrong) -> Iterator[str]:
    """The file of which something is lost by a mistake: of a key that is written twice the first is read."""
    match wrong:
        case DuplicateKey():
            return
        case Refusal(source=source):
            yield source.path
        case UnknownKind(document=document):
            yield document.source.path
        case WrongType(document=document, address=(), value=value) if value is not None:
            yield document.source.path
