"""A tree in memory: the same contract as on disk."""

import pytest

from prodops_cli.trees.memory import MemoryTree

TREE = MemoryTree(
    {"b.yaml": b"b", "a/x.yaml": b"x", "a-b/x.yaml": b"y", ".git/HEAD": b"", "a/.x/y.yaml": b"", "ab": b""}
)


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("", ["a-b/x.yaml", "a/x.yaml", "ab", "b.yaml"]),
        ("a", ["a/x.yaml"]),
        ("b.yaml", ["b.yaml"]),
        ("a/", []),
        (".git", [".git/HEAD"]),
        ("missing", []),
    ],
)
def test_walk(folder: str, expected: list[str]) -> None:
    assert [entry.path for entry in TREE.walk(folder)] == expected


def test_read() -> None:
    assert TREE.read("a/x.yaml") == b"x"
    assert TREE.name == "memory"
    with pytest.raises(FileNotFoundError):
        TREE.read("a")
