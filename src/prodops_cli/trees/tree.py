"""A tree: named bytes, wherever they come from."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from prodops_cli.trees.kept import Kept

LARGEST = 16 * 1024 * 1024  # bytes; nobody writes such a document by hand, and a tree doesn't take it into memory


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a tree: a relative POSIX path, and whether it may be opened (links, FIFOs and devices may not).

    `digest` is git's blob id, where a tree knows it without reading the file.
    """

    path: str
    regular: bool = True
    digest: str = field(default="", compare=False)


class Tree(Protocol):
    """What a catalog is read from. Paths are relative to the catalog's root, with `/` between their parts."""

    @property
    def name(self) -> str:
        """What people call it: `work tree`, `a26e0c9`, `memory`."""
        ...

    @property
    def prefix(self) -> str:
        """The way from the repository's root to the catalog's, ending in `/`; empty where they are one."""
        ...

    @property
    def kept(self) -> Kept:
        """What other runs know of contents, and this one will have known."""
        ...

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden folders and files are left out. A missing folder is empty.

        A name that is no folder (a file, a link, another repository's place) has itself below it.
        """
        ...

    def read(self, path: str) -> bytes:
        """The bytes of a regular file. Raises FileNotFoundError where there is none, OSError where it can't be read.

        It is in the catalog, or one of those that say who reviews what in the repository (see `codeowners`).
        """
        ...


def codeowners(prefix: str) -> tuple[str, ...]:
    """The paths, from the catalog's root, at which a repository says who reviews what; the first that is there holds.

    The one exception to reading within the catalog.
    """
    return tuple(seen_from(prefix, f"{folder}CODEOWNERS") for folder in (".github/", "", "docs/"))


def seen_from(prefix: str, path: str) -> str:
    """A path of the repository as it is called from the catalog's root."""
    return path.removeprefix(prefix) if path.startswith(prefix) else "../" * prefix.count("/") + path


def missing(path: str) -> FileNotFoundError:
    """No tree has a file of this name, or this one doesn't."""
    return FileNotFoundError(errno.ENOENT, "there is no such file", path)


def too_large(path: str, size: int) -> OSError:
    """A file of more than `LARGEST` bytes."""
    return OSError(errno.EFBIG, f"has {size} bytes, more than the {LARGEST} that are read", path)


def is_below(path: str, folder: str) -> bool:
    """Whether a walk of the folder comes by this path: it is at or below it, and nothing between them is hidden."""
    if not folder:
        return not path.startswith(".") and "/." not in path
    rest = path.removeprefix(folder)
    return path.startswith(folder) and (not rest or rest.startswith("/")) and "/." not in rest
