"""A lint against a base, in the states that repositories are in."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.comparing import OLD, Commit, Git, Told, branched, metric, told

Capture = pytest.CaptureFixture[str]
Case = Callable[[Path, Git, Commit], tuple[Path, str]]


def test_a_branch_is_not_blamed_for_what_others_did(
    repository: Path, git: Git, commit: Commit, capsys: Capture
) -> None:
    base = branched(repository, git, commit)
    here = told(repository, capsys, "--base", "main")
    assert here == Told("new", "old", 0, base, 1, f"1 error is new since main@{base[:7]}, in 1 of 2 files (2 metrics).")
    git(repository, "checkout", "--quiet", "--detach")
    assert told(repository, capsys, "--base", "main").base == base
    assert told(repository, capsys, "--base", "HEAD").new == ""
    assert told(repository, capsys, "--base", "HEAD~1", "--rev", "main").new == "later"


def test_what_is_not_committed(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD)
    (repository / "metrics" / "untracked.yaml").write_text(metric("untracked"))
    assert told(repository, capsys, "--base", "HEAD").new == "untracked"
    assert told(repository, capsys, "--base", "HEAD", "--staged").new == ""
    git(repository, "add", "--all")
    assert told(repository, capsys, "--base", "HEAD", "--staged").new == "untracked"


def test_criss_cross(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD)
    for name in ("left", "right"):
        git(repository, "switch", "--quiet", "-c", name, "main")
        commit(repository, **{f"metrics__{name}_yaml": metric(name)})
    git(repository, "tag", "right-alone")
    git(repository, "merge", "--quiet", "--no-edit", "left")
    git(repository, "switch", "--quiet", "left")
    git(repository, "merge", "--quiet", "--no-edit", "right-alone")
    commit(repository, metrics__new_yaml=metric("new"))
    assert len(git(repository, "merge-base", "--all", "left", "right").split()) == 2
    here = told(repository, capsys, "--base", "right")
    assert here.base == git(repository, "merge-base", "right", "left").strip()
    assert "new" in here.new.split()
    assert told(repository, capsys, "--base", "right") == here


def in_a_work_tree(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    git(folder, "worktree", "add", "--quiet", "--detach", "../linked", "change")
    return folder.with_name("linked"), "main"


def in_a_work_tree_of_a_bare_repository(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    git(folder, "clone", "--quiet", "--bare", ".", "../bare.git")
    git(folder.with_name("bare.git"), "worktree", "add", "--quiet", "--detach", "../linked", "change")
    return folder.with_name("linked"), "main"


def in_a_submodule(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    outer = folder.with_name("outer")
    git(folder.parent, "init", "--quiet", "outer")
    git(outer, "submodule", "--quiet", "add", "--branch", "change", str(folder), "sub")
    return outer / "sub", "origin/main"


def with_an_annotated_tag(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    git(folder, "tag", "--annotate", "--message", "words", "v1", "main")
    git(folder, "tag", "--annotate", "--message", "of a tag", "v2", "v1")
    return folder, "v2"


def with_objects_of_sha256(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    git(folder.parent, "init", "--quiet", "--object-format=sha256", "new")
    branched(folder.with_name("new"), git, commit)
    return folder.with_name("new"), "main"


def with_other_ends_of_lines(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    git(folder, "config", "core.autocrlf", "true")
    git(folder, "rm", "--quiet", "--cached", "-r", ".")
    git(folder, "reset", "--quiet", "--hard")
    assert b"\r\n" in (folder / "metrics" / "old.yaml").read_bytes()
    return folder, "main"


def during_a_merge(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    (folder / "notes").write_text("mine")
    commit(folder)
    git(folder, "switch", "--quiet", "main")
    commit(folder, notes="theirs")
    git(folder, "switch", "--quiet", "change")
    with pytest.raises(subprocess.CalledProcessError):
        git(folder, "merge", "main")
    (folder / "metrics" / "later.yaml").unlink()
    return folder, "main"


def during_a_rebase(folder: Path, git: Git, commit: Commit) -> tuple[Path, str]:
    branched(folder, git, commit)
    commit(folder, notes="mine")
    git(folder, "-c", "sequence.editor=sed -i s/^pick/edit/", "rebase", "--quiet", "--interactive", "HEAD~1")
    return folder, "main"


STATES = [value for name, value in list(globals().items()) if name.startswith(("in_a_", "with_", "during_"))]


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_states(repository: Path, git: Git, commit: Commit, capsys: Capture, state: Case) -> None:
    folder, base = state(repository, git, commit)
    here = told(folder, capsys, "--base", base)
    assert (here.new, here.existing, here.code) == ("new", "old", 1), here.said
    assert here.base == git(folder, "merge-base", base, "HEAD").strip()


def test_a_catalog_in_a_folder_and_another_beside_it(
    repository: Path, git: Git, commit: Commit, capsys: Capture
) -> None:
    for catalog in ("one", "two/three"):
        (repository / catalog / "metrics").mkdir(parents=True)
        (repository / catalog / "prodops.yaml").touch()
        (repository / catalog / "metrics" / "old.yaml").write_text(metric("old"))
    commit(repository, metrics__stray_yaml=metric("stray"))
    (repository / "one" / "metrics" / "new.yaml").write_text(metric("new"))
    for catalog, new in (("one", "new"), ("two/three", "")):
        here = told(repository / catalog, capsys, "--base", "HEAD")
        assert (here.new, here.existing) == (new, "old")


ODD = ["a\nb", "a\tb", "q\"u'o", "caf\udce9", "日本", "-rf", ":(top)x", "$HOME", "x" * 200]


def test_odd_names(repository: Path, commit: Commit, capsys: Capture) -> None:
    (repository / "metrics").mkdir()
    for number, name in enumerate(ODD):
        (repository / "metrics" / f"{name}.yaml").write_text(metric(f"old-{number}"))
    commit(repository, prodops_yaml="")
    for number, name in enumerate(ODD):
        (repository / "metrics" / f"{name}2.yaml").write_text(metric(f"new-{number}"))
    here = told(repository, capsys, "--base", "HEAD")
    assert here.new == " ".join(f"new-{number}" for number in range(len(ODD)))
    assert here.existing == here.new.replace("new", "old")


def test_a_sparse_checkout(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD, metrics__away__far_yaml=metric("far"))
    git(repository, "sparse-checkout", "set", "--no-cone", "/prodops.yaml", "/metrics/*", "!/metrics/away")
    assert not (repository / "metrics" / "away").exists()
    here = told(repository, capsys, "--base", "HEAD")
    assert (here.new, here.existing) == ("", "old")
    assert told(repository, capsys, "--base", "HEAD", "--rev", "HEAD").existing == "far old"
