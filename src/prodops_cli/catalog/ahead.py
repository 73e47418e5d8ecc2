"""Reading ahead: where many contents are new, several processes parse them before the catalog is made."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read
from prodops_cli.documents.kept import as_kept
from prodops_cli.documents.refusal import Refused
from prodops_cli.documents.source import Source
from prodops_cli.trees.share import processes, shared
from prodops_cli.trees.tree import Entry, Tree

WORTH: Final = 2500
"""Files for which another process is worth its start."""
PART: Final = 100
"""Files that are taken at a time."""


def read_ahead(tree: Tree, entries: Sequence[Entry]) -> dict[str, Entry]:
    """Parses what is new, if it is much, and leaves it on the tree's shelf: entries by path, with their digests now."""
    new = [entry for entry in entries if entry.regular and not is_known(tree, entry.digest)]
    if len(new) < WORTH or processes() == 1:
        return {}
    sources = [source for source in decoded(tree, new) if not is_known(tree, source.digest)]
    parts = [sources[start : start + PART] for start in range(0, len(sources), PART)]
    for part, made in zip(parts, shared(lines, parts), strict=True):
        for source, line in zip(part, made, strict=True):
            if line is not None:
                tree.kept.shelf.put(source.digest, line)
    return {source.path: Entry(source.path, digest=source.digest) for source in sources}


def is_known(tree: Tree, digest: str) -> bool:
    """Whether it is known what a content holds."""
    return bool(digest) and tree.kept.shelf.get(digest) is not None


def decoded(tree: Tree, entries: Iterable[Entry]) -> Iterator[Source]:
    """The files that can be read."""
    for entry in entries:
        try:
            yield decode(entry.path, tree.read(entry.path))
        except (OSError, Refused):
            continue  # who makes the catalog will hear of it


def lines(sources: Iterable[Source]) -> list[bytes | None]:
    """What is kept of each source; nothing where anything in it is refused."""
    return [line_of(source) for source in sources]


def line_of(source: Source) -> bytes | None:
    """What is kept of one source."""
    try:
        return as_kept(read(source))
    except Refused:
        return None
