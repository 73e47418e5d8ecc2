"""Which solver there is."""

import pytest

from prodops_cli.cli import scheduling
from prodops_cli.failure import Misuse


def test_without_the_extra_the_greedy_plan_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduling, "find_spec", lambda _: None)
    assert scheduling.solver("auto") == scheduling.solver("greedy") == scheduling.Solver("greedy", None)


def test_a_solver_that_is_not_installed_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scheduling, "find_spec", lambda _: None)
    with pytest.raises(Misuse) as misuse:
        scheduling.solver("cp-sat")
    assert "pip install ortools" in misuse.value.hint


def test_with_the_extra_it_is_used() -> None:
    assert scheduling.solver("auto").name == scheduling.solver("cp-sat").name == "cp-sat"
