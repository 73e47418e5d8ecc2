"""Two processes do the work of one: the same answers in the same order, whatever becomes of the helper."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from prodops_cli.lint import run
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from prodops_cli.trees import share
from prodops_cli.trees.share import shared
from prodops_cli.trees.worktree import WorkTree

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
HERE = os.getpid()


@pytest.fixture(autouse=True)
def processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody helps, however few processors this machine has."""
    monkeypatch.setattr(share, "processors", lambda: 3)


def slowly(task: int) -> tuple[int, bool]:
    """The task's square, and whether it was done here; slow enough that nobody does all of it."""
    time.sleep(0.002)
    return task * task, os.getpid() == HERE


def test_answers_are_in_the_order_of_the_tasks() -> None:
    answers = shared(slowly, range(400))
    assert [square for square, _ in answers] == [task * task for task in range(400)]
    assert {is_here for _, is_here in answers} == {True, False}


def test_nothing_is_to_be_done() -> None:
    assert shared(slowly, ()) == ()


def test_one_processor_needs_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share, "processors", lambda: 1)
    assert all(is_here for _, is_here in shared(slowly, range(9)))


def test_beside_threads_nobody_helps() -> None:
    with ThreadPoolExecutor(1) as other:
        other.submit(int).result()
        assert all(is_here for _, is_here in shared(slowly, range(9)))


def dying(task: int) -> int:
    """Ends every process but this one."""
    time.sleep(0.002)
    if os.getpid() != HERE:
        os._exit(9)
    return task


def test_who_dies_is_not_missed() -> None:
    assert shared(dying, range(50)) == tuple(range(50))


def test_who_is_not_there_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(share.os, "fork", refuse)
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").exists() else 0
    assert all(is_here for _, is_here in shared(slowly, range(9)))
    assert not before or len(list(Path("/proc/self/fd").iterdir())) == before


def interrupted(task: int) -> int:
    """Is interrupted here, and would take a minute elsewhere."""
    if os.getpid() == HERE:
        raise KeyboardInterrupt
    time.sleep(60)
    return task


def test_who_is_interrupted_leaves_nobody_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    helpers: list[int] = []
    fork = os.fork

    def noted() -> int:
        helpers.append(fork())
        return helpers[-1]

    monkeypatch.setattr(share.os, "fork", noted)
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        shared(interrupted, range(50))
    assert time.monotonic() - start < 30
    assert len(helpers) == 2
    for helper in helpers:
        with pytest.raises(ProcessLookupError):
            os.kill(helper, 0)


def failing(task: int) -> int:
    """Fails once, wherever it is done."""
    time.sleep(0.002)
    if task == 20:
        raise ValueError(f"the task {task}")
    return task


def test_what_fails_fails_here() -> None:
    with pytest.raises(ValueError, match="the task 20"):
        shared(failing, range(50))


@pytest.mark.parametrize("example", ["acme", "tangled"])
def test_a_verdict_is_the_same(example: str, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = WorkTree(Path(__file__).parents[2] / "examples" / example)
    request = Request(date(2026, 9, 7))
    alone = lint(tree, request)
    monkeypatch.setattr(run, "MANY", 0)
    assert lint(tree, request) == alone
