"""The work tree: what is walked, what is read, and what is refused."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees.tree import LARGEST, Entry
from prodops_cli.trees.worktree import WorkTree, find_root, find_top


def write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(path.encode("utf-8", "surrogateescape"))


def test_walk_is_sorted_by_the_whole_path(tmp_path: Path) -> None:
    write(tmp_path, "b/a.yaml", "a/x.yaml", "a-b/x.yaml", "a.yaml", "a/é.yaml", "a/z/y/x.yaml", "B.yaml")
    paths = [entry.path for entry in WorkTree(tmp_path).walk()]
    assert paths == ["B.yaml", "a-b/x.yaml", "a.yaml", "a/x.yaml", "a/z/y/x.yaml", "a/é.yaml", "b/a.yaml"]


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("", ["a/b/c.yaml", "a/x.yaml", "ab/y.yaml"]),
        ("a", ["a/b/c.yaml", "a/x.yaml"]),
        ("a/b", ["a/b/c.yaml"]),
        ("a/x.yaml", ["a/x.yaml"]),
        ("a/x.yaml/y", []),
        ("missing", []),
        ("a/", []),
        ("..", []),
        ("a/../ab", []),
        ("/", []),
        ("a\0", []),
        ("\ud800", []),
        (".hidden", [".hidden/z.yaml"]),
    ],
)
def test_walk_below_a_folder(tmp_path: Path, folder: str, expected: list[str]) -> None:
    write(tmp_path, "a/x.yaml", "a/b/c.yaml", "ab/y.yaml", ".hidden/z.yaml", "a/.hidden.yaml", "a/.git-like/x.yaml")
    assert [entry.path for entry in WorkTree(tmp_path).walk(folder)] == expected


def test_a_missing_root_is_empty(tmp_path: Path) -> None:
    assert list(WorkTree(tmp_path / "missing").walk()) == []


def test_a_root_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.yaml")
    (tmp_path / "link").symlink_to("real")
    tree = WorkTree(tmp_path / "link")
    assert list(tree.walk()) == [Entry("a.yaml")]
    assert tree.read("a.yaml") == b"real/a.yaml"


ODD = ["-rf.yaml", "a\nb.yaml", "q\"u'o.yaml", "caf\udce9.yaml", "$HOME.yaml", "~.yaml", " .yaml", "日本.yaml"]


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_walked_and_read(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"tools/{name}")
    tree = WorkTree(tmp_path)
    assert list(tree.walk()) == [Entry(f"tools/{name}")]
    assert tree.read(f"tools/{name}") == f"tools/{name}".encode("utf-8", "surrogateescape")


def make_link(path: Path) -> None:
    path.symlink_to(path.parent / "target")


def make_link_to_folder(path: Path) -> None:
    path.symlink_to(path.parent.parent)


def make_dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


def make_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        here = Path.cwd()
        os.chdir(path.parent)  # a socket's address is short
        try:
            end.bind(path.name)
        finally:
            os.chdir(here)


@pytest.mark.parametrize("make", [make_link, make_link_to_folder, make_dangling_link, os.mkfifo, make_socket])
def test_what_is_not_regular_is_named_and_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    write(tmp_path, "tools/target")
    make(tmp_path / "tools" / "odd.yaml")
    tree = WorkTree(tmp_path)
    assert list(tree.walk()) == [Entry("tools/odd.yaml", regular=False), Entry("tools/target")]
    assert list(tree.walk("tools/odd.yaml")) == [Entry("tools/odd.yaml", regular=False)]
    assert list(tree.walk("tools/odd.yaml/tools")) == []
    with pytest.raises(OSError, match=r"is a link|is not a regular|No such device"):
        tree.read("tools/odd.yaml")


def test_nothing_is_read_through_a_link(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.yaml", "catalog/a.yaml")
    (tmp_path / "catalog" / "tools").symlink_to("../outside")
    with pytest.raises(FileNotFoundError):
        WorkTree(tmp_path / "catalog").read("tools/secret.yaml")


def test_another_repository_is_not_entered(tmp_path: Path) -> None:
    write(tmp_path, ".git/HEAD", "a.yaml", "sub/.git", "sub/b.yaml", "tools/other/.git/HEAD", "tools/other/c.yaml")
    submodules = [Entry("sub", regular=False), Entry("tools/other", regular=False)]
    assert list(WorkTree(tmp_path).walk()) == [Entry("a.yaml"), *submodules]


@pytest.mark.parametrize(
    "path", ["", "missing", "a.yaml/x", "../outside.yaml", "/etc/passwd", "a.yaml/", "./a.yaml", "a.yaml\0", "\ud800"]
)
def test_there_is_no_such_file(tmp_path: Path, path: str) -> None:
    write(tmp_path, "outside.yaml", "catalog/a.yaml")
    with pytest.raises(FileNotFoundError if path else OSError):
        WorkTree(tmp_path / "catalog").read(path)


def test_an_absurdly_large_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(OSError, match=r"has 16777217 bytes, more than the 16777216"):
        WorkTree(tmp_path).read("large.yaml")


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: str) -> None:
        raise PermissionError(13, "Permission denied", folder)

    write(tmp_path, "tools/a.yaml")
    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(Failure, match='the folder "tools" cannot be listed: Permission denied'):
        list(WorkTree(tmp_path).walk("tools"))


@pytest.mark.parametrize(
    ("start", "root"),
    [(".", "."), ("experiments", "."), ("nested", "nested"), ("nested/tools", "nested"), ("experiments/a/b", ".")],
)
def test_find_root(tmp_path: Path, start: str, root: str) -> None:
    write(tmp_path, "prodops.yaml", "experiments/a/b/c.yaml", "nested/prodops.yaml", "nested/tools/x.yaml")
    assert find_root(tmp_path / start) == (tmp_path / root).resolve()


def test_find_root_stays_in_the_repository(tmp_path: Path) -> None:
    write(tmp_path, "prodops.yaml", "repository/.git/HEAD", "repository/docs/x.md")
    with pytest.raises(Failure, match=r'no prodops.yaml in ".*docs", or above it in the repository ".*"') as caught:
        find_root(tmp_path / "repository" / "docs")
    assert caught.value.hint.startswith("name the catalog's folder with -C, or begin one with `prodops init`")


def test_find_root_of_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r'there is no folder ".*missing"'):
        find_root(tmp_path / "missing")


def test_find_top(tmp_path: Path) -> None:
    write(tmp_path, "one/.git/HEAD", "one/a/b/c.yaml", "two/.git", "two/a/x.yaml")
    assert find_top(tmp_path / "one/a/b") == (tmp_path / "one").resolve()
    assert find_top(tmp_path / "two/a") == (tmp_path / "two").resolve()
