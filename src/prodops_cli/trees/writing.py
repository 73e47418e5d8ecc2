"""Writing: a file is replaced whole or not at all."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from prodops_cli.failure import Failure


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file so that readers see the old bytes or the new ones, never a part. Its mode is kept.

    Raises Failure where the folder is missing or may not be written to, and for what is no regular file.
    """
    try:
        mode = mode_of(path)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}", "choose another path") from error
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.fchmod(file.fileno(), mode)
        Path(temporary).replace(path)
    except OSError as error:
        hint = "look at the disk's free space and rights"
        raise Failure(f"{path} cannot be written: {error.strerror}", hint) from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(temporary).unlink()


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
