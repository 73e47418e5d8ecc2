"""An overlay: a tree in which some files are others, new, or gone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prodops_cli.trees.kept import Kept
from prodops_cli.trees.tree import Entry, Tree, is_below, missing


@dataclass(frozen=True, slots=True)
class Overlay:
    """A tree and what lies over it: bytes by path; None where there is no file any more."""

    below: Tree
    files: Mapping[str, bytes | None]

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
        """Everything below a folder, sorted by path."""
        kept = [entry for entry in self.below.walk(folder) if entry.path not in self.files]
        over = [Entry(path) for path, data in self.files.items() if data is not None and is_below(path, folder)]
        yield from sorted((*kept, *over), key=lambda entry: entry.path)

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError where there is none, and what the tree below raises."""
        if path not in self.files:
            return self.below.read(path)
        data = self.files[path]
        if data is None:
            raise missing(path)
        return data
