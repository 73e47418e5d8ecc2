"""A program that runs commands in a world of its own, and says what each has printed and how it has ended.

It is told the world as a line of JSON: where the catalog is, the commands, and what there is about this process.
"""

import hashlib
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prodops_cli.cli.run import run
from prodops_cli.lint import run as linting
from prodops_cli.trees import share
from tests.program.warm import import_everything


def perform(catalog: str, commands: list[list[str]], folder: str, **odd: Any) -> Iterator[str]:
    """The digest of what each command prints, with its exit code."""
    import_everything()
    os.umask(odd.get("mask", 0o022))
    os.chdir(folder)
    if "shuffled" in odd:
        shuffle(random.Random(odd["shuffled"]))
    if "processes" in odd:
        share.processes = lambda: odd["processes"]
        linting.MANY = 0  # type: ignore[misc]
    for words in commands:
        here = () if words[0] in ("schema", "explain") else ("-C", catalog)
        for _ in range(odd.get("times", 1)):
            told = printed([*words, *here, *(("--no-cache",) if "uncached" in odd and here else ())])
        yield told


def printed(words: list[str]) -> str:
    """What a command prints, in a fork."""
    with tempfile.TemporaryFile() as output:
        pid = os.fork()
        if not pid:
            for number in (1, 2):
                os.dup2(output.fileno(), number)
            code = run(words)
            for stream in filter(None, (sys.stdout, sys.stderr)):
                stream.flush()
            os._exit(code)
        _, status = os.waitpid(pid, 0)
        output.seek(0)
        return f"{os.waitstatus_to_exitcode(status)} {hashlib.sha256(output.read()).hexdigest()}"


def shuffle(chance: random.Random) -> None:
    """Has the system list folders in another order each time."""
    listed, scanned = os.listdir, os.scandir

    def listdir(*arguments: Any) -> list[Any]:
        return chance.sample(found := listed(*arguments), len(found))

    @contextmanager
    def scandir(*arguments: Any) -> Iterator[Iterator[Any]]:
        with scanned(*arguments) as entries:
            yield iter(chance.sample(found := list(entries), len(found)))

    os.listdir, os.scandir = listdir, scandir  # type: ignore[assignment]


if __name__ == "__main__":
    sys.stdout.write(json.dumps(list(perform(**json.loads(sys.stdin.readline())))))
