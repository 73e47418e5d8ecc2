"""A git repository, and the tree that it holds at a commit: nothing is checked out, and nothing in it is run."""

import difflib
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Self

from prodops_cli.failure import Failure
from prodops_cli.trees.blobs import Blobs
from prodops_cli.trees.history import Commit, commits, moment
from prodops_cli.trees.index import IndexTree, index
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.plumbing import Plumbing
from prodops_cli.trees.tree import Entry, codeowners, is_below, seen_from
from prodops_cli.trees.worktree import find_top

COMMIT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
BRANCH = re.compile(r"\w+(?:[./-]\w+)*", re.ASCII)
REMOTES = "refs/remotes/"
LONGEST = 250  # characters of a revision's name; git's own limit is that of a file name


@dataclass(frozen=True, slots=True)
class RevisionTree:
    """The catalog as a commit has it. Links and submodules are entries that are not regular."""

    commit: str
    entries: tuple[Entry, ...]
    blobs: Blobs
    prefix: str
    kept: Kept

    @property
    def name(self) -> str:
        """The commit's short id."""
        return self.commit[:7]

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden ones are left out. A missing folder is empty."""
        yield from (entry for entry in self.entries if is_below(entry.path, folder))

    def read(self, path: str) -> bytes:
        """The bytes of a regular file. Raises FileNotFoundError where there is none, OSError where it is too large."""
        return self.blobs.read(path)


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository around a catalog. The catalog's folder may be a part of it; empty, it is all of it."""

    git: Plumbing
    folder: str
    kept: Kept = field(default_factory=Kept, compare=False)

    @classmethod
    def of(cls, root: Path, index: str = "", kept: Kept | None = None) -> Self:
        """The repository that a catalog's root is in; `index` is another index's file. Raises Failure."""
        top = find_top(root)
        if top is None:
            raise Failure(f'"{root}" is not in a git repository', "run `git init`, or ask for the work tree only")
        folder = root.resolve().relative_to(top).as_posix()
        return cls(Plumbing(top, index), "" if folder == "." else folder, kept or Kept())

    def find(self, revision: str) -> str | None:
        """The id of the commit that a revision names; None where it names none."""
        if len(revision) > LONGEST or not revision.isprintable():
            return None
        answer = self.git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return answer.text.strip() if COMMIT_ID.fullmatch(answer.text.strip()) else None

    def resolve(self, revision: str) -> str:
        """The id of the commit that a revision names. Raises Failure where it names none."""
        if commit := self.find(revision):
            return commit
        raise self._unknown(revision.removeprefix(REMOTES))

    def parents(self, commit: str) -> tuple[str, ...]:
        """The ids of a commit's parents, also of those that a shallow clone lacks."""
        head, _, _ = self.git.run("cat-file", "commit", commit).text.partition("\n\n")
        return tuple(line.removeprefix("parent ") for line in head.split("\n") if line.startswith("parent "))

    def date(self, commit: str) -> datetime:
        """When a commit was committed."""
        head, _, _ = self.git.run("cat-file", "commit", commit).text.partition("\n\n")
        committer = next(line for line in head.split("\n") if line.startswith("committer "))
        return moment(committer.rsplit(" ", 2)[1])

    def tree(self, commit: str) -> RevisionTree:
        """The catalog's folder at a commit; without any entry where the commit has no such folder."""
        below = ("--", self.folder, *codeowners("")) if self.folder else ()
        listing = self.git.run("ls-tree", "-r", "-z", "--full-tree", commit, *below).text
        start = f"{self.folder}/" if self.folder else ""
        rows = (row.partition("\t") for row in listing.split("\0")[:-1])
        found = sorted((seen_from(start, path), about) for about, _, path in rows)
        ids = {path: about.split(" ")[2] for path, about in found if about.startswith("100")}  # no link, no submodule
        entries = tuple(Entry(path, path in ids, ids.get(path, "")) for path, _ in found)
        return RevisionTree(commit, entries, Blobs(self.git, ids), start, self.kept)

    def staged(self) -> IndexTree:
        """The catalog's folder as the index has it. Raises Failure where a merge is not finished."""
        return index(self.git, self.folder, self.kept)

    def commits(self, since: str | None, until: str) -> tuple[Commit, ...]:
        """The first-parent history of a commit that changed the catalog, newest first, without that of `since`.

        Raises Failure where a shallow clone lacks a part of it.
        """
        found = commits(self.git, (until, f"^{since}") if since else (until,), self.folder)
        self._refuse_shallow({commit.id for commit in found})
        return found

    def commit_at(self, instant: datetime, revision: str = "HEAD") -> str | None:
        """The last first-parent commit from before an instant; None where history begins later.

        Raises Failure where a shallow clone begins later: then nobody knows.
        """
        commit = self.resolve(revision)
        latest = math.ceil(instant.timestamp()) - 1  # git counts whole seconds, and includes the one that is named
        found = self.git.run("rev-list", "--first-parent", "--max-count=1", f"--min-age={max(latest, 0)}", commit).text
        if not found:
            self._refuse_shallow(self.git.run("rev-list", "--first-parent", "--max-parents=0", commit).text.split())
        return found.strip() or None

    def merge_base(self, one: str, other: str) -> str:
        """The commit from which two commits went apart; of several the one that git takes.

        Raises Failure where there is none.
        """
        answer = self.git.ask("merge-base", one, other)
        if answer.status == 0:
            return answer.text.split()[0]
        if self._boundary():
            raise Failure(
                f"this is a shallow clone: no commit is here that {one[:7]} and {other[:7]} have in common",
                "run `git fetch --unshallow`",
            )
        raise Failure(f"{one[:7]} and {other[:7]} have no commit in common", "name one from which the other comes")

    def _refuse_shallow(self, commits: Iterable[str]) -> None:
        ends = self._boundary().intersection(commits)
        if ends:
            raise Failure(
                f"this is a shallow clone: what came before {min(ends)[:7]} is not here", "run `git fetch --unshallow`"
            )

    def _boundary(self) -> frozenset[str]:
        """The commits whose parents a shallow clone lacks; git itself takes them for the beginning."""
        file = self.git.top / self.git.run("rev-parse", "--git-path", "shallow").text.rstrip("\n")
        return frozenset(file.read_text("ascii").split()) if file.is_file() else frozenset()

    def _unknown(self, revision: str) -> Failure:
        short = revision if len(revision) <= LONGEST else f"{revision[:LONGEST]}…"
        return Failure(f'"{short}" names no commit in this repository', self._advice(revision))

    def _advice(self, revision: str) -> str:
        names = self.git.run("for-each-ref", "--format=%(refname:short)").text.split()
        if not names and revision == "HEAD":
            return "it has no commits yet: make the first one"
        near = difflib.get_close_matches(revision, names) if len(revision) <= LONGEST else ()
        meant = f"did you mean {' or '.join(near)}?" if near else ""
        if meant and not revision.startswith("origin/"):
            return meant
        return "; ".join(filter(None, (fetching(revision.removeprefix("origin/")), meant)))


def fetching(branch: str) -> str:
    """What brings a branch or a commit that this clone lacks."""
    if COMMIT_ID.fullmatch(branch):
        return f"if it exists elsewhere, run `git fetch origin {branch}`"
    if BRANCH.fullmatch(branch):
        return f"if it exists elsewhere, run `git fetch origin {branch}:refs/remotes/origin/{branch}`"
    return "name a branch, a tag or a commit"
