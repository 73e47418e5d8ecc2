"""Progress: what is going on, for who waits at a terminal for more than a second; gone when it is done."""

import contextlib
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import Final, TypeAlias

Tell: TypeAlias = Callable[[str], None]

PATIENCE: Final = 1.0
"""Seconds for which nothing is said."""
PACE: Final = 0.5
"""Seconds from one word to the next."""
STDERR: Final = 2
GONE: Final = "\r\x1b[K"


def silent(_: str) -> None:
    """Tells nobody."""


@contextmanager
def progress(doing: str, quiet: bool) -> Iterator[Tell]:
    """Says on stderr what is being done, and for how long; who does it may tell more.

    The system's timer interrupts the work for it: a thread beside the work would keep it from being shared by forks.
    """
    if quiet or not is_watched():
        yield silent
        return
    line = Line(doing)
    before = signal.signal(signal.SIGALRM, line.show)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, PACE)
    try:
        yield line.tell
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        line.remove()


def is_watched() -> bool:
    """Whether somebody sees it: a terminal that can take a line back, outside of CI."""
    is_terminal = os.isatty(STDERR) and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")
    return is_terminal and hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


class Line:
    """One line of a terminal."""

    def __init__(self, doing: str) -> None:
        self.doing = doing
        self.start = monotonic()
        self.is_shown = False

    def tell(self, doing: str) -> None:
        """Something else is being done now."""
        self.doing = doing

    def show(self, _: int, __: FrameType | None) -> None:
        """Writes the line anew; past Python's buffers, which may be in the midst of something."""
        said = f"{self.doing} … {monotonic() - self.start:.0f} s"
        with contextlib.suppress(OSError):  # the terminal is gone: the work may go on
            os.write(STDERR, f"{GONE}{said[: columns() - 1]}".encode())
            self.is_shown = True

    def remove(self) -> None:
        """Takes the line back."""
        if self.is_shown:
            with contextlib.suppress(OSError):
                os.write(STDERR, GONE.encode())


def columns() -> int:
    """How wide the terminal is."""
    try:
        return os.get_terminal_size(STDERR).columns
    except OSError:
        return 80
