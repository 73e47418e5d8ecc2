"""A tree: named bytes, wherever they come from; and the one way to say that the world let us down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol


class Failure(Exception):
    """The world is not as it must be: no catalog, an unknown revision, a file that cannot be read.

    It ends the command with exit 3 (never a traceback): `sentence` says what is, `hint` what to do.
    """

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a tree: a relative POSIX path, and whether it may be opened (links, FIFOs and devices may not)."""

    path: str
    regular: bool = True


class Tree(Protocol):
    """What a catalog is read from. Paths are relative to the catalog's root, with `/` between their parts."""

    @property
    def name(self) -> str:
        """What people call it: `work tree`, `a26e0c9`, `memory`."""
        ...

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden folders and files are left out. A missing folder is empty."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a regular file. Raises FileNotFoundError where there is none, OSError where it can't be read."""
        ...
