"""A shelf: a work tree in memory, of which only what has changed on the disk is read again."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from prodops_cli.trees.digest import blob_id
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.mark import Mark, mark
from prodops_cli.trees.tree import Entry
from prodops_cli.trees.worktree import WorkTree


class Held(NamedTuple):
    """What a file holds, or why it can't be read, while it has a mark; the digest is empty where it can't."""

    mark: Mark | None
    data: bytes | OSError
    digest: str


@dataclass
class Shelf:
    """The files below a folder as they were when somebody last looked; `renewed` looks again."""

    below: WorkTree
    before: dict[str, Held] = field(default_factory=dict)
    held: dict[str, Held] = field(default_factory=dict)
    walks: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call the tree below."""
        return self.below.name

    @cached_property
    def prefix(self) -> str:
        """Where the catalog is in its repository."""
        return self.below.prefix

    @property
    def kept(self) -> Kept:
        """What is known of the contents of the tree below."""
        return self.below.kept

    def renewed(self) -> "Shelf":
        """The same files as they are now: what has another mark is read again when somebody asks for it."""
        return Shelf(self.below, self.before | self.held)

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, with the digest of what is read already, or else is read now."""
        if folder not in self.walks:
            self.walks[folder] = tuple(self._known(entry) for entry in self.below.walk(folder))
        yield from self.walks[folder]

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError where there is none, OSError where it can't be read."""
        data = self._held(path).data
        if isinstance(data, OSError):
            raise data
        return data

    def _known(self, entry: Entry) -> Entry:
        """An entry with its digest, where a catalog could want it."""
        is_wanted = entry.regular and entry.path.endswith((".yaml", ".yml"))
        return replace(entry, digest=self._held(entry.path).digest) if is_wanted else entry

    def _held(self, path: str) -> Held:
        if path not in self.held:
            seen, now = self.before.get(path), mark(self.below.root / path)
            self.held[path] = seen if seen and now and seen.mark == now else self._first(path, now)
        return self.held[path]

    def _first(self, path: str, now: Mark | None) -> Held:
        try:
            data = self.below.read(path)
        except OSError as error:
            return Held(now, error, "")
        return Held(now, data, blob_id(data))
