"""The best timetable by OR-tools' CP-SAT: the same each time, and never a worse one than it was given."""

from typing import NamedTuple

from ortools.sat.python import cp_model

from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.scheduling.constraints import Expression, Model, Variables, modelled
from prodops_cli.scheduling.cost import cost
from prodops_cli.scheduling.fitting import is_sound
from prodops_cli.scheduling.problem import Placement, Problem, Timetable
from prodops_cli.scheduling.solved import Solved

EFFORT = 4.0
"""Deterministic seconds for each part of the cost: a slow machine finds the same as a quick one."""


class Found(NamedTuple):
    """What a search came to: a timetable, and the bound below which nobody gets."""

    placed: Timetable
    bound: float


def improved(problem: Problem, known: Timetable) -> Solved:
    """The best timetable that is found, from one that is known: the parts of the cost one after the other."""
    made = modelled(problem)
    best, is_best = known, True
    for number, expression in enumerate(made.costs()):
        if cost(problem, best)[number]:
            best, bound = searched(made, expression, best)
            is_best = is_best and bound >= cost(problem, best)[number]
        made.model.add(expression <= cost(problem, best)[number])
    return Solved(best, is_best)


def searched(made: Model, expression: Expression, known: Timetable) -> Found:
    """A timetable for which an expression is as small as is found."""
    model = hinted(made, known)
    model.minimize(expression)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = EFFORT
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return Found(known, 0.0)
    found = {id: placement(each, solver) for id, each in made.of.items() if solver.boolean_value(each.is_placed)}
    is_better = is_sound(made.problem, found) and cost(made.problem, found) <= cost(made.problem, known)
    return Found(found if is_better else known, round(solver.best_objective_bound))


def placement(each: Variables, solver: cp_model.CpSolver) -> Placement:
    """What was decided of one item."""
    start = solver.value(each.start)
    if not solver.boolean_value(each.gets):
        return Placement(start, each.item.own)
    first = solver.value(each.first)
    return Placement(start, (BucketRange(first, first + each.item.width),))


def hinted(made: Model, known: Timetable) -> cp_model.CpModel:
    """The model with a timetable to begin with."""
    model = made.model.clone()
    for id, each in made.of.items():
        placed = known.get(id)
        has_own = placed is not None and placed.buckets == each.item.own
        model.add_hint(each.is_placed, int(placed is not None))
        model.add_hint(each.keeps, int(has_own))
        model.add_hint(each.gets, int(placed is not None and not has_own))
        if placed is not None:
            model.add_hint(each.start, placed.start)
        if placed is not None and not has_own:
            model.add_hint(each.first, placed.buckets[0].start)
    return model
