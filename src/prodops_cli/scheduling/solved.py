"""Solving: the greedy timetable, and what a solver makes of it, where there is one."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from prodops_cli.scheduling.cost import NOTHING, cost
from prodops_cli.scheduling.fitting import around, free_buckets
from prodops_cli.scheduling.greedy import greedy
from prodops_cli.scheduling.parts import parts
from prodops_cli.scheduling.problem import Placement, Problem, Timetable


class Solved(NamedTuple):
    """A timetable, and whether it is proved that there is none better."""

    placed: Timetable
    is_best: bool


Improve: TypeAlias = Callable[[Problem, Timetable], Solved]
"""Makes a better timetable of one, or gives it back; never a worse one."""


def solved(problem: Problem, improve: Improve | None = None) -> Solved:
    """The timetable of all parts. One that costs nothing needs no solver: there is none better."""
    placed: dict[str, Placement] = {}
    is_best = True
    for part in parts(problem):
        known = greedy(part)
        found = Solved(known, cost(part, known) == NOTHING)
        if improve and not found.is_best:
            found = improve(part, known)
        placed |= tidied(part, found.placed)
        is_best = is_best and found.is_best
    return Solved(placed, is_best)


def tidied(problem: Problem, placed: Timetable) -> Timetable:
    """The same timetable, in which new buckets are the lowest that are free, one after the other."""
    tidy = dict(placed)
    for id, (start, buckets) in sorted(placed.items(), key=lambda each: (each[1].start, each[0])):
        item = problem.by_id[id]
        free = free_buckets(item, start, tuple(around(problem, tidy, item))) if buckets != item.own else None
        if free is not None:
            tidy[id] = Placement(start, free)
    return tidy
