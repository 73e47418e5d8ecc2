"""A tree in memory: named bytes that were never on a disk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from prodops_cli.trees.kept import Kept
from prodops_cli.trees.tree import Entry, is_below, missing


@dataclass(frozen=True, slots=True)
class MemoryTree:
    """Files by their relative POSIX path."""

    files: Mapping[str, bytes]
    prefix: str = ""
    kept: Kept = field(default_factory=Kept, compare=False)
    name: ClassVar[str] = "memory"

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden folders and files are left out."""
        yield from (Entry(path) for path in sorted(self.files) if is_below(path, folder))

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises FileNotFoundError where there is none."""
        try:
            return self.files[path]
        except KeyError:
            raise missing(path) from None
