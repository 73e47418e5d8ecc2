"""Authors: which commits made a change."""

from collections.abc import Iterable, Iterator

from prodops_cli.changes.change import Change
from prodops_cli.trees.history import Commit


def touching(change: Change, commits: Iterable[Commit]) -> Iterator[Commit]:
    """The commits that changed the file of an entity, in their order; its former file, too, where it was moved."""
    paths = {entity.document.source.path for entity in (change.before, change.after) if entity}
    return (commit for commit in commits if not paths.isdisjoint(commit.paths))


def authors(commits: Iterable[Commit]) -> tuple[str, ...]:
    """Their authors, each once."""
    return tuple(dict.fromkeys(commit.author for commit in commits))
