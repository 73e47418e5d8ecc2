"""The work tree: the catalog's files as they are on disk now."""

import errno
import functools
import operator
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import ClassVar

from prodops_cli.failure import Failure
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.tree import LARGEST, Entry, codeowners, missing, too_large

# Links are not followed, and nobody waits for the other end of a FIFO. Not every system has every flag.
READING = functools.reduce(operator.or_, (getattr(os, f"O_{flag}", 0) for flag in ("NOFOLLOW", "NONBLOCK", "BINARY")))


@dataclass(frozen=True, slots=True)
class WorkTree:
    """The files below a folder on disk. Where links lead is not in the tree, nor is another repository's content."""

    root: Path
    kept: Kept = field(default_factory=Kept, compare=False)
    name: ClassVar[str] = "work tree"

    @property
    def prefix(self) -> str:
        """The way from the repository's root to the catalog's, ending in `/`; empty where they are one, or none is."""
        top = find_top(self.root)
        way = self.root.resolve().relative_to(top).as_posix() if top else "."
        return "" if way == "." else f"{way}/"

    def walk(self, folder: str = "") -> Iterator[Entry]:
        """Everything below a folder, sorted by path; hidden folders and files are left out. A missing folder is empty.

        Raises Failure for a folder that can't be listed.
        """
        mode = self._mode(folder)
        if stat.S_ISDIR(mode):
            yield from sorted(self._below(folder), key=operator.attrgetter("path"))
        elif mode:
            yield Entry(folder, stat.S_ISREG(mode))

    def read(self, path: str) -> bytes:
        """The bytes of a regular file that no link leads to.

        Raises FileNotFoundError where there is none, OSError where it can't be read or is larger than `LARGEST`.
        """
        if not self._is_within(path):
            raise missing(path)
        descriptor = self._open(path)
        try:
            status = os.fstat(descriptor)
            data = os.read(descriptor, _size(status, path))
        finally:
            os.close(descriptor)
        self.kept.signatures.learn(path, status, data)
        return data

    def _below(self, start: str) -> Iterator[Entry]:
        folders = [start]
        while folders:
            folder = folders.pop()
            entries = self._list(folder)
            if folder and any(entry.name == ".git" for entry in entries):
                yield Entry(folder, regular=False)  # another repository: a revision of this one doesn't hold its files
                continue
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                else:
                    yield Entry(path, entry.is_file(follow_symlinks=False), self._digest(path, entry))

    def _digest(self, path: str, entry: os.DirEntry[str]) -> str:
        """What stands in a file, where that is known."""
        try:
            return self.kept.signatures.digest(path, entry)
        except OSError:
            return ""  # it went away while we walked

    def _list(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(self._locate(folder)) as entries:
                return list(entries)
        except (FileNotFoundError, NotADirectoryError):
            return []  # it went away while we walked
        except OSError as error:
            raise Failure(f'the folder "{folder or self.root}" cannot be listed: {error.strerror}') from error

    def _mode(self, path: str) -> int:
        """What stands at a path, as lstat says it; 0 for nothing, and for what is only reached through a link."""
        try:
            return os.lstat(self._locate(path)).st_mode if self._is_within(path) else 0
        except (OSError, ValueError):
            return 0

    def _is_within(self, path: str) -> bool:
        """Whether a path stays in the tree: no `..`, no link on the way."""
        if not path:
            return True
        if path.startswith("../"):
            folder = os.path.dirname(path)  # noqa: PTH120 - as below
            return path in codeowners(self.prefix) and not os.path.islink(self._locate(folder))  # noqa: PTH114 - as below
        names = path.split("/")
        if not all(names) or "." in names or ".." in names:
            return False
        folders = accumulate(names[:-1], "{}/{}".format)
        return not any(os.path.islink(self._locate(folder)) for folder in folders)  # noqa: PTH114 - as below

    def _open(self, path: str) -> int:
        try:
            return os.open(self._locate(path), os.O_RDONLY | READING)
        except (ValueError, FileNotFoundError, NotADirectoryError):
            raise missing(path) from None
        except OSError as error:
            reason = "is a link, which is not followed" if error.errno == errno.ELOOP else error.strerror
            raise OSError(error.errno, reason, path) from None

    def _locate(self, path: str) -> str:
        return os.path.join(self.root, path)  # noqa: PTH118 - thousands of times, and a Path is slow to make


def _size(status: os.stat_result, path: str) -> int:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "is not a regular file", path)
    if status.st_size > LARGEST:
        raise too_large(path, status.st_size)
    return status.st_size


def find_root(start: Path) -> Path:
    """The catalog's root: the nearest folder upwards that has a `prodops.yaml`, not beyond the top of the repository.

    Raises Failure where there is none.
    """
    if not start.is_dir():
        raise Failure(f'there is no folder "{start}"', "name the catalog's folder with -C")
    try:
        here = start.resolve()
    except FileNotFoundError as error:  # relative to a folder that somebody has removed meanwhile
        raise Failure("the folder that you are in is gone", "change to one that is there") from error
    top = find_top(here)
    for folder in (here, *here.parents):
        if os.path.lexists(folder / "prodops.yaml"):
            return folder
        if folder == top:
            break
    above = f', or above it in the repository "{top}"' if top else ", or above it"
    raise Failure(f'no prodops.yaml in "{here}"{above}', instead(here))


def instead(here: Path) -> str:
    """What to do in a folder without a catalog: its settings are called otherwise, it lies below, or is yet to be."""
    with suppress(OSError):
        names = sorted(entry.name for entry in here.iterdir())
        for name in names:
            if name.lower() in ("prodops.yml", "prodops.yaml"):
                return f'rename "{name}" to "prodops.yaml"'
        for name in names:
            if (here / name / "prodops.yaml").is_file():
                return f'there is a catalog in "{name}": name it with -C'
    return "name the catalog's folder with -C, or begin one with `prodops init`"


def find_top(folder: Path) -> Path | None:
    """The top of the git repository that a folder is in: the nearest folder upwards with a `.git`."""
    here = folder.resolve()
    return next((above for above in (here, *here.parents) if os.path.lexists(above / ".git")), None)


def may_lack_files(root: Path) -> bool:
    """Whether a work tree may hold less than its commit: a sparse checkout, or one with submodules."""
    top = find_top(root)
    if top is None:
        return False
    here = top / ".git"
    own = here if here.is_dir() else top / here.read_text("utf-8", "surrogateescape").strip().removeprefix("gitdir: ")
    return (top / ".gitmodules").is_file() or (own / "info" / "sparse-checkout").is_file()
