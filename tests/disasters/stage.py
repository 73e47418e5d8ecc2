"""A catalog in which disasters happen, and what is there before and after each command."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import prodops_cli
from tests.bad.catalog import GIT, NOBODY, write
from tests.disasters.commands import CATALOG, files, words

TOP = Path(__file__).parents[2]
OWN = ("lock", "kept")
"""What may lie in a catalog's store when nothing is to be done."""
UNFINISHED = ".prodops-new"
Files = dict[str, bytes | None]
"""The bytes of each file; None for a folder."""


class Ending(NamedTuple):
    """What became of a command: its exit code, or minus a signal; the system calls that it came to; what it said."""

    code: int
    calls: int
    printed: str


class Stage:
    """A catalog in a repository, and a program that runs commands in it."""

    def __init__(self, root: Path, program: subprocess.Popen[str]) -> None:
        self.root = root
        self.program = program
        write(root, files())
        for arguments in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "--message", "Begin")):
            subprocess.run((*GIT, *arguments), cwd=root, env=os.environ | NOBODY, check=True, capture_output=True)
        self.before = self.files()
        self._known: dict[str, tuple[Files, int]] = {}

    def run(self, name: str, **happening: Any) -> Ending:
        """Runs a command, to which something happens."""
        (ended,) = self.ask(words(name), **happening)
        return ended

    def run_both(self, one: str, other: str) -> tuple[Ending, ...]:
        """Runs two commands at once."""
        return tuple(self.ask(*map(words, (one, other))))

    def ask(self, *runs: list[str], **happening: Any) -> list[Ending]:
        """Has the program run commands."""
        assert self.program.stdin
        assert self.program.stdout
        said = {"runs": runs, "folder": str(self.root / CATALOG), **happening}
        self.program.stdin.write(json.dumps(said) + "\n")
        self.program.stdin.flush()
        return [Ending(*each) for each in json.loads(self.program.stdout.readline())]

    def after(self, name: str) -> Files:
        """What is there after a command to which nothing happens."""
        return self._undisturbed(name)[0]

    def calls(self, name: str) -> int:
        """How many system calls a command needs that change something on disk."""
        return self._undisturbed(name)[1]

    def in_turn(self, one: str, other: str) -> Files:
        """What is there after two commands, one after the other."""
        self.reset()
        for name in (one, other):
            self.run(name)
        return self.files()

    def torn(self, after: Files) -> list[str]:
        """The files that are neither as before nor as after a command, but for what it had begun to write."""
        now = self.files()
        either = {path for path in self.before.keys() & after.keys() if path not in now}
        return sorted(either | {path for path, data in now.items() if not self._may_be(path, data, after)})

    def _may_be(self, path: str, data: bytes | None, after: Files) -> bool:
        is_begun = path.endswith(UNFINISHED) or path.startswith(".git/prodops")
        return is_begun or data is None or data in (self.before.get(path), after.get(path))

    def _undisturbed(self, name: str) -> tuple[Files, int]:
        if name not in self._known:
            self.reset()
            ended = self.run(name, at=0, writes=True)
            assert ended.code in (0, 1), ended
            self._known[name] = self.files(), ended.calls
            assert self._known[name][0] != self.before, f"{name} writes nothing"
            self.reset()
        return self._known[name]

    def files(self) -> Files:
        """All that is there now, but for git's own, and what may always be in the store."""
        found: Files = {}
        for top, folders, names in os.walk(self.root):
            here = Path(top).relative_to(self.root)
            folders[:] = [each for each in folders if not is_gits(here / each)]
            found |= {f"{here / each}": None for each in folders if ".git" not in (here / each).parts}
            found |= {
                f"{here / each}": (self.root / here / each).read_bytes() for each in names if not is_gits(here / each)
            }
        return found

    def reset(self) -> None:
        """Everything as it was before; what is kept of the catalog goes, too."""
        shutil.rmtree(self.root / ".git" / "prodops", ignore_errors=True)
        now = self.files()
        for path in sorted(now.keys() - self.before.keys(), reverse=True):
            here = self.root / path
            here.rmdir() if now[path] is None else here.unlink()
        write(
            self.root, {path: data for path, data in self.before.items() if data is not None and now.get(path) != data}
        )


def is_gits(path: Path) -> bool:
    """Whether something in a repository is git's own, or may always be in our store."""
    match path.parts:
        case (".git",):
            return False
        case (".git", "prodops", *rest):
            return len(rest) > 1 and rest[1] in OWN
        case (".git", *_):
            return True
    return False


@contextmanager
def stage(root: Path) -> Iterator[Stage]:
    """A stage in a new folder."""
    environment = os.environ | {
        "PYTHONPATH": f"{Path(prodops_cli.__file__).parents[1]}{os.pathsep}{TOP}",
        "XDG_CACHE_HOME": str(root.with_name("cache")),
    }
    command = (sys.executable, "-P", "-m", "tests.disasters.actor")
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        yield Stage(root, program)
        assert program.stdin
        program.stdin.close()
