"""Several files change together or not at all, whatever ends a run, and whoever else is at work."""

import os
import threading
import time
from pathlib import Path

import pytest

from prodops_cli.failure import Failure
from prodops_cli.trees import transaction as module
from prodops_cli.trees.journal import read_journal, write_journal
from prodops_cli.trees.lock import locked
from prodops_cli.trees.step import Step
from prodops_cli.trees.store import git_folder, open_store
from prodops_cli.trees.transaction import transaction

BEFORE = {"a.yaml": b"a: 1\r\n", "b.yaml": b"b: 1\n", "c.yaml": b"c: 1\n"}
AFTER = {"a.yaml": b"a: 2\r\n", "c.yaml": b"c: 1\n", "d.yaml": b"b: 2\n"}
STEPS = (
    Step("a.yaml", b"a: 1\r\n", b"a: 2\r\n"),
    Step("b.yaml", b"b: 1\n", None),
    Step("d.yaml", None, b"b: 2\n", moved_from="b.yaml"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A catalog with a repository around it."""
    (tmp_path / ".git").mkdir()
    for path, data in BEFORE.items():
        (tmp_path / path).write_bytes(data)
    return tmp_path


def files(root: Path) -> dict[str, bytes]:
    """All files but git's, hidden ones too."""
    return {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}


def journal(root: Path) -> Path:
    return open_store(root) / "journal.json"


def test_takes_all_steps(root: Path) -> None:
    (root / "a.yaml").chmod(0o600)
    (root / "b.yaml").chmod(0o750)
    with transaction(root) as change:
        change.carry_out(STEPS)
    assert files(root) == AFTER
    assert [(root / path).stat().st_mode & 0o777 for path in ("a.yaml", "d.yaml")] == [0o600, 0o750]
    assert [path.name for path in open_store(root).iterdir()] == ["lock"]


def test_is_not_stopped_by_a_link_to_the_same_bytes(root: Path) -> None:
    os.link(root / "a.yaml", root / "other.txt")
    with transaction(root) as change:
        change.carry_out(STEPS)
    assert (root / "other.txt").read_bytes() == BEFORE["a.yaml"]


CHANGES = {
    "changed": lambda root: (root / "a.yaml").write_bytes(b"a: 3\n"),
    "gone": lambda root: (root / "b.yaml").unlink(),
    "new": lambda root: (root / "d.yaml").write_bytes(b"mine\n"),
    "a link": lambda root: (root / "d.yaml").symlink_to("/nowhere"),
    "a folder": lambda root: (root / "d.yaml").mkdir(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_changes_nothing_where_a_file_is_not_as_it_was(change: str, root: Path) -> None:
    with transaction(root) as taken:
        CHANGES[change](root)
        there = files(root)
        with pytest.raises(Failure):
            taken.carry_out(STEPS)
    assert files(root) == there
    assert not journal(root).exists()


@pytest.mark.parametrize("path", ["../out.yaml", "/tmp/out-of-the-catalog.yaml", "link/out.yaml"])
def test_writes_nothing_outside(path: str, root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (root / "link").symlink_to(elsewhere)
    with transaction(root) as change, pytest.raises(Failure):
        change.carry_out([Step(path, None, b"")])
    write_journal(journal(root), [Step(path, None, b"", mode=0o644)])
    with transaction(root) as change:
        assert change.mended.startswith("An interrupted run was undone")
    assert list(elsewhere.iterdir()) == []
    assert not (root / path).exists()


@pytest.mark.parametrize("fails_at", [1, 2, 3])
def test_goes_back_where_a_step_fails(fails_at: int, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put, taken = module.put, []

    def failing(path: Path, step: Step) -> None:
        taken.append(path)
        if len(taken) == fails_at:
            raise Failure("the disk is full")
        put(path, step)

    monkeypatch.setattr(module, "put", failing)
    with transaction(root) as change, pytest.raises(Failure, match="the disk is full"):
        change.carry_out(STEPS)
    assert files(root) == BEFORE
    assert not journal(root).exists()


@pytest.mark.parametrize("done", range(4))
def test_finishes_what_another_run_began(done: int, root: Path) -> None:
    write_journal(journal(root), STEPS)
    for step in sorted(STEPS, key=lambda step: step.after is None)[:done]:
        module.put(root / step.path, step)
    (root / ".a.yaml.x1.prodops-new").write_bytes(b"a: ")
    with transaction(root) as change:
        assert change.mended == "An interrupted run was finished: a.yaml, b.yaml, d.yaml."
        assert files(root) == AFTER
    with transaction(root) as change:
        assert change.mended == ""


@pytest.mark.parametrize("done", range(4))
def test_undoes_what_another_run_began_where_somebody_went_on(done: int, root: Path) -> None:
    write_journal(journal(root), STEPS)
    for step in sorted(STEPS, key=lambda step: step.after is None)[:done]:
        module.put(root / step.path, step)
    (root / "a.yaml").write_bytes(b"mine\n")
    with transaction(root) as change:
        assert change.mended == "An interrupted run was undone, as `a.yaml` has changed since."
    assert files(root) == BEFORE | {"a.yaml": b"mine\n"}


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"version": 1}', b'{"version": 1, "steps": "[]", "checksum": "0"}']
)
def test_does_not_believe_a_journal_that_is_not_whole(data: bytes, root: Path) -> None:
    journal(root).write_bytes(data)
    assert read_journal(journal(root)) == ()
    with transaction(root) as change:
        assert change.mended == ""
    assert files(root) == BEFORE


def test_waits_for_others(tmp_path: Path) -> None:
    seen: list[str] = []

    def hold() -> None:
        with locked(tmp_path / "lock"):
            seen.append("first")
            time.sleep(0.2)
            seen.append("first is done")

    other = threading.Thread(target=hold)
    other.start()
    while not seen:
        time.sleep(0.01)
    with pytest.raises(Failure, match="another run"), locked(tmp_path / "lock", patience=0):
        pass
    with locked(tmp_path / "lock"):
        seen.append("second")
    other.join()
    assert seen == ["first", "first is done", "second"]


def test_keeps_its_store_beside_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    plain, tree, broken = (tmp_path / name for name in ("plain", "tree", "broken"))
    for folder in (plain, tree, broken, tmp_path / "real", tmp_path / "whole" / ".git"):
        folder.mkdir(parents=True)
    (tree / ".git").write_text("gitdir: ../real\n")
    (broken / ".git").write_text("nonsense\n")
    assert git_folder(tree) == tree / "../real"
    assert git_folder(broken) is None
    assert git_folder(tmp_path / "whole") == tmp_path / "whole" / ".git"
    assert open_store(plain).parent == open_store(broken).parent == tmp_path / "cache" / "prodops"
    assert open_store(plain) != open_store(broken)


def test_says_where_no_store_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    with pytest.raises(Failure, match="cannot be made"), transaction(tmp_path):
        pass
