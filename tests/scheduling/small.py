"""Small problems, made up, and all of their timetables."""

from collections.abc import Iterator
from itertools import product

from hypothesis import strategies as st

from prodops_cli.overlap.buckets import BucketRange, Buckets
from prodops_cli.scheduling.problem import (
    Item,
    Load,
    Obstacle,
    Placement,
    Pool,
    Problem,
    Requirement,
    Rivals,
    Timetable,
)

WHOLE = (BucketRange(0, 4),)
IDS = ("a", "b", "c")
own = st.sampled_from(((BucketRange(0, 2),), (BucketRange(1, 3),), (BucketRange(0, 1), BucketRange(3, 4))))


@st.composite
def obstacles(draw: st.DrawFn) -> Obstacle:
    """Something that stays."""
    start = draw(st.integers(-2, 5))
    buckets = draw(st.none() | own)
    return Obstacle("fixed", start, start + draw(st.integers(1, 5)), buckets, draw(st.booleans()))


@st.composite
def items(draw: st.DrawFn, id: str) -> Item:
    """Something to be placed on one of a few days."""
    first, length = draw(st.integers(0, 2)), draw(st.integers(1, 3))
    has_buckets = draw(st.booleans())
    return Item(
        id,
        tuple(range(first, first + draw(st.integers(0, 4)))),
        length,
        length + draw(st.integers(0, 1)),
        draw(st.integers(0, 1)),
        draw(st.none() | st.integers(2, 6)),
        draw(st.booleans()),
        draw(own) if has_buckets else (),
        2 if has_buckets else 0,
        WHOLE if has_buckets else (),
        tuple(draw(st.lists(obstacles(), max_size=2))),
    )


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """Up to three things, with all that can stand between them."""
    ids = IDS[: draw(st.integers(1, 3))]
    made = {id: draw(items(id)) for id in ids}
    pairs = [(one, other) for at, one in enumerate(ids) for other in ids[at + 1 :]]
    rivals = [
        Rivals(one, other, draw(st.booleans()), bool(made[one].width and made[other].width and draw(st.booleans())))
        for one, other in pairs
        if draw(st.booleans())
    ]
    loads = st.builds(
        lambda start, amount: Load("fixed", start, start + 3, amount), st.integers(0, 4), st.integers(1, 5)
    )
    pools = [Pool("layer", 4, {id: draw(st.integers(1, 4)) for id in ids}, tuple(draw(st.lists(loads, max_size=1))))]
    required = [
        Requirement(one, other, draw(st.integers(0, 2))) for one, other in pairs if draw(st.integers(0, 3)) == 0
    ]
    return Problem(tuple(made.values()), tuple(rivals), tuple(draw(st.sampled_from((pools, [])))), tuple(required))


def choices(item: Item) -> Iterator[Placement | None]:
    """All that can be done with one item."""
    yield None
    others = [(BucketRange(first, first + item.width),) for first in range(3)] if item.width else []
    for start, buckets in product(item.starts, dict.fromkeys([item.own, *others])):
        yield Placement(start, buckets)


def timetables(problem: Problem) -> Iterator[Timetable]:
    """All timetables in which nobody is in anybody's way."""
    for chosen in product(*(tuple(choices(item)) for item in problem.items)):
        placed = {item.id: each for item, each in zip(problem.items, chosen, strict=True) if each}
        if is_allowed(problem, placed):
            yield placed


def is_allowed(problem: Problem, placed: Timetable) -> bool:
    """Whether nobody is in anybody's way, moment by moment and bucket by bucket."""
    return (
        all(
            not clashes(problem.by_id[id], at, each)
            for id, at in placed.items()
            for each in problem.by_id[id].obstacles
        )
        and not any(met(problem, placed, each) for each in problem.rivals)
        and all(
            needed(pool, problem, placed, moment) <= pool.capacity
            for pool in problem.pools
            for moment in busy(problem, placed, pool)
        )
        and all(
            each.other in placed and placed[each.one].start - placed[each.other].start in range(each.within + 1)
            for each in problem.requirements
            if each.one in placed
        )
    )


def felt(item: Item, start: int, early: bool) -> set[int]:
    return set(range(start - (item.lead if early else 0), start + item.felt))


def cells(buckets: Buckets) -> set[int]:
    return {bucket for each in buckets for bucket in range(each.start, each.stop)}


def clashes(item: Item, at: Placement, obstacle: Obstacle) -> bool:
    times = felt(item, at.start, obstacle.early) & set(range(obstacle.start, obstacle.stop))
    return bool(times) and (obstacle.buckets is None or bool(cells(at.buckets) & cells(obstacle.buckets)))


def met(problem: Problem, placed: Timetable, rivals: Rivals) -> bool:
    if rivals.one not in placed or rivals.other not in placed:
        return False
    one, other = ((problem.by_id[id], placed[id]) for id in (rivals.one, rivals.other))
    times = felt(one[0], one[1].start, rivals.early) & felt(other[0], other[1].start, rivals.early)
    return bool(times) and (not rivals.by_buckets or bool(cells(one[1].buckets) & cells(other[1].buckets)))


def running(problem: Problem, placed: Timetable, id: str) -> range:
    return range(placed[id].start, placed[id].start + problem.by_id[id].length) if id in placed else range(0)


def busy(problem: Problem, placed: Timetable, pool: Pool) -> set[int]:
    """The moments that depend on the plan; what stays may need too much by itself."""
    return {moment for id in pool.needs for moment in running(problem, placed, id)}


def needed(pool: Pool, problem: Problem, placed: Timetable, moment: int) -> int:
    staying = sum(each.amount for each in pool.loads if each.start <= moment < each.stop)
    return staying + sum(amount for id, amount in pool.needs.items() if moment in running(problem, placed, id))
