"""Opening a catalog: which tree a command looks at."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from prodops_cli.cli.keeping import is_refused
from prodops_cli.failure import Misuse
from prodops_cli.trees.keeping import kept_of
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.tree import LARGEST, Tree
from prodops_cli.trees.worktree import WorkTree, find_root


@dataclass(frozen=True, slots=True)
class Opened:
    """Where a command looks, the catalog's root, its tree, and the revision's short name, or `index`.

    `revision` is None for the work tree.
    """

    directory: Path
    root: Path
    tree: Tree
    revision: str | None

    @property
    def prefix(self) -> str:
        """The way from the repository's root to the catalog's, ending in `/`; empty where they are one."""
        return self.tree.prefix

    def within(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """Paths, seen from where the command looks, as the catalog knows them. Raises Misuse for one outside."""
        return tuple(self.relative(self.directory / path) for path in paths)

    def relative(self, path: Path) -> str:
        """A path, seen from the catalog's root; the root itself is empty."""
        try:
            way = path.absolute().resolve().relative_to(self.root).as_posix()
        except ValueError as error:
            raise Misuse(
                f"`{path}` is not in the catalog at {self.root}", "name a file or folder of the catalog"
            ) from error
        return "" if way == "." else way


def opened(directory: Path, revision: str | None) -> Opened:
    """The catalog at or above a folder. Raises Failure where there is none, or no such revision."""
    root = find_root(directory)
    if revision is None:
        return Opened(directory, root, WorkTree(root, kept(root)), None)
    from prodops_cli.trees.revision import Repository  # git is opened only by those who ask for it

    repository = Repository.of(root, kept=kept(root))
    tree = repository.tree(repository.resolve(revision))
    return Opened(directory, root, tree, tree.name)


def kept(root: Path) -> Kept:
    """What is kept of the catalog at a root, for this command."""
    return Kept() if is_refused() else kept_of(root)


def staged(directory: Path) -> Opened:
    """The catalog as git's index holds it. In a hook git says which index it is about. Raises Failure."""
    from prodops_cli.trees.revision import Repository

    root = find_root(directory)
    tree = Repository.of(root, os.environ.get("GIT_INDEX_FILE", ""), kept(root)).staged()
    return Opened(directory, root, tree, tree.name)


def with_buffer(catalog: Opened, path: Path) -> Opened:
    """The same catalog, in which one file is as standard input says. Raises Misuse for a path outside."""
    text = sys.stdin.buffer.read(LARGEST)
    return replace(catalog, tree=Overlay(catalog.tree, {catalog.relative(catalog.directory / path): text}))
