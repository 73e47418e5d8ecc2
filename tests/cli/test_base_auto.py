"""`--base auto`: the base of a pull request, as each CI tells of it."""

from pathlib import Path

import pytest

from prodops_cli.cli.pull_request import MERGES, START, TARGETS
from tests.cli.comparing import Commit, Git, branched, metric, told

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def no_ci(monkeypatch: Patch) -> None:
    """These tests may run in CI themselves."""
    names = {name for row in TARGETS for name in row} | {name for first, _, last in MERGES for name in (first, last)}
    for name in (*names, START):
        monkeypatch.delenv(name, raising=False)


def say(monkeypatch: Patch, **variables: str) -> None:
    """What CI says."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def merged(repository: Path, git: Git, commit: Commit) -> Path:
    """A branch, and on `merge` what CI makes of it: merged into main as that is now."""
    branched(repository, git, commit)
    git(repository, "switch", "--quiet", "--detach", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--no-edit", "change")
    git(repository, "update-ref", "refs/pull/7/merge", "HEAD")
    return repository


def clone(git: Git, upstream: Path, depth: int) -> Path:
    """What actions/checkout makes: one ref, so many commits."""
    folder = upstream.with_name("clone")
    git(upstream.parent, "init", "--quiet", "clone")
    git(folder, "remote", "add", "origin", upstream.as_uri())
    ref = "+refs/pull/7/merge:refs/remotes/pull/7/merge"
    git(folder, "fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", ref)
    git(folder, "checkout", "--quiet", "--detach", "refs/remotes/pull/7/merge")
    return folder


def on_github(head: str) -> dict[str, str]:
    """What GitHub says in a job of a pull request."""
    return {"GITHUB_REF": "refs/pull/7/merge", "GITHUB_SHA": head, "GITHUB_BASE_REF": "main"}


def test_a_merge_commit_at_depth_two(merged: Path, git: Git, capsys: Capture, monkeypatch: Patch) -> None:
    folder = clone(git, merged, 2)
    say(monkeypatch, **on_github(git(folder, "rev-parse", "HEAD").strip()))
    here = told(folder, capsys, "--base", "auto")
    assert (here.new, here.existing) == ("new", "later old")
    assert here.base == git(merged, "rev-parse", "main").strip()
    assert f"since main@{here.base[:7]}" in here.said


def test_a_merge_commit_at_depth_one(merged: Path, git: Git, capsys: Capture, monkeypatch: Patch) -> None:
    folder = clone(git, merged, 1)
    say(monkeypatch, **on_github(git(folder, "rev-parse", "HEAD").strip()))
    here = told(folder, capsys, "--base", "auto")
    assert here.code == 3
    assert "`fetch-depth: 2`" in here.said
    git(folder, *here.said.partition("run `git ")[2].partition("`")[0].split())
    assert told(folder, capsys, "--base", "auto").new == "new"


@pytest.mark.parametrize(
    "variables",
    [
        {"CI_MERGE_REQUEST_EVENT_TYPE": "merged_result", "CI_COMMIT_SHA": "{head}", START: "0" * 40},
        {"CI_MERGE_REQUEST_EVENT_TYPE": "merge_train", "CI_COMMIT_SHA": "{head}"},
        {"BUILD_SOURCEBRANCH": "refs/pull/7/merge", "BUILD_SOURCEVERSION": "{head}"},
    ],
)
def test_merge_commits_of_others(
    merged: Path, git: Git, capsys: Capture, monkeypatch: Patch, variables: dict[str, str]
) -> None:
    head = git(merged, "rev-parse", "HEAD").strip()
    say(monkeypatch, **{name: value.format(head=head) for name, value in variables.items()})
    here = told(merged, capsys, "--base", "auto")
    assert (here.new, here.existing) == ("new", "later old")


def test_a_branch_whose_last_commit_is_a_merge_of_its_own(
    repository: Path, git: Git, commit: Commit, capsys: Capture, monkeypatch: Patch
) -> None:
    branched(repository, git, commit)
    git(repository, "merge", "--quiet", "--no-edit", "main")
    git(repository, "update-ref", "refs/remotes/origin/main", "main")
    say(monkeypatch, **on_github("0" * 40))  # the merge for a try is another commit: this one was checked out by name
    here = told(repository, capsys, "--base", "auto")
    assert (here.new, here.existing) == ("new", "later old")
    assert here.base == git(repository, "rev-parse", "main").strip()


@pytest.mark.parametrize(("target", "proof"), TARGETS)
def test_the_target_branch(
    repository: Path, git: Git, commit: Commit, capsys: Capture, monkeypatch: Patch, target: str, proof: str
) -> None:
    base = branched(repository, git, commit)
    git(repository, "update-ref", "refs/remotes/origin/stable/1.x", "main")
    say(monkeypatch, **{proof: "yes", target: "stable/1.x"})
    here = told(repository, capsys, "--base", "auto")
    assert (here.new, here.existing, here.base) == ("new", "old", base)
    assert f"since origin/stable/1.x@{base[:7]}" in here.said
    say(monkeypatch, **{target: "refs/heads/stable/1.x"})
    assert told(repository, capsys, "--base", "auto") == here


def test_a_build_of_a_branch_is_no_pull_request(
    repository: Path, git: Git, commit: Commit, capsys: Capture, monkeypatch: Patch
) -> None:
    branched(repository, git, commit)
    git(repository, "update-ref", "refs/remotes/origin/change", "change")
    say(monkeypatch, DRONE_TARGET_BRANCH="change", TRAVIS_BRANCH="change", APPVEYOR_REPO_BRANCH="change")
    assert told(repository, capsys, "--base", "auto").code == 3  # else nothing would ever be new


def test_the_commit_that_gitlab_names(
    repository: Path, git: Git, commit: Commit, capsys: Capture, monkeypatch: Patch
) -> None:
    base = branched(repository, git, commit)
    say(monkeypatch, **{START: base, "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"})
    here = told(repository, capsys, "--base", "auto")
    assert (here.new, here.existing, here.base) == ("new", "old", base)
    say(monkeypatch, **{START: "a" * 40})
    here = told(repository, capsys, "--base", "auto")
    assert here.code == 3
    assert f"run `git fetch origin {'a' * 40}`" in here.said


def test_the_main_branch_of_the_remote(
    repository: Path, git: Git, commit: Commit, capsys: Capture, tmp_path: Path
) -> None:
    base = branched(repository, git, commit)
    here = told(repository, capsys, "--base", "auto")
    assert (here.code, "such as `origin/main`" in here.said) == (3, True)
    git(repository, "switch", "--quiet", "main")
    git(tmp_path, "clone", "--quiet", repository.as_uri(), "clone")
    git(tmp_path / "clone", "switch", "--quiet", "change")
    here = told(tmp_path / "clone", capsys, "--base", "auto")
    assert (here.new, here.existing, here.base) == ("new", "old", base)
    git(tmp_path / "clone", "remote", "set-head", "origin", "--delete")
    here = told(tmp_path / "clone", capsys, "--base", "auto")
    git(tmp_path / "clone", *here.said.partition("run `git ")[2].partition("`")[0].split())
    assert told(tmp_path / "clone", capsys, "--base", "auto").base == base


@pytest.mark.parametrize("branch", ["--upload-pack=x", "main\nx", "..", "a" * 5000, "x;touch y", "@{-1}", "*", "mäin"])
def test_odd_targets(repository: Path, commit: Commit, capsys: Capture, monkeypatch: Patch, branch: str) -> None:
    commit(repository, prodops_yaml="", metrics__old_yaml=metric("old"))
    say(monkeypatch, GITHUB_BASE_REF=branch)
    assert told(repository, capsys, "--base", "auto").code == 3
