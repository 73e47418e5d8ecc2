"""What the world does to a command is a failure, and no bug: no room left, a folder that is gone."""

import errno
import os
import subprocess
from pathlib import Path

import pytest

from prodops_cli.cli.failures import exit_code
from tests.examples.catalogs import ACME

COMMANDS = ("lint", "report weekly --worktree", "list metric -f csv", "overlap --all -f json")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_no_room_for_what_is_printed(command: str, prodops: Path) -> None:
    with Path("/dev/full").open("w") as full:
        environment = os.environ | {"PATH": f"{prodops}{os.pathsep}{os.environ['PATH']}"}
        words = ("prodops", *command.split(), "-C", str(ACME), "--today", "2026-09-07")
        ended = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert ended.returncode == 3
    assert ended.stderr.decode().splitlines()[-2:] == [
        "error: not all could be written: No space left on device",
        "  hint: make room, or write it elsewhere",
    ]


def test_a_folder_that_is_gone(tmp_path: Path, prodops: Path) -> None:
    (tmp_path / "here").mkdir()
    script = f'PATH="{prodops}:$PATH"; rmdir "{tmp_path}/here"; prodops lint'
    ended = subprocess.run(("sh", "-c", script), cwd=tmp_path / "here", capture_output=True, check=False)
    assert ended.returncode == 3
    assert ended.stderr.decode().splitlines()[-2:] == [
        "error: the folder that you are in is gone",
        "  hint: change to one that is there",
    ]


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM])
def test_a_system_that_is_exhausted(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    def refused() -> int:
        raise OSError(number, os.strerror(number))

    assert exit_code(refused) == 3
    assert capsys.readouterr().err.splitlines() == [
        f"error: it could not be done: {os.strerror(number)}",
        "  hint: close other programs, and run it again",
    ]
