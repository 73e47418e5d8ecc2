"""A lock: one at a time. The system opens it again when its holder ends, however that happens."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from prodops_cli.failure import Failure

if sys.platform == "win32":
    import msvcrt

    def take(file: BinaryIO) -> None:
        """Locks a file. Raises OSError where another has it."""
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def hold(file: BinaryIO) -> None:
        """Locks a file, as soon as nobody else has it. Raises OSError where files can't be locked."""
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def take(file: BinaryIO) -> None:
        """Locks a file. Raises OSError where another has it."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)

    def hold(file: BinaryIO) -> None:
        """Locks a file, as soon as nobody else has it. Raises OSError where files can't be locked."""
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)


PATIENCE = 10.0  # seconds; a run takes one or two
PAUSE = 0.05


@contextmanager
def locked(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Holds a lock file; it stays behind, as an unlocked one means nothing. Raises Failure for who waits in vain."""
    try:
        file = path.open("ab")
    except OSError as error:
        raise Failure(f"{path} cannot be written: {error.strerror}", "look at its rights") from error
    with file:
        until = time.monotonic() + patience
        while not is_taken(file):
            if time.monotonic() > until:
                raise Failure("another run is changing this catalog", "run it again when that one is done")
            time.sleep(PAUSE)
        yield


def is_taken(file: BinaryIO) -> bool:
    """Whether we have it now."""
    try:
        take(file)
    except OSError:
        return False
    return True
