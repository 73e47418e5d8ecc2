"""A program that runs commands, each in a fork with little stack, memory and time, and tells what became of it.

It is told a command as a line of JSON, and answers with another: the exit code (or minus the signal), the seconds of
computing, the most memory in MB, and what was printed.
"""

import json
import os
import resource
import signal
import sys
import threading
from tempfile import TemporaryFile

from prodops_cli.cli.run import run
from tests.program.warm import import_everything

STACK = 512 * 1024
MEMORY = 1024**3
"""Of addresses; how much of it a command really takes is measured."""
SECONDS = 20
"""After which nobody waits any longer."""


def serve() -> None:
    """Runs commands until nobody asks for any."""
    import_everything()
    threading.stack_size(STACK)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(ending(json.loads(line))) + "\n")
        sys.stdout.flush()


def ending(arguments: list[str]) -> tuple[int, float, float, str]:
    """What becomes of a command."""
    with TemporaryFile() as output:
        pid = os.fork()
        if not pid:
            become(arguments, output.fileno())
        _, status, used = os.wait4(pid, 0)
        output.seek(0)
        printed = output.read().decode(errors="replace")
    return os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed


def become(arguments: list[str], output: int) -> None:
    """Runs a command in the place of this process."""
    for number in (1, 2):
        os.dup2(output, number)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8") for number in (1, 2))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.alarm(10 * SECONDS)
    codes: list[int] = []
    thread = threading.Thread(target=lambda: codes.append(run(arguments)))
    thread.start()
    thread.join()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.flush()
    os._exit(codes[0] if codes else 70)


if __name__ == "__main__":
    serve()
