"""Writing: a file is replaced whole or not at all."""

import contextlib
import errno
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from prodops_cli.failure import Failure
from prodops_cli.trees.lock import hold, take

FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
UNFINISHED = ".prodops-new"
"""How the names of files end that are not written to their end, or not yet where they belong."""
CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file so that readers see the old bytes or the new ones, never a part. Its mode is kept.

    Raises Failure where the folder is missing or may not be written to, and for what is no regular file.
    """
    with beside(path, data, None) as new:
        new.replace(path)


def write_file(path: Path, data: bytes) -> None:
    """Replaces a file that no transaction is about, and removes what killed runs left beside it. Raises Failure."""
    remove_unfinished(path)
    replace_file(path, data)


def create_file(path: Path, data: bytes, mode: int | None = None) -> None:
    """Writes a file where there is none, never over another. Raises Failure."""
    with beside(path, data, mode) as new:
        os.link(new, path)  # unlike a rename, it fails where something stands


def make_folder(folder: Path) -> None:
    """Makes a folder, and those around it, where there is none. Raises Failure."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"the folder {folder} can't be made: {error.strerror}", "choose another one") from error


def remove_file(path: Path) -> None:
    """Removes a file. Raises Failure."""
    try:
        path.unlink()
    except OSError as error:
        raise Failure(f"{path} cannot be removed: {error.strerror}", "look at the rights of its folder") from error


@contextmanager
def beside(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """A file with these bytes in the same folder, until it is put into its place. Raises Failure."""
    try:
        mode = mode_of(path) if mode is None else mode
        file, temporary = begun(path)
    except OSError as error:
        hint = "look at the rights of its folder" if error.errno in FORBIDDEN else "choose another path"
        raise Failure(f"{path} cannot be written: {error.strerror}", hint) from error
    try:
        with file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)
            yield temporary
    except OSError as error:
        hint = "" if error.errno == errno.EEXIST else "look at the disk's free space and rights"
        raise Failure(f"{path} cannot be written: {error.strerror}", hint) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def begun(path: Path) -> tuple[BinaryIO, Path]:
    """A new file beside another one. It is locked as long as it is open, so that nobody thinks that it was left."""
    while True:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=UNFINISHED, dir=path.parent)
        file = os.fdopen(descriptor, "wb")
        with contextlib.suppress(OSError):
            hold(file)
        if os.path.lexists(name):
            return file, Path(name)
        file.close()  # somebody has looked at it before it was locked


def remove_unfinished(path: Path) -> None:
    """Removes what killed runs have left beside a file, and nothing that a run still writes."""
    with contextlib.suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - names are enough
            if name.startswith(f".{path.name}.") and name.endswith(UNFINISHED):
                remove_left(path.with_name(name))


def remove_left(path: Path) -> None:
    """Removes a file that nobody has locked."""
    with contextlib.suppress(OSError), os.fdopen(os.open(path, os.O_RDONLY | CAREFULLY), "rb") as file:
        take(file)
        path.unlink()


def mode_of(path: Path) -> int:
    """The mode bits of the file that is there, or those that a new file gets. Raises Failure for links and devices."""
    try:
        found = path.lstat().st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if not stat.S_ISREG(found):
        raise Failure(f"{path} is no regular file", "choose another path")
    return stat.S_IMODE(found)
