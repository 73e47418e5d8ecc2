"""What is new, what was there before and what is fixed, as seen from a base."""

from pathlib import Path

import pytest

from tests.cli.comparing import OLD, Commit, Git, metric, told

Capture = pytest.CaptureFixture[str]


def test_names_and_places_change(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD, metrics__two_yaml=f"{metric('one')}---\n{metric('two')}")
    (repository / "metrics" / "deep").mkdir()
    git(repository, "mv", "metrics/old.yaml", "metrics/deep/renamed.yaml")
    (repository / "metrics" / "two.yaml").write_text(f"# words\n{metric('two')}")
    commit(repository, metrics__one_yaml=metric("one", owner="nobody  # still"))
    assert told(repository, capsys, "--base", "HEAD~1").new == ""
    assert told(repository, capsys, "--base", "HEAD~1").existing == "old one two"


def test_two_that_are_alike_are_two(repository: Path, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD)
    commit(repository, metrics__copy_yaml=metric("old"))
    assert told(repository, capsys, "--base", "HEAD~1").new == "old"
    assert told(repository, capsys, "--base", "HEAD~1").existing == "old"


def test_what_is_fixed(repository: Path, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD, metrics__other_yaml=metric("other"), metrics__third_yaml=metric("third"))
    commit(
        repository, owners__anna_yaml="id: anna\nname: Anna\ntype: person\n", metrics__old_yaml=metric("old", "anna")
    )
    assert told(repository, capsys, "--base", "HEAD~1").fixed == 1
    (repository / "metrics" / "other.yaml").unlink()
    assert told(repository, capsys, "--base", "HEAD").fixed == 1
    (repository / "metrics" / "third.yaml").write_text("id: third\nname: [\n")
    assert told(repository, capsys, "--base", "HEAD").fixed == 1  # nobody knows what is in that file now
    comment = "owner: nobody # prodops: allow unknown-reference -- she begins in May"
    (repository / "metrics" / "third.yaml").write_text(metric("third").replace("owner: nobody", comment))
    assert told(repository, capsys, "--base", "HEAD").fixed == 1  # what is allowed is not mended


def test_an_allowance_that_goes_makes_a_finding_new(repository: Path, commit: Commit, capsys: Capture) -> None:
    text = metric("old").replace("nobody", "nobody # prodops: allow unknown-reference -- she begins in May")
    commit(repository, prodops_yaml="", metrics__old_yaml=text)
    commit(repository, **OLD)
    assert told(repository, capsys, "--base", "HEAD~1").new == "old"


@pytest.mark.parametrize(
    ("settings", "lacks"),
    [(None, "has no catalog"), ("rules: [", "has settings that can't be read"), ("nonsense: 1\n", "has settings that")],
)
def test_a_base_that_is_no_catalog(
    repository: Path, git: Git, commit: Commit, capsys: Capture, settings: str | None, lacks: str
) -> None:
    commit(repository, **{**OLD, "prodops_yaml": settings or ""})
    if settings is None:
        git(repository, "rm", "--quiet", "prodops.yaml")
        git(repository, "commit", "--quiet", "--amend", "--message", "none")
    commit(repository, **OLD)
    here = told(repository, capsys, "--base", "HEAD~1")
    assert (here.new, here.existing, here.fixed) == ("old", "", 0)
    assert lacks in here.said
    assert "all is new" in here.said


def test_settings_of_the_head_judge_both(repository: Path, git: Git, commit: Commit, capsys: Capture) -> None:
    commit(repository, **{**OLD, "prodops_yaml": "rules: {unknown-reference: off}\n"})
    commit(repository, **OLD)
    assert told(repository, capsys, "--base", "HEAD~1").existing == "old"


def test_a_mistake_in_the_settings_is_new_to_who_writes_it(repository: Path, commit: Commit, capsys: Capture) -> None:
    commit(repository, **OLD)
    commit(repository, prodops_yaml="surfaces: {checkout: {owner: eve}}\n")
    here = told(repository, capsys, "--base", "HEAD~1", "--select", "settings")
    assert (here.new, here.existing) == ("unknown-surface-owner", "old")
    (repository / "metrics" / "old.yaml").unlink()
    commit(repository, metrics__new_yaml=metric("new"))
    here = told(repository, capsys, "--base", "HEAD~1", "--select", "settings")
    assert (here.new, here.existing, here.fixed) == ("new", "unknown-surface-owner", 1)
