"""Whatever is named as a revision, and whatever a repository's settings say: nothing is run, and nothing written."""

import os
from math import ceil
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from tests.cli.comparing import OLD, Commit, Git, branched
from tests.effort import in_turn
from tests.hostile import REVISIONS, environment, poison

REVISION = "{revision}"
COMMANDS = (
    ("lint", "--rev", REVISION),
    ("lint", "--base", REVISION),
    ("lint", "--base", REVISION, "--fix", "--unsafe-fixes"),
    ("lint", "--base", "HEAD", "--rev", REVISION),
    ("list", "metric", "--rev", REVISION),
    ("show", "old", "--rev", REVISION),
    ("report", "weekly", "--rev", REVISION),
    ("diff", "--", REVISION),
    ("diff", "--", "HEAD", REVISION),
)
THIRD = ceil(len(REVISIONS) / 3)
"""How many revisions each command is asked for in a usual run."""


def files(folder: Path) -> list[tuple[str, int]]:
    """All files below a folder, and when they were last written, but for what is our own."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and "prodops" not in path.parts)
    return [(str(path), path.stat().st_mtime_ns) for path in found]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_odd_revisions(
    repository: Path,
    commit: Commit,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    rounds: int,
    command: tuple[str, ...],
) -> None:
    commit(repository, "first", **OLD)
    commit(repository, "second", notes="x")
    monkeypatch.chdir(repository)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788739200")  # 7 September 2026
    before = files(repository)
    for revision in in_turn(REVISIONS, COMMANDS.index(command), THIRD, rounds):
        code = run([part.format(revision=revision) for part in command])
        out, said = capsys.readouterr()
        assert code in (0, 1, 3), (revision, said)
        assert "Traceback" not in out + said
        assert (code == 3) == ("names no commit in this repository" in said or "has no prodops.yaml" in said), revision
        assert "\x1b" not in said
    assert files(repository) == before


def test_odd_target_branches(
    repository: Path, commit: Commit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, "first", **OLD)
    before = files(repository)
    for revision in REVISIONS:
        if "\0" in revision or "\ud800" in revision or len(revision) > 10_000:
            continue  # no environment holds them
        monkeypatch.setenv("GITHUB_BASE_REF", revision)
        assert run(["lint", "--base", "auto", "-C", str(repository)]) == 3, revision
        assert "Traceback" not in "".join(capsys.readouterr())
    assert files(repository) == before


USES = (
    ("lint", "--base", "main"),
    ("lint", "--base", "auto"),
    ("lint", "--base", "main", "--staged"),
    ("lint", "--base", "main", "--fix"),
    ("lint", "--base", "main", "--rev", "HEAD", "--diff"),
    ("lint", "--base", "nothing-like-it"),
    ("list", "metric", "--rev", "HEAD"),
    ("show", "old"),
    ("report", "weekly"),
    ("diff", "main"),
    ("export", "json"),
    ("export", "json", "--rev", "main"),
    ("export", "codeowners", "--write"),
    ("overlap", "--all"),
    ("schedule", "--write"),
    ("baseline", "create"),
    ("cache", "clear"),
    ("set", "old", "name=Other"),
    ("rename", "old", "other"),
    ("new", "owner", "zoe", "--set", "name=Zoe", "--set", "type=person"),
    ("import", "owners.csv", "--kind", "owner"),
)


@pytest.mark.parametrize("command", USES, ids=" ".join)
def test_hostile_repositories(
    repository: Path,
    git: Git,
    commit: Commit,
    canary: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: tuple[str, ...],
) -> None:
    (repository / ".gitattributes").write_text("* diff=evil filter=evil merge=evil\n")
    branched(repository, git, commit)
    git(repository, "init", "--quiet", "--bare", "metrics/bare")
    git(repository / "metrics" / "bare", "config", "core.fsmonitor", str(canary.with_name("evil")))
    git(repository, "update-ref", "refs/remotes/origin/HEAD", "main")
    git(repository, "replace", "main", "HEAD")
    for path in (repository / "metrics").glob("*.yaml"):
        path.touch()  # so that git would have to look again
    poison(repository, git, canary)
    for name, value in environment(canary.parent, canary).items():
        if name != "GIT_INDEX_FILE" or "--staged" not in command:  # a hook's index is asked for
            monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", f"{os.environ['PATH']}:{canary.parent}")
    (repository / "owners.csv").write_text("id,name,type\nann,Ann,person\n")
    monkeypatch.chdir(repository)
    code = run([*command, "-C", str(repository), *(() if command[0] == "cache" else ("--today", "2025-06-15"))])
    said = "".join(capsys.readouterr())
    assert code == (3 if "nothing-like-it" in command else code), said
    assert code in (0, 1, 3), said
    assert not canary.exists()
    assert not (canary.parent / "trace").exists()
    if command[:3] == ("lint", "--base", "main"):
        assert "1 error and 1 warning are new" in said or "--diff" in command or "--fix" in command, said
