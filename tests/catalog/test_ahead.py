"""Who reads ahead reads the same: whoever helps, whatever becomes of them, with a store and without."""

import os
from pathlib import Path

import pytest

from prodops_cli.catalog import ahead
from prodops_cli.documents.source import Source
from prodops_cli.trees import share
from prodops_cli.trees.keeping import kept_of
from prodops_cli.trees.kept import Kept
from prodops_cli.trees.worktree import WorkTree
from tests.catalog.test_kept import TEXTS, told

HERE = os.getpid()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(share, "processors", lambda: 3)
    monkeypatch.setattr(ahead, "WORTH", 1)
    monkeypatch.setattr(ahead, "PART", 2)
    (tmp_path / "goals").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "prodops.yaml").write_text("")
    for number, text in enumerate(TEXTS * 3):
        (tmp_path / f"goals/{number}.yaml").write_text(text)
    (tmp_path / "goals/link.yaml").symlink_to("0.yaml")
    (tmp_path / "goals/latin.yaml").write_bytes(b"id: \xe9\n")
    return tmp_path


def alone(root: Path) -> list[str]:
    """What one process reads."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ahead, "WORTH", 1_000_000)
        return told(WorkTree(root))


def test_nothing_differs(root: Path) -> None:
    assert told(WorkTree(root)) == told(WorkTree(root, kept_of(root))) == alone(root)
    assert told(WorkTree(root, kept_of(root))) == alone(root)


def test_nothing_differs_where_helpers_die(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dying(source: Source) -> bytes | None:
        if os.getpid() != HERE:
            os._exit(9)
        return made(source)

    made = ahead.line_of
    monkeypatch.setattr(ahead, "line_of", dying)
    assert told(WorkTree(root, kept_of(root))) == alone(root)


def test_nothing_stays_in_memory(root: Path) -> None:
    for kept in (Kept(), kept_of(root)):
        told(WorkTree(root, kept))
        assert not kept.shelf.parts
