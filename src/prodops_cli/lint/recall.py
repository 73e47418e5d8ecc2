"""Recalling: the verdict of a lint that was done before, if nothing has changed that it rests on.

A lint is a function of what its tree answers, and of the request. So a verdict is kept with the questions that were
put to the tree, and holds for as long as the answers are the same. This needs neither models nor rules.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prodops_cli.findings import Verdict
from prodops_cli.lint import as_data
from prodops_cli.lint.request import Request
from prodops_cli.trees.digest import blob_id
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.tree import Entry, Tree

PREFIX: Final = "verdict-"
MOST: Final = 16
"""How many verdicts are kept; those of other days, and of other requests, leave in time."""
LARGEST: Final = 4 * 1024 * 1024
"""Bytes; a verdict of more is made again each time."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What a lint has asked: which folders it walked, what of them it left `unread`, and which files it read beside."""

    folders: tuple[str, ...]
    unread: frozenset[str]
    beside: tuple[str, ...]

    def answers(self, tree: Tree) -> str:
        """A digest of what a tree answers; contents count by their digests, and are read where nobody knows them."""
        said = "\n".join((tree.name, tree.prefix, *self._told(tree)))
        return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()

    def _told(self, tree: Tree) -> Iterator[str]:
        for folder in self.folders:
            for entry in tree.walk(folder):
                yield f"{entry.path}\0{self._content(tree, entry)}"
        for path in self.beside:
            yield f"{path}\0{content(tree, path)}"

    def _content(self, tree: Tree, entry: Entry) -> str:
        if not entry.regular:
            return "irregular"
        return "" if entry.path in self.unread else entry.digest or content(tree, entry.path)


def content(tree: Tree, path: str) -> str:
    """The digest of a file, or why it has none."""
    try:
        return blob_id(tree.read(path))
    except OSError as error:
        return f"error {error.errno}"


def asked(snapshot: Snapshot) -> Questions:
    """What was asked of a tree."""
    walked = [entry for entries in snapshot.walks.values() for entry in entries]
    unread = (entry.path for entry in walked if entry.regular and not entry.digest and entry.path not in snapshot.reads)
    beside = snapshot.reads.keys() - {entry.path for entry in walked}
    return Questions(tuple(snapshot.walks), frozenset(unread), tuple(sorted(beside)))


def recalled(tree: Tree, request: Request) -> Verdict | None:
    """The verdict that a lint would come to; None where that has to be found out."""
    drawer = tree.kept.drawer
    data = drawer.get(name(request)) if drawer and request.base is None else None
    if data is None:
        return None
    head, _, verdict = data.partition(b"\n")
    folders, unread, beside, answers = json.loads(head)
    questions = Questions(tuple(folders), frozenset(unread), tuple(beside))
    return as_data.read(verdict) if questions.answers(tree) == answers else None


def remember(snapshot: Snapshot, request: Request, verdict: Verdict) -> None:
    """Keeps the verdict on a tree, with all that the tree was asked for it, and what it answered then."""
    drawer = snapshot.kept.drawer
    if drawer is None or request.base is not None:
        return
    questions = asked(snapshot)
    head = [questions.folders, sorted(questions.unread), questions.beside, questions.answers(snapshot)]
    data = json.dumps(head).encode() + b"\n" + as_data.written(verdict)
    if len(data) <= LARGEST:
        drawer.put(name(request), data)
        drawer.tidy(PREFIX, MOST)


def name(request: Request) -> str:
    """What a verdict is kept as: another request has another name."""
    return PREFIX + hashlib.sha256(repr(request).encode("utf-8", "surrogateescape")).hexdigest()[:32]
