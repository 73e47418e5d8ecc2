"""A program that runs commands, each in a fork to which something happens, and tells what became of it.

It is told the words of one command, or of several that begin at once, and what happens then, as a line of JSON. It
answers with another: of each the exit code (or minus the signal), how many system calls it came to, and its output.
"""

import builtins
import io
import json
import mmap
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any

from prodops_cli.cli.run import run
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees.memory import MemoryTree
from tests.bad.healthy import over
from tests.program.warm import import_everything

try:
    import fcntl
except ImportError:  # no forks are there either
    fcntl = None  # type: ignore[assignment]

WRITING = ("fsync", "fchmod", "link", "mkdir", "rename", "replace", "rmdir", "unlink", "write")
ANY = (*WRITING, "fork", "fstat", "listdir", "lstat", "pipe", "read", "readlink", "scandir", "stat")
WRITES = os.O_WRONLY | os.O_RDWR


class Calls:
    """Counts system calls; at one of them, something happens."""

    def __init__(self, at: int, happens: Callable[[], None]) -> None:
        self.count = mmap.mmap(-1, 8)  # shared with the fork, whatever becomes of it
        self.at = at
        self.happens = happens

    @property
    def number(self) -> int:
        return int.from_bytes(self.count[:8])

    def before(
        self, call: Callable[..., Any], counts: Callable[..., Any] = lambda *_, **__: True
    ) -> Callable[..., Any]:
        """A call that is counted, if it counts."""

        def counted(*arguments: Any, **words: Any) -> Any:
            if counts(*arguments, **words):
                self.next()
            return call(*arguments, **words)

        return counted

    def next(self) -> None:
        """One more."""
        number = self.number + 1
        self.count[:8] = number.to_bytes(8)
        if number == self.at:
            self.happens()

    def watch(self, is_any: bool) -> None:
        """Counts the calls of this process from now on: any, or those alone that change something on disk."""
        for name in ANY if is_any else WRITING:
            setattr(os, name, self.before(getattr(os, name)))
        os.open = self.before(os.open, lambda _, flags, *__, **___: is_any or flags & WRITES)  # type: ignore[assignment]
        builtins.open = io.open = self.before(io.open, lambda *_, **__: is_any)  # type: ignore[assignment]
        fcntl.flock = self.before(fcntl.flock)
        if is_any:
            subprocess._fork_exec = self.before(subprocess._fork_exec)  # type: ignore[attr-defined]
        self.watch_writing()

    def watch_writing(self) -> None:
        """Counts each write into a file that is opened by its number."""
        calls, opened = self, os.fdopen

        class File(io.FileIO):
            def write(self, data: Any) -> int:
                calls.next()
                return super().write(data)

        def fdopen(number: int, mode: str = "r", *rest: Any, **words: Any) -> Any:
            return io.BufferedWriter(File(number, mode)) if mode == "wb" else opened(number, mode, *rest, **words)

        os.fdopen = fdopen


def serve() -> None:
    """Runs commands until nobody asks for any."""
    import_everything()
    lint(MemoryTree(over({})), Request(date.min))  # so that models and rules are made once
    for line in sys.stdin:
        sys.stdout.write(json.dumps(endings(**json.loads(line))) + "\n")
        sys.stdout.flush()


def endings(runs: list[list[str]], folder: str, **happening: Any) -> list[tuple[int, int, str]]:
    """What becomes of commands that begin at once in a folder."""
    begun = [begin(words, folder, happening) for words in runs]
    return [end(*each) for each in begun]


def begin(words: list[str], folder: str, happening: dict[str, Any]) -> tuple[int, Calls, IO[bytes]]:
    """A command that has begun, in a process of its own."""
    calls = Calls(happening.get("at", 0), lambda: happen(happening))
    output = TemporaryFile()  # noqa: SIM115 - closed when it has ended
    pid = os.fork()
    if not pid:
        become(words, folder, output.fileno(), calls, happening)
    if "seconds" in happening:
        time.sleep(happening["seconds"])
        os.kill(pid, happening["signal"])
    return pid, calls, output


def end(pid: int, calls: Calls, output: IO[bytes]) -> tuple[int, int, str]:
    """The exit code of a command, the system calls that it came to, and what it has printed."""
    _, status = os.waitpid(pid, 0)
    with output:
        output.seek(0)
        printed = output.read().decode(errors="replace")
    return os.waitstatus_to_exitcode(status), calls.number, printed


def become(words: list[str], folder: str, output: int, calls: Calls, happening: dict[str, Any]) -> None:
    """Runs a command in the place of this process."""
    code = 70
    try:
        for number in (1, 2):
            os.dup2(output, number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
        os.chdir(folder)
        if "room" in happening:
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if "signal" in happening else signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (happening["room"], resource.RLIM_INFINITY))
        elif "at" in happening:
            calls.watch(is_any="error" in happening and "writes" not in happening)
        code = run(words)
        calls.at = 0
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    finally:
        os._exit(code)


def happen(happening: dict[str, Any]) -> None:
    """What was announced."""
    if "signal" in happening:
        os.kill(os.getpid(), happening["signal"])
    raise OSError(happening["error"], os.strerror(happening["error"]))


if __name__ == "__main__":
    serve()
