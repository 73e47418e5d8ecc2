"""`lint --watch`: what changes is linted again, whatever state it is in, until somebody ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from prodops_cli.cli import watching
from prodops_cli.failure import Misuse
from prodops_cli.trees.mark import marks
from tests.fixes.catalogs import ANNA, write

END = "Watching for changes; Ctrl-C ends.\n"


@pytest.fixture
def catalog(tmp_path: Path) -> Path:
    """A healthy catalog on disk."""
    return write(tmp_path, {"owners/anna.yaml": ANNA})


@pytest.fixture
def watcher(catalog: Path) -> Iterator[subprocess.Popen[str]]:
    """A lint that watches it."""
    command = [sys.executable, "-m", "prodops_cli", "lint", "--watch", "-f", "concise", "-C", str(catalog)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        yield running
        running.kill()


def said(watcher: subprocess.Popen[str]) -> str:
    """What it says until it waits again."""
    assert watcher.stdout
    lines = list(iter(watcher.stdout.readline, END))
    return "".join(lines)


def test_each_change_is_linted(catalog: Path, watcher: subprocess.Popen[str]) -> None:
    assert said(watcher) == "All clear: 1 file (1 owner).\n"
    (catalog / "owners/anna.yaml").write_text(ANNA.replace("person", "persn"))
    assert "did you mean `person`?" in said(watcher)
    (catalog / "owners/ben.yaml").write_bytes(b"\xff: [")
    assert "not-utf8" in said(watcher)
    (catalog / "owners/ben.yaml").unlink()
    (catalog / "prodops.yaml").write_text("version: none\n")
    assert "nothing was checked" in said(watcher)
    (catalog / "prodops.yaml").unlink()
    assert "no prodops.yaml" in said(watcher)
    (catalog / "prodops.yaml").touch()
    (catalog / "owners/anna.yaml").unlink()
    assert "there is no document in the work tree" in said(watcher)
    (catalog / ".prodops-baseline.json").write_text("no")
    assert "is no JSON" in said(watcher)
    watcher.send_signal(signal.SIGINT)
    assert watcher.wait(10) == 130


def test_what_is_asked_wrongly_is_not_watched(catalog: Path) -> None:
    command = [sys.executable, "-m", "prodops_cli", "lint", "--watch", "--select", "nonsense", "-C", str(catalog)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, "no rule and no family `nonsense`" in done.stderr) == (2, True)


def test_several_saves_are_one_change(catalog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = iter(range(100))

    def sleep(_: float) -> None:
        if (number := next(waits)) < 5:
            (catalog / "owners/anna.yaml").write_text(ANNA + "\n" * (number + 1))

    monkeypatch.setattr(watching.time, "sleep", sleep)
    seen = watching.state(catalog)
    now = watching.next_change(catalog, seen)
    assert now == watching.state(catalog) != seen
    assert next(waits) == 6


def test_the_screen_is_cleared_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    watching.shown(lambda: sys.stdout.write("clear\n"), quiet=True)
    assert capsys.readouterr() == (f"{watching.CLEAR}clear\n", "")


def test_later_mistakes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    def act() -> None:
        raise Misuse("that can't be", "try again")

    watching.patiently(act)
    assert capsys.readouterr().err == "error: that can't be\n  hint: try again\n"


def test_marks_are_total(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("nowhere")
    found = marks(tmp_path, ("pipe", "link", "missing", "a\0b", "x" * 300))
    assert [name for name, mark in found.items() if mark] == ["pipe", "link"]


def test_what_lies_beside_the_documents_is_watched_too(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    catalog = write(tmp_path / "catalog", {"owners/anna.yaml": ANNA})
    also = (str(tmp_path / "known.json"),)
    for path in ("CODEOWNERS", ".github/CODEOWNERS", "known.json", "catalog/.prodops-baseline.json"):
        before = watching.state(catalog, also)
        file = tmp_path / path
        file.parent.mkdir(exist_ok=True)
        file.write_text("{}")
        assert watching.state(catalog, also) != before, path
