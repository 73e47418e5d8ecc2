"""History: one entity's past, read from git; of other commits only the files that it stood in are read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from itertools import islice, pairwise
from pathlib import Path

from prodops_cli.catalog.load import content_of
from prodops_cli.changes.between import fields_between
from prodops_cli.documents.decode import decode
from prodops_cli.documents.document import read
from prodops_cli.documents.refusal import Refused
from prodops_cli.failure import Failure
from prodops_cli.models.entity import Entity
from prodops_cli.outputs.names import address
from prodops_cli.trees.history import Commit
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.tree import Tree
from prodops_cli.trees.worktree import find_top
from prodops_cli.views.show.past import Past, Step

MOST = 5
"""How many commits are told."""
MOST_FIELDS = 6


@dataclass(frozen=True, slots=True)
class Version:
    """An entity as it is in the work tree (`commit` is None), or as the commit of that number left it."""

    entity: Entity
    commit: Commit | None = None
    number: int = 0

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.entity.document.source.path


def past_of(entity: Entity, root: Path, revision: str | None, zone: tzinfo) -> Past:
    """The past of an entity until a revision; without one, until the work tree. Days are those of the zone."""
    if find_top(root) is None:
        return Past(unknown="nobody knows: the catalog is in no git repository")
    try:
        repository = Repository.of(root)
        commits = repository.commits(None, repository.resolve(revision or "HEAD"))
        start = () if revision else (Version(entity),)
        return told(chained(start, versions(entity, repository, commits)), commits, zone)
    except Failure as failure:
        return Past(unknown=f"nobody knows: {failure.sentence}" + (f"; {failure.hint}" if failure.hint else ""))


def told(found: Iterator[Version | None], commits: tuple[Commit, ...], zone: tzinfo) -> Past:
    """The last steps, and how many older commits touched the file."""
    changes = tuple(islice(changed(found), MOST + 1))
    steps = tuple(step(after, what, zone) for after, what in changes[:MOST])
    if len(changes) <= MOST:
        return Past(steps)
    rest, _ = changes[MOST]
    return Past(steps, sum(rest.path in commit.paths for commit in commits[rest.number :]))


def chained(start: tuple[Version, ...], committed: Iterator[Version]) -> Iterator[Version | None]:
    """All versions, newest first, and at the end nothing: before the first one there was none."""
    yield from start
    yield from committed
    yield None


def changed(versions: Iterator[Version | None]) -> Iterator[tuple[Version, tuple[str, ...]]]:
    """What each version has that the one before it had not; those that only look otherwise are left out."""
    for after, before in pairwise(versions):
        if after is not None and (what := difference(before, after)):
            yield after, what


def step(version: Version, what: tuple[str, ...], zone: tzinfo) -> Step:
    """A version's commit, and what is other since."""
    commit = version.commit
    if commit is None:
        return Step("", None, "", "", what)
    return Step(commit.id[:7], commit.date.astimezone(zone).date(), commit.author, commit.subject, what)


def difference(before: Version | None, after: Version) -> tuple[str, ...]:
    """The fields that mean something else, at most a few; whether it is new or was moved."""
    if before is None:
        return ("added",)
    moved = (f"moved from {before.path}",) if before.path != after.path else ()
    fields = tuple(address(each.address) for each in fields_between(before.entity, after.entity))
    more = (f"{len(fields) - MOST_FIELDS} more",) if len(fields) > MOST_FIELDS else ()
    return (*moved, *fields[:MOST_FIELDS], *more)


def versions(entity: Entity, repository: Repository, commits: tuple[Commit, ...]) -> Iterator[Version]:
    """The entity as each commit left it that touched its file, newest first; where it moved, it is followed."""
    path = entity.document.source.path
    for number, commit in enumerate(commits):
        if path in commit.paths:
            tree = repository.tree(commit.id)
            if found := entity_in(tree, path, entity):
                yield Version(found, commit, number)
                path = origin(repository, commit, tree, found)


def origin(repository: Repository, commit: Commit, tree: Tree, entity: Entity) -> str:
    """The path at which an entity stood before a commit: another one where that file is gone since."""
    path = entity.document.source.path
    here = {entry.path for entry in tree.walk()}
    gone = [each for each in commit.paths if each not in here]
    if not gone:
        return path
    before = repository.tree(repository.resolve(f"{commit.id}^"))  # what a commit takes away, its parent has
    return next((each for each in gone if entity_in(before, each, entity)), path)


def entity_in(tree: Tree, path: str, like: Entity) -> Entity | None:
    """The entity of the same kind and id in a tree's file; None where there is none, or the file can't be read."""
    try:
        content = content_of(read(decode(path, tree.read(path))), like.kind)
    except (OSError, Refused):
        return None
    return next((each for each in content.entities if (each.kind, each.id) == (like.kind, like.id)), None)
