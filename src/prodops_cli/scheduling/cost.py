"""What a timetable costs: of two, the one with the smaller cost is better."""

from collections.abc import Iterable
from typing import NamedTuple

from prodops_cli.scheduling.problem import Item, Placement, Problem, Timetable


class Cost(NamedTuple):
    """Compared from first to last. Delays are the minutes after the best start, of all together; drafts give way."""

    without_place: int
    drafts_without_place: int
    late: int
    delay: int
    delay_of_drafts: int
    changed: int


NOTHING = Cost(0, 0, 0, 0, 0, 0)


def cost(problem: Problem, placed: Timetable) -> Cost:
    """What all of it costs."""
    return total(cost_of(item, placed.get(item.id)) for item in problem.items)


def cost_of(item: Item, placement: Placement | None) -> Cost:
    """What one placement costs, or that there is none."""
    if placement is None:
        return NOTHING._replace(drafts_without_place=1) if item.is_draft else NOTHING._replace(without_place=1)
    delay = placement.start - item.starts[0]
    return Cost(
        0,
        0,
        int(is_late(item, placement.start)),
        0 if item.is_draft else delay,
        delay if item.is_draft else 0,
        int(delay > 0) + int(placement.buckets != item.own),
    )


def is_late(item: Item, start: int) -> bool:
    """Whether something that starts then is over later than it should be."""
    return item.due is not None and start + item.length > item.due


def total(costs: Iterable[Cost]) -> Cost:
    """The sum of each part."""
    return Cost(*map(sum, zip(NOTHING, *costs, strict=True)))
