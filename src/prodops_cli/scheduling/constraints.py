"""A problem in the words of OR-tools' CP-SAT: variables, what must hold, and what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import TypeAlias

from ortools.sat.python import cp_model

from prodops_cli.scheduling.fitting import is_there
from prodops_cli.scheduling.problem import Item, Obstacle, Pool, Problem, Requirement, Rivals

Rectangle: TypeAlias = tuple[cp_model.IntervalVar, cp_model.IntervalVar]
Expression: TypeAlias = cp_model.LinearExprT


@dataclass(frozen=True, slots=True)
class Variables:
    """What is asked of one item: whether, when, and on which buckets: its own, or others from a first one on."""

    item: Item
    is_placed: cp_model.IntVar
    start: cp_model.IntVar
    delay: cp_model.IntVar
    is_moved: cp_model.IntVar
    is_late: cp_model.IntVar
    keeps: cp_model.IntVar
    gets: cp_model.IntVar
    first: cp_model.IntVar


@dataclass(frozen=True, slots=True)
class Model:
    """A problem as a model, with its variables by id."""

    problem: Problem
    model: cp_model.CpModel
    of: dict[str, Variables]

    def costs(self) -> tuple[Expression, ...]:
        """The parts of the cost, in their order."""
        every = tuple(self.of.values())
        firm, drafts = ([each for each in every if each.item.is_draft is is_draft] for is_draft in (False, True))
        return (
            cp_model.LinearExpr.sum([1 - each.is_placed for each in firm]),
            cp_model.LinearExpr.sum([1 - each.is_placed for each in drafts]),
            cp_model.LinearExpr.sum([each.is_late for each in every]),
            cp_model.LinearExpr.sum([each.delay for each in firm]),
            cp_model.LinearExpr.sum([each.delay for each in drafts]),
            cp_model.LinearExpr.sum([*(each.is_moved for each in every), *(each.gets for each in every)]),
        )


def modelled(problem: Problem) -> Model:
    """All that must hold."""
    made = Model(problem, cp_model.CpModel(), {})
    for item in problem.items:
        made.of[item.id] = variables(made.model, item)
        for obstacle in item.obstacles:
            avoid(made, made.of[item.id], obstacle)
    for rivals in problem.rivals:
        divide(made, rivals)
    for pool in problem.pools:
        hold(made, pool)
    for requirement in problem.requirements:
        follow(made, requirement)
    return made


def variables(model: cp_model.CpModel, item: Item) -> Variables:
    """Whether it has a place, when it starts, and where its buckets begin."""
    starts = [start for start in item.starts if not is_hindered(item, start)]
    gaps = [(each.start, each.stop - item.width) for each in item.offered if each.stop - each.start >= item.width]
    made = Variables(
        item,
        is_placed=switch(model, bool(starts)),
        start=model.new_int_var_from_domain(cp_model.Domain.from_values(starts or [0]), item.id),
        delay=model.new_int_var(0, starts[-1] - item.starts[0] if starts else 0, ""),
        is_moved=switch(model),
        is_late=switch(model, item.due is not None),
        keeps=switch(model, bool(item.own) or not item.width),
        gets=switch(model, bool(item.width and gaps)),
        first=model.new_int_var_from_domain(cp_model.Domain.from_intervals(gaps or [(0, 0)]), ""),
    )
    model.add(made.keeps + made.gets == made.is_placed)
    if starts:
        weigh(model, made)
    return made


def switch(model: cp_model.CpModel, can_be: bool = True) -> cp_model.IntVar:
    """Something that is or is not."""
    return model.new_int_var(0, int(can_be), "")


def weigh(model: cp_model.CpModel, each: Variables) -> None:
    """What follows for the cost from when it starts; what has no place costs nothing else."""
    item = each.item
    model.add(each.delay >= each.start - item.starts[0]).only_enforce_if(each.is_placed)
    model.add(each.start <= item.starts[0]).only_enforce_if(each.is_placed, ~each.is_moved)
    if item.due is not None:
        model.add(each.start + item.length <= item.due).only_enforce_if(each.is_placed, ~each.is_late)


def is_hindered(item: Item, start: int) -> bool:
    """Whether something that stays is in its way then, whatever buckets it has."""
    return any(each.buckets is None and is_there(each, item, start) for each in item.obstacles)


def time_of(model: cp_model.CpModel, each: Variables, has: cp_model.IntVar, early: bool) -> cp_model.IntervalVar:
    """When it is felt, or needs quiet."""
    lead = each.item.lead if early else 0
    return model.new_optional_fixed_size_interval_var(each.start - lead, each.item.felt + lead, has, "")


def rectangles(model: cp_model.CpModel, each: Variables, early: bool) -> Iterator[Rectangle]:
    """The time and the buckets that it takes: those that it has, or the other ones."""
    for own in each.item.own:
        buckets = model.new_optional_fixed_size_interval_var(own.start, own.stop - own.start, each.keeps, "")
        yield time_of(model, each, each.keeps, early), buckets
    buckets = model.new_optional_fixed_size_interval_var(each.first, each.item.width, each.gets, "")
    yield time_of(model, each, each.gets, early), buckets


def avoid(made: Model, each: Variables, obstacle: Obstacle) -> None:
    """It has other buckets than what stays, or runs at another time; without buckets, its starts say so."""
    item, model = each.item, made.model
    if obstacle.buckets is None or not item.starts:
        return
    first, last = item.starts[0] - item.lead, item.starts[-1] + item.felt
    start, stop = max(obstacle.start, first), min(obstacle.stop, last)
    if stop <= start:
        return
    when = model.new_fixed_size_interval_var(start, stop - start, "")
    for (time, buckets), taken in product(rectangles(model, each, obstacle.early), obstacle.buckets):
        there = model.new_fixed_size_interval_var(taken.start, taken.stop - taken.start, "")
        model.add_no_overlap_2d([time, when], [buckets, there])


def divide(made: Model, rivals: Rivals) -> None:
    """Two have other buckets, or run at other times."""
    model, one, other = made.model, made.of[rivals.one], made.of[rivals.other]
    if not rivals.by_buckets:
        model.add_no_overlap([time_of(model, each, each.is_placed, rivals.early) for each in (one, other)])
        return
    sides = (tuple(rectangles(model, each, rivals.early)) for each in (one, other))
    for (time, buckets), (their_time, their_buckets) in product(*sides):
        model.add_no_overlap_2d([time, their_time], [buckets, their_buckets])


def hold(made: Model, pool: Pool) -> None:
    """At no time is more needed of a pool than there is."""
    model = made.model
    every = [made.of[id] for id in pool.needs]
    running = [
        model.new_optional_fixed_size_interval_var(each.start, each.item.length, each.is_placed, "") for each in every
    ]
    last = max((each.item.starts[-1] + each.item.length for each in every if each.item.starts), default=0)
    staying = tuple(filled(pool, last))
    fixed = [model.new_fixed_size_interval_var(start, stop - start, "") for start, stop, _ in staying]
    amounts = [*pool.needs.values(), *(amount for _, _, amount in staying)]
    model.add_cumulative([*running, *fixed], amounts, pool.capacity)


def filled(pool: Pool, last: int) -> Iterator[tuple[int, int, int]]:
    """How much is needed by what stays, from when to when; where it is too much already, nothing is left."""
    moments = sorted({min(at, last) for load in pool.loads for at in (load.start, load.stop)})
    for start, stop in pairwise(moments):
        amount = sum(each.amount for each in pool.loads if each.start <= start < each.stop)
        if amount:
            yield start, stop, min(amount, pool.capacity)


def follow(made: Model, requirement: Requirement) -> None:
    """One starts while the other, which it requires, runs."""
    one, other = made.of[requirement.one], made.of[requirement.other]
    made.model.add_implication(one.is_placed, other.is_placed)
    made.model.add(one.start >= other.start).only_enforce_if(one.is_placed)
    made.model.add(one.start <= other.start + requirement.within).only_enforce_if(one.is_placed)
