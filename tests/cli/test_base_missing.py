"""A base that is not at hand: exit code 3, and the command that brings it, which is run here."""

from pathlib import Path

import pytest

from tests.cli.comparing import OLD, Commit, Git, branched, metric, told

Capture = pytest.CaptureFixture[str]


NO_BASE = [
    ("nothing", "names no commit", "run `git fetch origin nothing:refs/remotes/origin/nothing`"),
    ("HEAD^{tree}", "names no commit", "name a branch"),
    ("HEAD:prodops.yaml", "names no commit", "name a branch"),
    ("a-tree", "names no commit", ""),
    ("", "names no commit", "name a branch"),
]


@pytest.mark.parametrize(("base", "sentence", "hint"), NO_BASE)
def test_what_is_no_commit(
    repository: Path, git: Git, commit: Commit, capsys: Capture, base: str, sentence: str, hint: str
) -> None:
    commit(repository, **OLD)
    git(repository, "tag", "a-tree", "HEAD^{tree}")
    here = told(repository, capsys, "--base", base)
    assert here.code == 3
    assert sentence in here.said
    assert hint in here.said


def test_before_the_first_commit(repository: Path, capsys: Capture) -> None:
    (repository / "prodops.yaml").touch()
    here = told(repository, capsys, "--base", "HEAD")
    assert here.code == 3
    assert "it has no commits yet: make the first one" in here.said


def test_outside_of_git(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "prodops.yaml").touch()
    for base in ("main", "auto"):
        here = told(tmp_path, capsys, "--base", base)
        assert here.code == 3
        assert "is not in a git repository" in here.said


def test_a_bare_repository_has_no_catalog(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    branched(repository, git, commit)
    git(repository, "clone", "--quiet", "--bare", ".", "../bare.git")
    assert told(repository.with_name("bare.git"), capsys, "--base", "main").code == 3


def test_histories_without_a_common_commit(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD)
    git(repository, "switch", "--quiet", "--orphan", "alone")
    commit(repository, "another beginning", **OLD)
    here = told(repository, capsys, "--base", "main")
    assert here.code == 3
    assert "have no commit in common" in here.said
    assert "hint: name one from which the other comes" in here.said


def advised(said: str) -> list[str]:
    """The command that a hint advises, without `git`."""
    return said.partition("run `git ")[2].partition("`")[0].split()


def test_a_shallow_clone_and_what_brings_the_base(
    repository: Path, git: Git, commit: Commit, capsys: Capture, tmp_path: Path
) -> None:
    base = branched(repository, git, commit)
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=change", repository.as_uri(), "clone")
    clone = tmp_path / "clone"
    here = told(clone, capsys, "--base", "origin/main")
    assert (here.code, advised(here.said)[:2]) == (3, ["fetch", "origin"])
    git(clone, *advised(here.said), "--depth=1")
    here = told(clone, capsys, "--base", "origin/main")
    assert (here.code, advised(here.said)) == (3, ["fetch", "--unshallow"])
    git(clone, *advised(here.said))
    here = told(clone, capsys, "--base", "origin/main")
    assert (here.new, here.existing, here.base) == ("new", "old", base)


def test_a_partial_clone_needs_only_what_changed(
    repository: Path, git: Git, commit: Commit, capsys: Capture, tmp_path: Path
) -> None:
    base = branched(repository, git, commit)
    commit(repository, metrics__old_yaml=metric("old", "nobody-else"))
    git(repository, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--branch=change", repository.as_uri(), "clone")
    clone = tmp_path / "clone"
    here = told(clone, capsys, "--base", "HEAD")
    assert (here.new, here.existing) == ("", "new old")
    assert told(clone, capsys, "--base", "HEAD~1", "--rev", "HEAD").code == 3
    here = told(clone, capsys, "--base", "origin/main")
    assert here.code == 3
    git(clone, *advised(here.said.replace("with `git", "run `git")))
    here = told(clone, capsys, "--base", "origin/main")
    assert (here.new, here.existing, here.base) == ("new", "old", base)
