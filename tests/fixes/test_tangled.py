"""The catalog after a bad quarter, fixed: all that has a safe fix is gone, the rest stays, and nothing else changes."""

import shutil
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from prodops_cli.findings import Finding, Replace
from prodops_cli.trees.worktree import WorkTree
from tests.examples.catalogs import TANGLED, judged, on_disk
from tests.fixes.catalogs import everything


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tangled catalog, to be changed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return shutil.copytree(TANGLED, tmp_path / "tangled")


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """What is said, without the lines, which may have moved."""
    return sorted((finding.rule, finding.problem.message) for finding in findings)


def by_hand(findings: list[Finding]) -> dict[str, bytes]:
    """The files as they are when each fix is made with other means."""
    files = everything(TANGLED)
    for finding in reversed(findings):
        assert finding.problem.fix
        for edit in finding.problem.fix.operations:
            assert isinstance(edit, Replace)
            text = files[edit.source.path].decode()
            files[edit.source.path] = f"{text[: edit.span.start]}{edit.text}{text[edit.span.stop :]}".encode()
    return files


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fixes_what_can_be_fixed(unsafe: bool, copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fixable = [
        finding for finding in on_disk(TANGLED).findings if finding.problem.fix and (finding.problem.fix.safe or unsafe)
    ]
    assert fixable
    options = ["--unsafe-fixes"] if unsafe else []
    assert run(["lint", "-C", str(copy), "--today", "2026-09-07", "--fix", *options]) == 1
    assert f"Fixed {len(fixable)} problem" in capsys.readouterr().err
    assert everything(copy) == by_hand(fixable)
    rest = tuple(finding for finding in on_disk(TANGLED).findings if finding not in fixable)
    assert told(judged(WorkTree(copy)).findings) == told(rest)
