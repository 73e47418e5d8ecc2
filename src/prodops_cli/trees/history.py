"""A repository's history: the commits of its first parents, and what each changed in the catalog's folder."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from prodops_cli.trees.plumbing import Plumbing

LATEST = int(datetime.max.replace(tzinfo=UTC, microsecond=0).timestamp())


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that changed the catalog; a merge changed what its branch brought in.

    `date` is when it was committed, not when it was written: that is when others could see it. `paths` are sorted.
    """

    id: str
    author: str
    date: datetime
    subject: str
    paths: tuple[str, ...]


def commits(git: Plumbing, revisions: Sequence[str], folder: str) -> tuple[Commit, ...]:
    """The first-parent history of some revisions (`id`, `^id`) that changed a folder, newest first."""
    below = ("--", folder) if folder else ()
    shape = ("--encoding=UTF-8", "--no-commit-header", "--format=%H%x00%ct%x00%an%x00%s")
    output = git.run("rev-list", "--first-parent", *shape, *revisions, *below).text
    rows = [line.split("\0", 3) for line in output.split("\n") if line]
    paths = _changed(git, [row[0] for row in rows], folder)
    return tuple(Commit(name, author, moment(when), subject, paths[name]) for name, when, author, subject in rows)


def _changed(git: Plumbing, names: Sequence[str], folder: str) -> Mapping[str, tuple[str, ...]]:
    """The paths in the folder that each commit changed, as seen from its first parent."""
    shape = ("-r", "-z", "--raw", "--root", "--no-renames", "--diff-merges=first-parent")
    output = git.run("diff-tree", "--stdin", *shape, *(("--", folder) if folder else ()), lines=names).text
    start = f"{folder}/" if folder else ""
    found: dict[str, list[str]] = defaultdict(list)
    name = ""
    tokens = iter(output.split("\0"))
    for token in tokens:
        if not token.startswith(":"):  # a commit's id; the raw lines of what it changed begin with a colon
            name = token
        elif (path := next(tokens)).startswith(start):
            found[name].append(path.removeprefix(start))
    return defaultdict(tuple, {name: tuple(sorted(paths)) for name, paths in found.items()})


def moment(seconds: str) -> datetime:
    """Git's seconds since 1970; a commit made by hand can claim to be from any year at all."""
    return datetime.fromtimestamp(min(int(seconds or 0), LATEST), UTC)
