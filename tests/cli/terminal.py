"""A terminal with somebody at it, who answers each question when it is asked."""

import os
import pty
import select
from pathlib import Path
from time import sleep

PATIENCE = 60
THOUGHT = 0.5
CTRL_C = "\x03"


def talk(command: list[str], answers: list[str], folder: Path, program: Path) -> tuple[str, int]:
    """What stands on the screen at the end, and the exit code. An answer is typed when a line ends with `: `."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        environment = {"PATH": f"{program}{os.pathsep}{os.environ['PATH']}", "LANG": "C.UTF-8", "HOME": str(program)}
        os.execvpe("prodops", ["prodops", *command], environment | {"SOURCE_DATE_EPOCH": "1788739200", "TERM": "dumb"})
    seen, left = b"", list(answers)
    while data := heard(terminal):
        seen += data
        if seen.endswith(b": ") and left:
            said = left.pop(0)
            if said == CTRL_C:
                sleep(THOUGHT)  # readline overlooks a signal that comes in the instant before it listens
            os.write(terminal, said.encode() if said == CTRL_C else f"{said}\n".encode())
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    assert not left, f"nobody asked for {left}:\n{seen.decode()}"
    return seen.decode().replace("\r\n", "\n"), code


def heard(terminal: int) -> bytes:
    """What comes next; nothing, when the program has ended."""
    ready, _, _ = select.select([terminal], [], [], PATIENCE)
    assert ready, "nobody speaks"
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
