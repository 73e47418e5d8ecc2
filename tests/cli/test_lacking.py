"""What a work tree lacks is said, so that nobody takes what is not there for what is not wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from prodops_cli.cli.run import run
from tests.repositories import Git

Commit = Callable[..., str]
Capture = pytest.CaptureFixture[str]
OWNER = "id: {id}\nname: Somebody\ntype: person\n"


def remarks(folder: Path, capsys: Capture, *options: str) -> list[str]:
    """What a lint says on stderr."""
    assert run(["lint", "-C", str(folder), *options]) == 0
    return capsys.readouterr().err.splitlines()


@pytest.fixture
def catalog(repository: Path, commit: Commit) -> Path:
    """A catalog that nothing is wrong with."""
    commit(
        repository,
        prodops_yaml="",
        owners__anna_yaml=OWNER.format(id="anna"),
        owners__away__ben_yaml=OWNER.format(id="ben"),
    )
    return repository


def test_nothing_is_said_where_all_is_there(catalog: Path, capsys: Capture) -> None:
    assert remarks(catalog, capsys) == []


def test_a_sparse_checkout_says_what_it_leaves_out(catalog: Path, git: Git, capsys: Capture) -> None:
    git(catalog, "sparse-checkout", "set", "--no-cone", "/prodops.yaml", "/owners/*", "!/owners/away")
    assert " ".join(remarks(catalog, capsys)) == (
        "1 file of the catalog is not here: this sparse checkout leaves it out; `prodops lint --rev HEAD` reads it"
    )
    assert remarks(catalog, capsys, "--rev", "HEAD") == []
    assert remarks(catalog, capsys, "--staged") == []
    assert remarks(catalog, capsys, "-q") == []


def test_a_sparse_checkout_of_all_says_nothing(catalog: Path, git: Git, capsys: Capture) -> None:
    git(catalog, "sparse-checkout", "set", "--no-cone", "/*")
    assert remarks(catalog, capsys) == []


def test_a_sparse_checkout_in_another_work_tree(catalog: Path, tmp_path: Path, git: Git, capsys: Capture) -> None:
    git(catalog, "worktree", "add", "--quiet", str(tmp_path / "other"))
    git(tmp_path / "other", "sparse-checkout", "set", "--no-cone", "/prodops.yaml", "/owners/*", "!/owners/away")
    assert len(remarks(tmp_path / "other", capsys)) == 2
    assert remarks(catalog, capsys) == []


def test_a_submodule_that_nobody_fetched(catalog: Path, tmp_path: Path, git: Git, capsys: Capture) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "--quiet", "add", str(catalog), "owners")
    (outer / "prodops.yaml").write_text("")
    git(outer, "add", "--all")
    git(outer, "commit", "--quiet", "--message", "begin")
    git(tmp_path, "clone", "--quiet", str(outer), "clone")
    (tmp_path / "clone" / "prodops.yaml").write_text("catalog: {include: [more/*]}")
    (tmp_path / "clone" / "more").mkdir()
    (tmp_path / "clone" / "more" / "anna.yaml").write_text("kind: owner\n" + OWNER.format(id="anna"))
    assert remarks(tmp_path / "clone", capsys) == [
        "the submodule `owners` is not here; `git submodule update --init` brings it"
    ]
