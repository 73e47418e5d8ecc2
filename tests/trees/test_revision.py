"""A revision as a tree: the same bytes as on disk, whatever the repository looks like."""

from collections.abc import Callable
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.revision import Repository, RevisionTree
from prodops_cli.trees.tree import LARGEST, Entry, Tree
from prodops_cli.trees.worktree import WorkTree

Git = Callable[..., str]
Commit = Callable[..., str]

NAMES = [
    "-rf.yaml",
    "a\nb.yaml",
    "a\tb.yaml",
    "q\"u'o.yaml",
    "caf\udce9.yaml",
    "café.yaml",
    "$HOME.yaml",
    ":(top)x.yaml",
    "日本.yaml",
    "\ue000.yaml",
]
FILES = {
    "prodops.yaml": b"",
    "tools/a.yaml": b"id: a\r\n",
    "tools-old/a.yaml": b"\xff\x00",
    "tools.yaml": b"\n" * 70_000,
    "tools/.hidden.yaml": b"",
    ".github/x.yaml": b"",
    **{f"odd/{name}": name.encode("utf-8", "surrogateescape") for name in NAMES},
}


def write(root: Path, files: dict[str, bytes]) -> None:
    for path, data in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)


def content(tree: Tree, folder: str = "") -> list[tuple[str, bytes]]:
    return [(entry.path, tree.read(entry.path)) for entry in tree.walk(folder)]


def head(root: Path, revision: str = "HEAD") -> RevisionTree:
    repository = Repository.of(root)
    return repository.tree(repository.resolve(revision))


@pytest.mark.parametrize("folder", ["", "catalog", ":(icase)x", "c*t/ä log"])
def test_all_trees_say_the_same(repository: Path, commit: Commit, folder: str) -> None:
    write(repository, {"CATALOG/other.yaml": b"", "README": b""} if folder else {})
    write(repository / folder, FILES)
    commit(repository)
    trees: tuple[Tree, ...] = (MemoryTree(FILES), WorkTree(repository / folder), head(repository / folder))
    for below in ("", "tools", "odd", "tools.yaml", "missing", "tools/", ".github"):
        memory, disk, revision = (content(tree, below) for tree in trees)
        assert memory == disk == revision, below
    for path in ("tools", "missing", "../README", "/etc/passwd", "", "a\0b", "\ud800"):
        for tree in trees:
            with pytest.raises(OSError, match=r"no such file|not a regular file"):
                tree.read(path)


def test_reading_out_of_order(repository: Path, commit: Commit) -> None:
    write(repository, {f"tools/{number:03}.yaml": str(number).encode() for number in range(300)})
    commit(repository)
    tree = head(repository)
    for number in (299, 0, 1, 2, 150, 64, 65, 66, 280, 279, 299, 0):
        assert tree.read(f"tools/{number:03}.yaml") == str(number).encode()
    assert [data for _, data in content(tree)] == [str(number).encode() for number in range(300)]


def test_links_and_submodules_are_not_regular(repository: Path, git: Git, commit: Commit) -> None:
    write(repository, {"tools/a.yaml": b"a"})
    (repository / "tools" / "link.yaml").symlink_to("a.yaml")
    (repository / "folder").symlink_to("tools")
    first = commit(repository)
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{first},tools/sub")
    git(repository, "commit", "--quiet", "--message", "a submodule")
    tree = head(repository)
    assert list(tree.walk()) == [
        Entry("folder", regular=False),
        Entry("tools/a.yaml"),
        Entry("tools/link.yaml", regular=False),
        Entry("tools/sub", regular=False),
    ]
    for path in ("tools/link.yaml", "tools/sub", "folder", "folder/a.yaml"):
        with pytest.raises(FileNotFoundError):
            tree.read(path)
    assert list(tree.walk("folder")) == list(WorkTree(repository).walk("folder")) == [Entry("folder", regular=False)]


def test_an_absurdly_large_blob_is_refused(repository: Path, commit: Commit) -> None:
    write(repository, {"a.yaml": b"a", "b.yaml": b"b" * (LARGEST + 1), "c.yaml": b"c" * LARGEST})
    commit(repository)
    tree = head(repository)
    assert tree.read("a.yaml") == b"a"
    with pytest.raises(OSError, match=r"has 16777217 bytes"):
        tree.read("b.yaml")
    assert len(tree.read("c.yaml")) == LARGEST


def test_the_name_is_the_short_id(repository: Path, commit: Commit) -> None:
    first = commit(repository)
    assert head(repository, first).name == first[:7]


def test_a_commit_without_the_folder_is_an_empty_tree(repository: Path, commit: Commit) -> None:
    first = commit(repository, other="x")
    commit(repository, catalog__a_yaml="a")
    assert content(head(repository / "catalog", first)) == []
    assert content(head(repository / "catalog")) == [("a.yaml", b"a")]


def test_a_folder_that_was_a_file_is_an_empty_tree(repository: Path, commit: Commit) -> None:
    first = commit(repository, catalog="x")
    (repository / "catalog").unlink()
    commit(repository, catalog__a_yaml="a")
    assert content(head(repository / "catalog", first)) == []


def test_detached(repository: Path, git: Git, commit: Commit) -> None:
    first = commit(repository, a_yaml="1")
    commit(repository, a_yaml="2")
    git(repository, "checkout", "--quiet", "--detach", first)
    assert content(head(repository)) == [("a.yaml", b"1")]
    assert content(head(repository, "main")) == [("a.yaml", b"2")]


def test_a_linked_work_tree(repository: Path, git: Git, commit: Commit, tmp_path: Path) -> None:
    commit(repository, catalog__a_yaml="1")
    git(repository, "worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    commit(tmp_path / "linked", catalog__a_yaml="2")
    assert content(head(tmp_path / "linked" / "catalog")) == [("a.yaml", b"2")]
    assert content(head(repository / "catalog")) == [("a.yaml", b"1")]


def test_objects_of_sha256(tmp_path: Path, git: Git, commit: Commit) -> None:
    git(tmp_path, "init", "--quiet", "--object-format=sha256", "new")
    commit(tmp_path / "new", a_yaml="1")
    assert content(head(tmp_path / "new")) == [("a.yaml", b"1")]
    assert len(Repository.of(tmp_path / "new").commits(None, "HEAD")) == 1


def test_a_folder_outside_of_git(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="is not in a git repository"):
        Repository.of(tmp_path)


def test_a_repository_that_is_broken(tmp_path: Path, git: Git) -> None:
    (tmp_path / ".git").write_text("gitdir: nowhere\n")
    with pytest.raises(Failure, match="git cannot do it: not a git repository"):
        head(tmp_path)


def test_no_git_on_this_machine(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    with pytest.raises(Failure, match="git is not installed"):
        head(repository)


def test_a_blob_that_a_partial_clone_lacks(repository: Path, git: Git, commit: Commit, tmp_path: Path) -> None:
    first = commit(repository, a_yaml="1")
    commit(repository, a_yaml="2")
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", repository.as_uri(), "clone")
    tree = head(tmp_path / "clone", first)
    assert list(tree.walk()) == [Entry("a.yaml")]
    with pytest.raises(Failure) as caught:
        tree.read("a.yaml")
    assert "refetch" in caught.value.hint
    assert content(head(tmp_path / "clone")) == [("a.yaml", b"2")]
