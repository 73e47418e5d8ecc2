"""A drawer: bytes by name in a folder of our own. What is not just as we wrote it is not there."""

import contextlib
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one file, its seal included; nothing larger is written, nor taken into memory."""
UNFINISHED: Final = ".new"
ABANDONED: Final = 3600
"""Seconds after which what a killed run has left is removed."""
SEAL: Final = 64
"""Bytes at the beginning of each file: who wrote it, and the checksum of what follows."""
SAFELY: Final = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
WRITABLE_BY_OTHERS: Final = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Drawer:
    """A folder, and who writes there now: what others wrote, such as another version, is not read.

    Nothing here fails: what can't be read is not there, and what can't be written is not kept. Several processes may
    use it at once; of two that write the same name one wins, whole.
    """

    folder: Path
    writer: str

    def get(self, name: str) -> bytes | None:
        """The bytes of a name; None where there are none, or there is any doubt."""
        try:
            data = read_own(self.folder / name) if self._is_own else b""
        except OSError:
            return None
        body = data[SEAL:]
        return body if data[:SEAL] == self._seal(body) else None

    def put(self, name: str, body: bytes) -> None:
        """Keeps bytes in the place of those that had the name."""
        new = self.folder / f"{name}.{os.getpid()}{UNFINISHED}"
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if self._is_own and len(body) <= LARGEST - SEAL:
                try:
                    write_own(new, self._seal(body), body)
                    new.replace(self.folder / name)
                finally:
                    new.unlink(missing_ok=True)

    def tidy(self, prefix: str, most: int) -> None:
        """Removes all but so many names with a prefix, the oldest first, and what killed runs have left."""
        found = sorted(self._files(), reverse=True)
        named = [path for _, path in found if path.name.startswith(prefix) and path.suffix != UNFINISHED]
        left = [path for age, path in found if path.suffix == UNFINISHED and age < time.time() - ABANDONED]
        for path in (*named[most:], *left):
            with contextlib.suppress(OSError):
                path.unlink()

    def clear(self) -> None:
        """Removes all of it."""
        for _, path in self._files():
            with contextlib.suppress(OSError):
                path.unlink()
        with contextlib.suppress(OSError):
            self.folder.rmdir()

    @property
    def _is_own(self) -> bool:
        """Whether it is a folder of this user, to which no link leads from the folder that it was made in."""
        try:
            return all(is_own(os.lstat(each), stat.S_IFDIR) for each in (self.folder, *self.folder.parents[:2]))
        except OSError:
            return False

    def _files(self) -> Iterator[tuple[float, Path]]:
        """The files, and when they were written."""
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir() if self._is_own else ():
                found = path.lstat()
                if stat.S_ISREG(found.st_mode):
                    yield found.st_mtime, path

    def _seal(self, body: bytes) -> bytes:
        return hashlib.sha256(self.writer.encode()).digest() + hashlib.sha256(body).digest()


def read_own(path: Path) -> bytes:
    """The bytes of a regular file of this user. Raises OSError for any other."""
    descriptor = os.open(path, os.O_RDONLY | SAFELY)
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(descriptor)
        if not is_own(found, stat.S_IFREG) or found.st_mode & WRITABLE_BY_OTHERS or found.st_size > LARGEST:
            raise PermissionError(path)
        return file.read()


def write_own(path: Path, *parts: bytes) -> None:
    """Writes a new file that is for this user alone. Raises OSError."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | SAFELY, 0o600), "wb") as file:
        file.writelines(parts)


def is_own(found: os.stat_result, sort: int) -> bool:
    """Whether something is of a sort (a link is no folder), and belongs to this user."""
    return stat.S_IFMT(found.st_mode) == sort and (not hasattr(os, "getuid") or found.st_uid == os.getuid())
