"""Whether something fits beside others: what is in its way at a start, and which buckets are left for it."""

from collections.abc import Iterator

from prodops_cli.overlap.buckets import BucketRange, Buckets, difference, intersection, size
from prodops_cli.scheduling.problem import Item, Load, Obstacle, Placement, Pool, Problem, Timetable


def fitted(problem: Problem, placed: Timetable, item: Item, start: int) -> Placement | None:
    """Something at a start, on its own buckets or on the first that are free; None where it doesn't fit."""
    buckets = free_buckets(item, start, tuple(around(problem, placed, item)))
    if buckets is None or not is_met(problem, placed, item.id, start):
        return None
    has_room = not any(is_over(pool, problem, placed, item, start) for pool in problem.pools_of.get(item.id, ()))
    return Placement(start, buckets) if has_room else None


def around(problem: Problem, placed: Timetable, item: Item) -> Iterator[Obstacle]:
    """What stays, and the rivals that are placed."""
    yield from item.obstacles
    for id, how in problem.rivals_of.get(item.id, ()):
        if id in placed:
            start, buckets = placed[id]
            other = problem.by_id[id]
            before = other.lead if how.early else 0
            yield Obstacle(id, start - before, start + other.felt, buckets if how.by_buckets else None, how.early)


def is_there(obstacle: Obstacle, item: Item, start: int) -> bool:
    """Whether an obstacle and something that starts then have a time in common."""
    begin = start - item.lead if obstacle.early else start
    return begin < obstacle.stop and obstacle.start < start + item.felt


def free_buckets(item: Item, start: int, obstacles: tuple[Obstacle, ...]) -> Buckets | None:
    """The buckets that something can have at a start; none where it needs none, None where nothing is free."""
    there = [each for each in obstacles if is_there(each, item, start)]
    if any(each.buckets is None for each in there):
        return None
    taken = tuple(bucket for each in there for bucket in each.buckets or ())
    if not item.width or (item.own and not intersection(item.own, taken)):
        return item.own
    gaps = (each for each in difference(item.offered, taken) if each.stop - each.start >= item.width)
    first = next(gaps, None)
    return (BucketRange(first.start, first.start + item.width),) if first else None


def is_met(problem: Problem, placed: Timetable, id: str, start: int) -> bool:
    """Whether all that something requires runs when it starts, and for long enough."""
    return all(
        each.other in placed and 0 <= start - placed[each.other].start <= each.within
        for each in problem.required_by.get(id, ())
    )


def loads(pool: Pool, problem: Problem, placed: Timetable) -> Iterator[Load]:
    """What is needed of a pool, by all that have a place."""
    yield from pool.loads
    for id, amount in pool.needs.items():
        if id in placed:
            start = placed[id].start
            yield Load(id, start, start + problem.by_id[id].length, amount)


def is_over(pool: Pool, problem: Problem, placed: Timetable, item: Item, start: int) -> bool:
    """Whether a pool has too little for something that starts then, beside the others."""
    stop = start + item.length
    there = [
        each for each in loads(pool, problem, placed) if each.id != item.id and each.start < stop and start < each.stop
    ]
    left = pool.capacity - pool.needs[item.id]
    moments = {start, *(each.start for each in there if each.start > start)}
    return any(sum(each.amount for each in there if each.start <= at < each.stop) > left for at in moments)


def is_sound(problem: Problem, placed: Timetable) -> bool:
    """Whether a timetable keeps everybody apart who must be, with all the buckets that they need."""
    return all(is_at_home(problem, placed, problem.by_id[id]) for id in placed)


def is_at_home(problem: Problem, placed: Timetable, item: Item) -> bool:
    """Whether one placement is what it asks for, and in nobody's way."""
    start, buckets = placed[item.id]
    there = [each for each in around(problem, placed, item) if is_there(each, item, start)]
    is_given = buckets == item.own if not item.width else size(buckets) == item.width
    return (
        start in item.starts
        and is_given
        and (buckets == item.own or not difference(buckets, item.offered))
        and not any(each.buckets is None or intersection(buckets, each.buckets) for each in there)
        and is_met(problem, placed, item.id, start)
        and not any(is_over(pool, problem, placed, item, start) for pool in problem.pools_of.get(item.id, ()))
    )
