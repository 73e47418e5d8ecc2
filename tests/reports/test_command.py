"""`prodops report`: what it writes, where, and its exit codes."""

import json
import re
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from tests.reports.conftest import Repository

WEEK = ("--week", "2026-W36", "--today", "2026-09-08")


def report(folder: Path, *arguments: str) -> int:
    """The exit code of `prodops report`."""
    return run(["report", "-C", str(folder), *arguments])


def test_prints_the_weekly(bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(bloom_folder, *WEEK) == 0
    assert capsys.readouterr().out.startswith("# Product week 36")


def test_writes_and_checks_a_file(bloom_folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "weekly.md"
    written = ("-o", str(file), *WEEK)
    assert report(bloom_folder, *written, "--check") == 1
    assert report(bloom_folder, *written) == 0
    before = file.read_bytes()
    assert report(bloom_folder, *written, "--check") == 0
    assert report(bloom_folder, *written) == 0
    assert file.read_bytes() == before
    file.write_bytes(before + b"x")
    assert report(bloom_folder, *written, "--check") == 1
    assert file.read_bytes() == before + b"x"


def test_prints_what_a_template_gets(bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(bloom_folder, *WEEK, "--print-context") == 0
    assert json.loads(capsys.readouterr().out)["title"]["week"] == 36


def test_lists_the_reports(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--list"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "weekly: The weekly digest: what product leaders read on Monday morning." in said
    assert any(line.startswith("owner ID: One team's or person's page") for line in said)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("wekly",), 2, "did you mean `weekly`?"),
        (("macros",), 2, "there is no report `macros`"),
        (("weekly", "grow"), 2, "`weekly` takes no `grow`"),
        (("--week", "2026-W54"), 2, "is no week"),
        (("--week", "2026-W50", "--today", "2026-09-08"), 2, "has not begun"),
        (("--week", "2026-W30", "--today", "2026-09-08"), 3, "there is no commit of 26 Jul or before"),
        (("--rev", "nowhere"), 3, "names no commit"),
        (("--rev", "HEAD", "--worktree"), 2, "exclude each other"),
        (("--until", "2026-09-01"), 2, "add --since"),
        (("--since", "2026-09-01", "--week", "last"), 2, "exclude each other"),
        (("--since", "nowhere"), 3, "names no commit"),
        (("--since", "2026-13-01"), 2, "is no day"),
        (("--since", "2026-09-02", "--until", "2026-09-01"), 2, "name the earlier day first"),
        (("--check",), 2, "compares with a file"),
        (("-o", "no/such/folder.md", *WEEK), 3, "cannot be written"),
    ],
)
def test_says_what_cannot_be(
    bloom_folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    said: str,
) -> None:
    monkeypatch.chdir(bloom_folder)
    assert report(bloom_folder, *arguments) == code
    assert said in capsys.readouterr().err


def test_shows_what_is_wrong_with_the_settings(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.commit("Kim", "2026-08-01T10:00:00Z", {"prodops.yaml": "version: none\n"})
    assert report(repository.folder, *WEEK) == 2
    said = capsys.readouterr()
    assert "prodops.yaml" in said.err
    assert not said.out


def test_a_repository_without_commits(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    repository.write({"prodops.yaml": "version: 1\n"})
    assert report(repository.folder, *WEEK) == 3
    assert report(repository.folder, *WEEK, "--worktree") == 0
    assert "Without a git history" in capsys.readouterr().out


def test_tells_of_another_period(bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    days = ("--since", "2026-08-31", "--until", "2026-09-06", "--today", "2026-09-08")
    assert report(bloom_folder, *days) == 0
    said = capsys.readouterr().out
    assert said.startswith("# Product report · 31 Aug – 6 Sep 2026 · Bloom\n")
    assert report(bloom_folder, *WEEK) == 0
    assert capsys.readouterr().out.partition("\n")[2] == said.partition("\n")[2]


def test_tells_of_what_is_between_commits(bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(bloom_folder, "--since", "HEAD~2", "--until", "HEAD~1", "--today", "2026-09-08") == 0
    said = capsys.readouterr().out
    assert said.startswith("# Product report · 31 Aug – 2 Sep 2026 · Bloom\n")
    assert "in 1 commit by Tom Okafor" in said
    assert "Old ways" not in said


@pytest.mark.parametrize("name", [("weekly",), ("review",), ("scorecard",), ("owner", "grow")])
def test_a_quarter_is_no_week(name: tuple[str, ...], bloom_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quarter = ("--since", "2026-07-01", "--until", "2026-09-30", "--today", "2026-10-02")
    assert report(bloom_folder, *name, *quarter) == 0
    said = capsys.readouterr().out
    assert "this week" not in said
    assert not re.search(r"\bon (Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b(?! \d)", said)
