"""Git's index as a tree: what the next commit will hold, whatever the work tree holds meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from prodops_cli.failure import Failure
from prodops_cli.trees.blobs import Blobs
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.plumbing import Plumbing
from prodops_cli.trees.tree import Entry, codeowners, is_below, seen_from


@dataclass(frozen=True, slots=True)
class IndexTree:
    """The catalog as it is staged. Links and submodules are entries that are not regular."""

    entries: tuple[Entry, ...]
    blobs: Blobs
    prefix: str
    kept: Kept
    name: ClassVar[str] = "index"

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden ones are left out. A missing folder is empty."""
        yield from (entry for entry in self.entries if is_below(entry.path, folder))

    def read(self, path: str) -> bytes:
        """The bytes of a regular file. Raises FileNotFoundError where there is none, OSError where it is too large."""
        return self.blobs.read(path)


def index(git: Plumbing, folder: str, kept: Kept) -> IndexTree:
    """What is staged in a folder, also what a sparse checkout leaves out. Raises Failure for an unfinished merge."""
    start = f"{folder}/" if folder else ""
    below = ("--", folder, *codeowners("")) if folder else ()
    rows = git.run("ls-files", "--stage", "-z", *below).text.split("\0")[:-1]
    found = sorted(
        (seen_from(start, path), about.split(" ")) for about, _, path in (row.partition("\t") for row in rows)
    )
    refuse_unmerged(path for path, (_, _, stage) in found if stage != "0")
    whole = committed(git, start, below)
    staged = {path: (mode, name) for path, (mode, name, _) in found if path in whole}
    ids = {path: name for path, (mode, name) in staged.items() if mode.startswith("100")}  # no link, no submodule
    entries = tuple(Entry(path, path in ids, ids.get(path, "")) for path in staged)
    return IndexTree(entries, Blobs(git, ids), start, kept)


def refuse_unmerged(paths: Iterator[str]) -> None:
    """Of a file with several versions nobody knows which one will be committed. Raises Failure."""
    if path := next(paths, None):
        raise Failure(
            f"`{path}` is not merged: the index holds several versions of it", "resolve it, and run `git add`"
        )


def committed(git: Plumbing, start: str, below: tuple[str, ...]) -> frozenset[str]:
    """The files that a commit would hold: all but those that `git add -N` only announced.

    They are told apart without a look at the work tree, in which git would run the filters of the settings.
    """
    nothing = git.run("hash-object", "-t", "tree", "--stdin").text.strip()
    shape = ("--cached", "--name-only", "-z", "--no-renames", "--ita-invisible-in-index")
    told = git.run("diff-index", *shape, nothing, *below).text
    return frozenset(seen_from(start, path) for path in told.split("\0")[:-1])
