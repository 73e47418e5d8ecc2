"""Hostile repositories, environments and revisions: nothing is run, and each answer is true or a failure."""

import os
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees.revision import Repository
from tests.hostile import REVISIONS, environment, poison

Git = Callable[..., str]
Commit = Callable[..., str]


def use(folder: Path) -> None:
    """Everything that one can do with a repository."""
    repository = Repository.of(folder)
    commit = repository.resolve("HEAD")
    tree = repository.tree(commit)
    assert [tree.read(entry.path) for entry in tree.walk() if entry.regular]
    assert repository.commits(None, commit)
    assert repository.merge_base(commit, commit) == commit
    assert repository.commit_at(datetime(2100, 1, 1, tzinfo=UTC)) == commit
    with pytest.raises(Failure):
        repository.resolve("nothing-like-it")


def test_settings_run_nothing(repository: Path, git: Git, commit: Commit, canary: Path) -> None:
    (repository / ".gitattributes").write_text("* diff=evil filter=evil merge=evil\n")
    commit(repository, a_yaml="1")
    poison(repository, git, canary)
    use(repository)
    assert not canary.exists()


REMOTES = [{"url": "ext::{evil}"}, {"url": "{here}", "uploadpack": "{evil}"}, {"url": "{here}", "vcs": "evil"}]


@pytest.mark.parametrize("settings", REMOTES)
def test_a_partial_clone_fetches_nothing(
    repository: Path, git: Git, commit: Commit, canary: Path, settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, a_yaml="1")
    blob = git(repository, "rev-parse", "HEAD:a.yaml").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    canary.with_name("git-remote-evil").symlink_to(canary.with_name("evil"))
    monkeypatch.setenv("PATH", f"{canary.parent}:{os.environ['PATH']}")
    remote = {name: value.format(evil=canary.with_name("evil"), here=repository) for name, value in settings.items()}
    values = {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "protocol.allow": "always",
        "protocol.ext.allow": "always",
        "protocol.file.allow": "always",
        **{f"remote.origin.{name}": value for name, value in remote.items()},
    }
    for name, value in values.items():
        git(repository, "config", name, value)
    with pytest.raises(Failure, match="this is a partial clone"):
        use(repository)
    assert not canary.exists()


def test_an_embedded_bare_repository_is_only_files(repository: Path, git: Git, commit: Commit, canary: Path) -> None:
    git(repository, "init", "--quiet", "--bare", "catalog")
    git(repository / "catalog", "config", "core.fsmonitor", str(canary.with_name("evil")))
    git(repository / "catalog", "config", "core.worktree", str(canary.parent))
    first = commit(repository, catalog__a_yaml="1")
    assert Repository.of(repository / "catalog").resolve("HEAD") == first
    use(repository / "catalog")
    assert not canary.exists()


@pytest.mark.parametrize("key", ["core.worktree", "core.bare", "extensions.worktreeConfig"])
def test_settings_that_move_the_work_tree(repository: Path, git: Git, commit: Commit, key: str) -> None:
    commit(repository, catalog__a_yaml="1")
    git(repository, "config", key, "/" if key == "core.worktree" else "true")
    use(repository / "catalog")


def test_replaced_objects_are_seen_as_they_were(repository: Path, git: Git, commit: Commit) -> None:
    first = commit(repository, a_yaml="1")
    second = commit(repository, a_yaml="2")
    git(repository, "replace", second, first)
    assert Repository.of(repository).tree(second).read("a.yaml") == b"2"


def test_the_environment_changes_nothing(
    repository: Path, git: Git, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, canary: Path
) -> None:
    first = commit(repository, catalog__a_yaml="1")
    values = environment(tmp_path, canary)
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    use(repository / "catalog")
    assert Repository.of(repository).resolve("HEAD") == first
    assert {name: os.environ[name] for name in values} == values
    assert not canary.exists()
    assert not (tmp_path / "trace").exists()


@pytest.mark.parametrize("revision", REVISIONS, ids=lambda revision: ascii(revision)[:30])
def test_a_revision_is_a_commit_or_a_failure(repository: Path, commit: Commit, revision: str) -> None:
    commit(repository, "first", a_yaml="1")
    before = sorted(repository.rglob("*"))
    assert re.fullmatch(r"[0-9a-f]{40}|\[.+\]", answer(repository, revision))
    assert sorted(repository.rglob("*")) == before


def answer(repository: Path, revision: str) -> str:
    """A commit's id, or the hint of a failure that quotes the revision."""
    try:
        return Repository.of(repository).resolve(revision)
    except Failure as failure:
        short = revision if len(revision) <= 250 else f"{revision[:250]}…"
        return f"[{failure.hint}]" if failure.sentence == f'"{short}" names no commit in this repository' else ""


@pytest.mark.parametrize(
    ("revision", "hint"),
    [
        ("mian", "did you mean main?"),
        ("origin/trunk", "if it exists elsewhere, run `git fetch origin trunk:refs/remotes/origin/trunk`"),
        ("b" * 40, f"if it exists elsewhere, run `git fetch origin {'b' * 40}`"),
        ("x;touch y", "name a branch, a tag or a commit"),
        ("", "name a branch, a tag or a commit"),
    ],
)
def test_what_to_do_about_an_unknown_revision(repository: Path, commit: Commit, revision: str, hint: str) -> None:
    commit(repository)
    with pytest.raises(Failure) as caught:
        Repository.of(repository).resolve(revision)
    assert caught.value.hint == hint


def test_a_repository_without_commits(repository: Path) -> None:
    with pytest.raises(Failure, match='"HEAD" names no commit in this repository') as caught:
        Repository.of(repository).resolve("HEAD")
    assert caught.value.hint == "it has no commits yet: make the first one"


@pytest.mark.parametrize("name", ["$HOME", "~root", "-C", "a\nb", "caf\udce9", "--help"])
def test_odd_names_of_the_repository(tmp_path: Path, git: Git, commit: Commit, name: str) -> None:
    (tmp_path / name).mkdir()
    git(tmp_path / name, "init", "--quiet")
    commit(tmp_path / name, catalog__a_yaml="1")
    use(tmp_path / name / "catalog")
