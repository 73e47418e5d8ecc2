"""A snapshot: a tree as it was when each of its files was first read, whatever happens on the disk meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from prodops_cli.trees.kept import Kept
from prodops_cli.trees.tree import Entry, Tree


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Reads each file and folder of a tree once."""

    below: Tree
    walks: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    reads: dict[str, bytes | OSError] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call the tree below."""
        return self.below.name

    @property
    def prefix(self) -> str:
        """Where the tree below is in its repository."""
        return self.below.prefix

    @property
    def kept(self) -> Kept:
        """What is known of the contents of the tree below."""
        return self.below.kept

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, as it was the first time."""
        if folder not in self.walks:
            self.walks[folder] = tuple(self.below.walk(folder))
        yield from self.walks[folder]

    def read(self, path: str) -> bytes:
        """The bytes of a file, or the same refusal, as the first time."""
        if path not in self.reads:
            self.reads[path] = self._first(path)
        found = self.reads[path]
        if isinstance(found, OSError):
            raise found
        return found

    def _first(self, path: str) -> bytes | OSError:
        try:
            return self.below.read(path)
        except OSError as error:
            return error
