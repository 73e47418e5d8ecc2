"""Progress is for who waits: told at a terminal after a while, never elsewhere, and gone in the end."""

import os
import pty
import signal
import time
from pathlib import Path

import pytest

from prodops_cli.cli import progress as module
from prodops_cli.cli.progress import progress


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """A terminal in front of which nobody is patient."""
    monkeypatch.setattr(os, "isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    monkeypatch.setattr(module, "PACE", 0.01)
    return capfd


def wait(seconds: float = 0.1) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.01)


def test_says_what_is_done_and_takes_it_back(terminal: pytest.CaptureFixture[str]) -> None:
    with progress("Reading", quiet=False) as tell:
        wait()
        tell("Counting")
        wait()
    said = terminal.readouterr().err
    assert "Reading … 0 s" in said
    assert "Counting … 0 s" in said
    assert said.endswith("\r\x1b[K")
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    wait()
    assert terminal.readouterr().err == ""


def test_says_nothing_of_what_is_quick(terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 10.0)
    with progress("Reading", quiet=False):
        wait()
    assert terminal.readouterr().err == ""


def test_is_taken_back_when_something_fails(terminal: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        with progress("Reading", quiet=False):
            wait()
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert terminal.readouterr().err.endswith("\r\x1b[K")


@pytest.mark.parametrize(("name", "value"), [("CI", "true"), ("TERM", "dumb")])
def test_says_nothing_where_nobody_looks(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with progress("Reading", quiet=False) as tell:
        tell("Counting")
        wait()
    assert terminal.readouterr().err == ""


def test_says_nothing_to_who_wants_quiet_or_reads_a_file(
    terminal: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with progress("Reading", quiet=True):
        wait()
    monkeypatch.setattr(os, "isatty", lambda _: False)
    with progress("Reading", quiet=False):
        wait()
    assert terminal.readouterr().err == ""


def test_a_lint_at_a_terminal_leaves_its_verdict_alone(tmp_path: Path, cold_prodops: Path) -> None:
    (tmp_path / "prodops.yaml").write_text("")
    (tmp_path / "owners").mkdir()
    for number in range(1500):
        (tmp_path / f"owners/p{number}.yaml").write_text(
            f"id: p{number}\nname: P {number}\ntype: person\n" + "# x\n" * 200
        )
    child, screen = pty.fork()
    if child == 0:
        environment = {
            "PATH": f"{cold_prodops}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "TERM": "xterm",
        }
        os.execvpe("prodops", ["prodops", "lint", "-C", str(tmp_path), "--color", "never"], environment)
    seen = b""
    while data := heard(screen):
        seen += data
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert seen.rpartition(b"\r\x1b[K")[2].decode().strip() == "All clear: 1,500 files (1,500 owners)."


def heard(screen: int) -> bytes:
    """What comes next; nothing, when the program has ended."""
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""
