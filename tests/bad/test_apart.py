"""Bad inputs through whole processes: no signal, no hang, little memory, and a small stack is enough.

A usual run tries some. `pytest --rounds=N` runs all of them N times, each time through the next command, and with
other values in the fields: as many rounds as there are commands are all inputs through all of them.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zlib import crc32

import pytest

import prodops_cli
from tests.bad.catalog import put, repository
from tests.bad.commands import COMMANDS, with_options
from tests.bad.inputs.all import inputs, some

SECONDS = 2
MEGABYTES = 300
TOP = Path(__file__).parents[2]
Apart = Callable[[list[str]], tuple[int, float, float, str]]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test for each round."""
    if "turn" in metafunc.fixturenames:
        metafunc.parametrize("turn", range(metafunc.config.getoption("--rounds")))


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The healthy catalog in a repository."""
    return repository(tmp_path_factory.mktemp("apart"))


@pytest.fixture(scope="module")
def apart(catalog: Path) -> Iterator[Apart]:
    """Runs a command in a process of its own; see apart.py."""
    environment = os.environ | {"PYTHONPATH": f"{Path(prodops_cli.__file__).parents[1]}{os.pathsep}{TOP}"}
    command = (sys.executable, "-P", "-m", "tests.bad.apart")
    with subprocess.Popen(
        command, cwd=catalog, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdin
        assert program.stdout
        told, answered = program.stdin, program.stdout

        def ask(arguments: list[str]) -> tuple[int, float, float, str]:
            told.write(json.dumps(arguments) + "\n")
            told.flush()
            code, seconds, megabytes, printed = json.loads(answered.readline())
            return code, seconds, megabytes, printed

        yield ask
        told.close()


def test_ends_as_documented_apart(turn: int, catalog: Path, apart: Apart, rounds: int) -> None:
    complaints = {}
    for name, files in (inputs if rounds > 1 else some)(turn).items():
        put(catalog, files)
        command = COMMANDS[(crc32(name.encode()) + turn) % len(COMMANDS)]
        if complaint := complaint_of(*apart(with_options(command, Path()))):
            complaints[name] = f"{' '.join(command)}: {complaint}"
    assert not complaints


def complaint_of(code: int, seconds: float, megabytes: float, printed: str) -> str:
    """What was promised of every run, and not kept; empty where all was."""
    if code not in (0, 1, 2, 3) or "Traceback" in printed:
        return f"ended with {code}, and said {printed[-2000:]}"
    if seconds > SECONDS or megabytes > MEGABYTES:
        return f"took {seconds:.1f} s and {megabytes:.0f} MB"
    return ""
