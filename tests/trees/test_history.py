"""History: what changed the catalog, what stood at an instant, and what a shallow clone doesn't know."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees.revision import Repository

Git = Callable[..., str]
Commit = Callable[..., str]

START = 1_750_000_000


def when(second: float) -> datetime:
    return datetime.fromtimestamp(START, UTC) + timedelta(seconds=second)


@pytest.fixture
def story(repository: Path, git: Git, commit: Commit) -> Path:
    """Five commits, a minute apart: two on main, one on a branch, its merge, a removal."""
    commit(repository, "begin\n\nmore", START, catalog__a_yaml="1", catalog__b_yaml="1", other="1")
    commit(repository, "elsewhere", START + 60, other="2", catalogue="x")
    git(repository, "switch", "--quiet", "--create", "branch")
    commit(repository, "on a branch", START + 120, catalog__tools__c_yaml="1", catalog__b_yaml="2")
    git(repository, "switch", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--message", "bring the branch in", "branch", at=START + 180)
    (repository / "catalog" / "a.yaml").rename(repository / "catalog" / "a\nmoved.yaml")
    commit(repository, "", START + 240)
    return repository


def test_commits(story: Path) -> None:
    repository = Repository.of(story / "catalog")
    commits = repository.commits(None, repository.resolve("main"))
    assert [(one.subject, one.paths, one.date) for one in commits] == [
        ("", ("a\nmoved.yaml", "a.yaml"), when(240)),
        ("bring the branch in", ("b.yaml", "tools/c.yaml"), when(180)),
        ("begin", ("a.yaml", "b.yaml"), when(0)),
    ]
    assert {one.author for one in commits} == {"Ana Díaz"}
    assert commits[0].id == repository.resolve("main")


def test_commits_of_the_whole_repository(story: Path) -> None:
    repository = Repository.of(story)
    since, until = repository.resolve("main~3"), repository.resolve("main~1")
    assert [(one.subject, one.paths) for one in repository.commits(since, until)] == [
        ("bring the branch in", ("catalog/b.yaml", "catalog/tools/c.yaml")),
        ("elsewhere", ("catalogue", "other")),
    ]
    assert repository.commits(until, until) == ()


@pytest.mark.parametrize(
    ("second", "revision", "expected"),
    [
        (1000, "HEAD", "main"),
        (240, "HEAD", "main~1"),
        (240.5, "HEAD", "main"),
        (239.5, "HEAD", "main~1"),
        (150, "HEAD", "main~2"),
        (150, "branch", "branch"),
        (0.001, "HEAD", "main~3"),
        (0, "HEAD", None),
        (-START - 5, "HEAD", None),
    ],
)
def test_commit_at(story: Path, second: float, revision: str, expected: str | None) -> None:
    repository = Repository.of(story)
    assert repository.commit_at(when(second), revision) == (expected and repository.resolve(expected))


def test_merge_base(story: Path, git: Git, commit: Commit) -> None:
    repository = Repository.of(story)
    first, branch, main = (repository.resolve(name) for name in ("main~2", "branch", "main"))
    assert repository.merge_base(branch, main) == branch
    assert repository.merge_base(first, branch) == first
    git(story, "switch", "--quiet", "--orphan", "alone")
    with pytest.raises(Failure, match="have no commit in common") as caught:
        repository.merge_base(commit(story), main)
    assert caught.value.hint == "name one from which the other comes"


def test_a_date_that_no_calendar_has(repository: Path, git: Git, commit: Commit) -> None:
    commit(repository, a_yaml="1")
    raw = git(repository, "cat-file", "commit", "HEAD").replace(f"{START} +0200", "9223372036854775807 +9999")
    made = git(repository, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", text=raw.encode()).strip()
    assert Repository.of(repository).commits(None, made)[0].date.year in (1970, 9999)


def test_a_shallow_clone_says_what_it_lacks(story: Path, git: Git, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=2", story.as_uri(), "shallow")
    repository = Repository.of(tmp_path / "shallow" / "catalog")
    top, below = repository.resolve("HEAD"), repository.resolve("HEAD~1")
    assert [one.paths for one in repository.commits(below, top)] == [("a\nmoved.yaml", "a.yaml")]
    assert repository.commit_at(when(240)) == below
    for ask in (lambda: repository.commits(None, top), lambda: repository.commit_at(when(180))):
        with pytest.raises(Failure, match=f"a shallow clone: what came before {below[:7]} is not here") as caught:
            ask()
        assert caught.value.hint == "run `git fetch --unshallow`"


def test_a_shallow_clone_without_a_merge_base(story: Path, git: Git, commit: Commit, tmp_path: Path) -> None:
    git(story, "switch", "--quiet", "branch")
    commit(story, more="x")
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-single-branch", story.as_uri(), "shallow")
    repository = Repository.of(tmp_path / "shallow")
    with pytest.raises(Failure, match="a shallow clone: no commit is here that") as caught:
        repository.merge_base(repository.resolve("origin/main"), repository.resolve("origin/branch"))
    assert caught.value.hint == "run `git fetch --unshallow`"
