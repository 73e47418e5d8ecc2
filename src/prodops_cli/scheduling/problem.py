"""What a schedule has to solve, in whole numbers: things that take time and buckets, and what they must not share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from prodops_cli.overlap.buckets import Buckets

WEEK = 7 * 24 * 60
"""Times are minutes; how long a requirement has to be there at least."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What is there from a start up to a stop, and lets nobody near; with buckets, only nobody who has one of them.

    Early: it also disturbs what others need before their start.
    """

    id: str
    start: int
    stop: int
    buckets: Buckets | None = None
    early: bool = False


class Placement(NamedTuple):
    """When something starts, and on which buckets, where it needs any."""

    start: int
    buckets: Buckets = ()


Timetable: TypeAlias = Mapping[str, Placement]
"""By id; what has no place is not in it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be placed.

    It runs for its `length`, is `felt` for as long or longer, and needs quiet for a `lead` before its start. Of its
    `starts` the first is the best; what is `due` should be over by then. One with a `width` needs as many buckets:
    those that it has, or else a single range of those that are offered.
    """

    id: str
    starts: tuple[int, ...]
    length: int
    felt: int
    lead: int = 0
    due: int | None = None
    is_draft: bool = False
    own: Buckets = ()
    width: int = 0
    offered: Buckets = ()
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True, slots=True)
class Rivals:
    """Two that can't be felt at one time; by buckets: that can't have the same buckets then."""

    one: str
    other: str
    early: bool = False
    by_buckets: bool = False


@dataclass(frozen=True, slots=True)
class Load:
    """What something that stays needs of a pool."""

    id: str
    start: int
    stop: int
    amount: int


@dataclass(frozen=True, slots=True)
class Pool:
    """What members can need together at one time, while they run. `name` is what people call it."""

    name: str
    capacity: int
    needs: Mapping[str, int]
    loads: tuple[Load, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One that takes users of another, and so starts while that runs, at most so much after it."""

    one: str
    other: str
    within: int


@dataclass(frozen=True)
class Problem:
    """All that is to be placed, and what stands between."""

    items: tuple[Item, ...]
    rivals: tuple[Rivals, ...] = ()
    pools: tuple[Pool, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """The items by id."""
        return {item.id: item for item in self.items}

    @cached_property
    def rivals_of(self) -> Mapping[str, tuple[tuple[str, Rivals], ...]]:
        """By id: the other ones, and how."""
        found: defaultdict[str, list[tuple[str, Rivals]]] = defaultdict(list)
        for each in self.rivals:
            found[each.one].append((each.other, each))
            found[each.other].append((each.one, each))
        return {id: tuple(some) for id, some in found.items()}

    @cached_property
    def pools_of(self) -> Mapping[str, tuple[Pool, ...]]:
        """By id: the pools that it needs something of."""
        found: defaultdict[str, list[Pool]] = defaultdict(list)
        for pool in self.pools:
            for id in pool.needs:
                found[id].append(pool)
        return {id: tuple(some) for id, some in found.items()}

    @cached_property
    def required_by(self) -> Mapping[str, tuple[Requirement, ...]]:
        """By id: what it requires."""
        found: defaultdict[str, list[Requirement]] = defaultdict(list)
        for each in self.requirements:
            found[each.one].append(each)
        return {id: tuple(some) for id, some in found.items()}
