"""The index as a tree: what the next commit will hold, and what it can't."""

from collections.abc import Callable
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees.index import IndexTree
from prodops_cli.trees.revision import Repository
from prodops_cli.trees.tree import Entry
from tests.trees.test_revision import FILES, content, write

Git = Callable[..., str]
Commit = Callable[..., str]


def staged(root: Path, index: str = "") -> IndexTree:
    return Repository.of(root, index).staged()


@pytest.mark.parametrize("folder", ["", "catalog", ":(icase)x", "c*t/ä log"])
def test_it_says_what_the_commit_will(repository: Path, commit: Commit, git: Git, folder: str) -> None:
    write(repository, {"CATALOG/other.yaml": b"", "README": b""} if folder else {})
    write(repository / folder, FILES)
    git(repository, "add", "--all")
    before = content(staged(repository / folder))
    head = commit(repository)
    assert before == content(Repository.of(repository / folder).tree(head))


def test_what_the_disk_holds_since_makes_no_difference(repository: Path, commit: Commit, git: Git) -> None:
    commit(repository, a_yaml="old", b_yaml="gone soon")
    write(repository, {"a.yaml": b"staged"})
    git(repository, "add", "a.yaml")
    git(repository, "rm", "--quiet", "--cached", "b.yaml")
    write(repository, {"a.yaml": b"later", "new.yaml": b""})
    assert content(staged(repository)) == [("a.yaml", b"staged")]


def test_what_is_staged_has_the_digest_of_what_is_committed(repository: Path, commit: Commit, git: Git) -> None:
    """So that a lint against a base parses it once."""
    at = commit(repository, a_yaml="id: a", b_yaml="id: b")
    write(repository, {"b.yaml": b"id: c"})
    git(repository, "add", "b.yaml")
    before = {entry.path: entry.digest for entry in Repository.of(repository).tree(at).walk()}
    now = {entry.path: entry.digest for entry in staged(repository).walk()}
    assert now["a.yaml"] == before["a.yaml"] != ""
    assert now["b.yaml"] != before["b.yaml"]


def test_what_is_only_announced_is_not_there(repository: Path, git: Git) -> None:
    write(repository, {"announced.yaml": b"id: a", "empty.yaml": b""})
    git(repository, "add", "empty.yaml")
    git(repository, "add", "--intent-to-add", "announced.yaml")
    assert content(staged(repository)) == [("empty.yaml", b"")]


def test_links_and_submodules_are_not_regular(repository: Path, commit: Commit, git: Git) -> None:
    inner = repository / "sub"
    inner.mkdir()
    git(inner, "init", "--quiet")
    commit(inner, a_yaml="")
    (repository / "link.yaml").symlink_to("sub/a.yaml")
    git(repository, "-c", "advice.addEmbeddedRepo=false", "add", "--all")
    assert tuple(staged(repository).walk()) == (Entry("link.yaml", regular=False), Entry("sub", regular=False))


@pytest.mark.parametrize("sparse_index", ["--sparse-index", "--no-sparse-index"])
def test_what_a_sparse_checkout_leaves_out_is_there(
    repository: Path, commit: Commit, git: Git, sparse_index: str
) -> None:
    write(repository, {"tools/a.yaml": b"a", "metrics/b.yaml": b"b"})
    commit(repository)
    git(repository, "sparse-checkout", "set", "--cone", sparse_index, "tools")
    assert not (repository / "metrics").exists()
    assert content(staged(repository)) == [("metrics/b.yaml", b"b"), ("tools/a.yaml", b"a")]


def test_an_unfinished_merge_is_refused(repository: Path, commit: Commit, git: Git) -> None:
    commit(repository, a_yaml="base")
    git(repository, "checkout", "--quiet", "-b", "other")
    commit(repository, a_yaml="theirs")
    git(repository, "checkout", "--quiet", "main")
    commit(repository, a_yaml="ours")
    git(repository, "merge", "--quiet", "-s", "ours", "--no-commit", "other")
    blob = git(repository, "rev-parse", "other:a.yaml").strip()
    git(repository, "update-index", "--index-info", text=f"0 {'0' * 40}\ta.yaml\n100644 {blob} 3\ta.yaml\n".encode())
    with pytest.raises(Failure, match=r"`a\.yaml` is not merged"):
        staged(repository)


def test_another_index_may_hold(repository: Path, commit: Commit, git: Git) -> None:
    commit(repository, a_yaml="a")
    copy = repository / ".git" / "next-index"
    copy.write_bytes((repository / ".git" / "index").read_bytes())
    git(repository, "rm", "--quiet", "--cached", "a.yaml")
    assert content(staged(repository)) == []
    assert content(staged(repository, str(copy))) == [("a.yaml", b"a")]


def test_the_environment_chooses_no_index(repository: Path, commit: Commit, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, a_yaml="a")
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert content(staged(repository)) == [("a.yaml", b"a")]
