"""The greedy timetable: one after the other, each at the first start at which it fits; the best of a few orders."""

from collections.abc import Callable
from typing import TypeAlias

from prodops_cli.scheduling.cost import cost
from prodops_cli.scheduling.fitting import fitted
from prodops_cli.scheduling.problem import Item, Placement, Problem, Timetable

Order: TypeAlias = Callable[[Item], tuple[object, ...]]
NEVER = 10**12

ORDERS: tuple[Order, ...] = (
    lambda item: (item.is_draft, item.starts[:1], item.id),
    lambda item: (item.is_draft, NEVER if item.due is None else item.due, item.starts[:1], item.id),
    lambda item: (item.is_draft, item.felt, item.starts[:1], item.id),
    lambda item: (item.is_draft, len(item.starts), item.starts[:1], item.id),
)


def greedy(problem: Problem) -> Timetable:
    """A timetable in which nobody is in anybody's way; what never fits has no place."""
    return min(
        (in_order(problem, sorted(problem.items, key=each)) for each in ORDERS), key=lambda at: cost(problem, at)
    )


def in_order(problem: Problem, items: list[Item]) -> Timetable:
    """Each in its turn; what others require comes before them."""
    placed: dict[str, Placement] = {}
    for item in required_first(problem, items):
        found = (fitted(problem, placed, item, start) for start in item.starts)
        if (placement := next((each for each in found if each), None)) is not None:
            placed[item.id] = placement
    return placed


def required_first(problem: Problem, items: list[Item]) -> tuple[Item, ...]:
    """The same items, each behind those that it requires; a circle is broken where it is entered."""
    done: dict[str, Item] = {}
    waiting = [item.id for item in reversed(items)]
    entered: set[str] = set()
    while waiting:
        id = waiting[-1]
        ahead = [each.other for each in problem.required_by.get(id, ()) if each.other not in entered]
        entered.add(id)
        if ahead:
            waiting += ahead
        else:
            done.setdefault(waiting.pop(), problem.by_id[id])
    return tuple(done.values())
