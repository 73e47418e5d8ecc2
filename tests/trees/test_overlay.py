"""Overlays and snapshots are trees like others."""

import pytest

from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.overlay import Overlay
from prodops_cli.trees.snapshot import Snapshot
from prodops_cli.trees.tree import Tree

BELOW = MemoryTree({"a/x.yaml": b"1", "a/y.yaml": b"2", "b.yaml": b"3"})
OVER = Overlay(BELOW, {"a/x.yaml": b"10", "a/y.yaml": None, "a/z.yaml": b"4", "gone.yaml": None})


def paths(tree: Tree, folder: str = "") -> list[str]:
    return [entry.path for entry in tree.walk(folder)]


def test_an_overlay_shows_what_lies_over_the_tree() -> None:
    assert paths(OVER) == ["a/x.yaml", "a/z.yaml", "b.yaml"]
    assert paths(OVER, "a") == ["a/x.yaml", "a/z.yaml"]
    assert paths(OVER, "a/y.yaml") == paths(OVER, "ab") == []
    assert [OVER.read(path) for path in paths(OVER)] == [b"10", b"4", b"3"]
    assert OVER.name == "memory"


@pytest.mark.parametrize("path", ["a/y.yaml", "gone.yaml", "never.yaml"])
def test_what_is_gone_cannot_be_read(path: str) -> None:
    with pytest.raises(FileNotFoundError):
        OVER.read(path)


def test_a_snapshot_does_not_change() -> None:
    files = {"a.yaml": b"1"}
    tree = Snapshot(MemoryTree(files))
    with pytest.raises(FileNotFoundError):
        tree.read("b.yaml")
    assert (paths(tree), tree.read("a.yaml"), tree.name) == (["a.yaml"], b"1", "memory")
    files |= {"a.yaml": b"2", "b.yaml": b"3"}
    assert (paths(tree), tree.read("a.yaml")) == (["a.yaml"], b"1")
    with pytest.raises(FileNotFoundError):
        tree.read("b.yaml")
