"""A dialogue of the docs, held at a terminal: whoever answers types what the page shows behind each question."""

import os
import pty
from pathlib import Path

from prodops_cli.cli.acquainting import local_zone
from tests.cli.terminal import heard
from tests.docs.page import Step

SHELL = ("bash", "-eo", "pipefail", "-c")


def hold(step: Step, folder: Path, environment: dict[str, str]) -> str:
    """What stands on the screen at the end; on a machine in UTC, as the page shows it. Fails for what isn't shown."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execvpe(SHELL[0], [*SHELL, step.name], environment | {"TERM": "dumb"})
    seen, answered = b"", 0
    while data := heard(terminal):
        seen += data
        if seen.endswith(b": ") and len(seen) > answered:
            screen = as_shown(seen)
            assert step.text.startswith(screen), f"$ {step.name}\n{screen}"
            answer, _, _ = step.text[len(screen) :].partition("\n")
            answered = len(seen) + len(answer.encode()) + 2
            os.write(terminal, f"{answer}\n".encode())
    os.waitpid(child, 0)
    os.close(terminal)
    return as_shown(seen)


def as_shown(seen: bytes) -> str:
    """A screen as the page shows it."""
    return seen.decode().replace("\r\n", "\n").replace(f"[{local_zone()}]", "[UTC]")
