"""Pairs: which item of a list became which item of another."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from prodops_cli.models.part import Part


class Pair(NamedTuple):
    """Two items by their index, None where there is none; `name` is what they are called, else an index."""

    name: str | int
    old: int | None
    new: int | None


def pairs(before: Sequence[object], after: Sequence[object], is_alike: Callable[[object, object], bool]) -> list[Pair]:
    """Items of one name belong together; of those without one the ones that are alike, then the others in order."""
    old, new = dict(named(before)), dict(named(after))
    found = [Pair(name, old.get((name, time)), new.get((name, time))) for name, time in {**old, **new}]
    rest = [at for at in range(len(before)) if at not in old.values()]
    left = [at for at in range(len(after)) if at not in new.values()]
    for one in tuple(rest):
        if (other := next((at for at in left if is_alike(before[one], after[at])), None)) is not None:
            rest.remove(one)
            left.remove(other)
    found += [Pair(other, one, other) for one, other in zip(rest, left, strict=False)]
    found += [Pair(one, one, None) for one in rest[len(left) :]]
    found += [Pair(other, None, other) for other in left[len(rest) :]]
    return found


def named(items: Sequence[object]) -> Iterator[tuple[tuple[str, int], int]]:
    """The indexes of items by their name, and by how many of that name came before."""
    seen: Counter[str] = Counter()
    for at, item in enumerate(items):
        if isinstance(item, Part) and (name := item.known_as):
            yield (name, seen[name]), at
            seen[name] += 1
