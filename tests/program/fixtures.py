"""The program under test, for shells: as processes of its own, or warm, which costs a tenth."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import prodops_cli

HERE = Path(__file__).parent
SOURCE = Path(prodops_cli.__file__).parent.parent
"""Where the code lies that the other tests import: a shell runs no other."""


@pytest.fixture(scope="session")
def cold_prodops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for PATH, in which `prodops` is a program like any other."""
    command = f"PYTHONPATH={shlex.quote(str(SOURCE))} exec {shlex.quote(sys.executable)} -P -m prodops_cli"
    return put_program(tmp_path_factory.mktemp("cold"), command)


@pytest.fixture(scope="session")
def prodops(tmp_path_factory: pytest.TempPathFactory, cold_prodops: Path) -> Iterator[Path]:
    """A folder for PATH, in which `prodops` is warm, where there are forks. It can't be told signals."""
    if not hasattr(os, "fork"):
        yield cold_prodops
        return
    with TemporaryDirectory() as folder:  # near the root: the address of a socket is short
        address = f"{folder}/warm"
        with started(address, cold_prodops / "prodops"):
            asks = shlex.join((sys.executable, "-I", "-S", str(HERE / "ask.py"), address))
            yield put_program(tmp_path_factory.mktemp("warm"), f"exec {asks}")


def put_program(folder: Path, command: str) -> Path:
    """A folder with a `prodops` that is a command with its arguments."""
    program = folder / "prodops"
    program.write_text(f'#!/bin/sh\n{command} "$@"\n')
    program.chmod(0o755)
    return folder


def started(address: str, cold: Path) -> subprocess.Popen[bytes]:
    """The warm program, as soon as it has imported everything. It ends with its stdin."""
    command = [sys.executable, "-P", str(HERE / "warm.py"), address, str(cold)]
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(SOURCE),
        "PYDANTIC_DISABLE_PLUGINS": "__all__",  # as `main` says before it imports
        "LANG": "C.UTF-8",
    }
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
    )
    assert process.stdout
    assert process.stdout.readline().decode() == f"ready with {prodops_cli.__file__}\n"
    return process
