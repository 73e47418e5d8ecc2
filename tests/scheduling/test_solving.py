"""Timetables against all that there are, of small problems."""

from hypothesis import given, settings

from prodops_cli.scheduling.cost import cost
from prodops_cli.scheduling.cp_sat import improved
from prodops_cli.scheduling.greedy import greedy
from prodops_cli.scheduling.problem import Problem
from prodops_cli.scheduling.solved import solved
from tests.scheduling.small import is_allowed, problems, timetables


@settings(deadline=None, max_examples=300)
@given(problems())
def test_the_greedy_timetable_keeps_all_apart_who_must_be(problem: Problem) -> None:
    assert is_allowed(problem, greedy(problem))


@settings(deadline=None, max_examples=150)
@given(problems())
def test_nothing_is_better_than_what_the_solver_proves(problem: Problem) -> None:
    found = solved(problem, improved)
    assert found.is_best
    assert is_allowed(problem, found.placed)
    assert cost(problem, found.placed) == min(cost(problem, each) for each in timetables(problem))


@settings(deadline=None, max_examples=150)
@given(problems())
def test_the_solver_is_never_worse_than_the_greedy(problem: Problem) -> None:
    known = greedy(problem)
    found = improved(problem, known)
    assert is_allowed(problem, found.placed)
    assert cost(problem, found.placed) <= cost(problem, known)
    assert improved(problem, known) == found
