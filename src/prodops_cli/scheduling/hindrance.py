"""Hindrances: what keeps an experiment from starting at a time, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Trial
from prodops_cli.scheduling.fitting import around, free_buckets, is_over, is_there, loads
from prodops_cli.scheduling.posed import Posed
from prodops_cli.scheduling.problem import Item, Obstacle, Pool, Timetable

Kind: TypeAlias = Literal["surface", "metric", "places", "buckets", "layer", "requirement"]


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Who is in the way, and by what; `until` is the minute at which they are gone."""

    kind: Kind
    what: str
    who: str
    until: int


def hindrances(posed: Posed, placed: Timetable, item: Item, start: int) -> Iterator[Hindrance]:
    """All that keeps something from starting then, beside a timetable."""
    there = tuple(each for each in around(posed.problem, placed, item) if is_there(each, item, start))
    for obstacle in there:
        if obstacle.buckets is None:
            yield hindrance(posed, item, obstacle)
    of_buckets = tuple(each for each in there if each.buckets is not None)
    if of_buckets and free_buckets(item, start, of_buckets) is None:
        slot = posed.moving[item.id].slot
        yield from (Hindrance("buckets", slot.layer if slot else "", each.id, each.stop) for each in of_buckets)
    else:
        for pool in posed.problem.pools_of.get(item.id, ()):
            if is_over(pool, posed.problem, placed, item, start):
                yield from members(posed, placed, pool, item, start)
    for each in posed.problem.required_by.get(item.id, ()):
        other = placed.get(each.other)
        if other is None or not 0 <= start - other.start <= each.within:
            yield Hindrance("requirement", "", each.other, other.start if other else start)


def hindrance(posed: Posed, item: Item, obstacle: Obstacle) -> Hindrance:
    """What somebody is in the way by: a surface, a metric that decides both, or places."""
    mine, theirs = posed.moving[item.id], posed.room.trials[obstacle.id]
    surfaces = shared(mine.surfaces, theirs.surfaces)
    if surfaces:
        return Hindrance("surface", ", ".join(surfaces), obstacle.id, obstacle.stop)
    metrics = sorted(mine.primary & theirs.primary)
    kind: Kind = "metric" if metrics else "places"
    return Hindrance(kind, ", ".join(metrics) or places_of(mine, theirs), obstacle.id, obstacle.stop)


def places_of(mine: Trial, theirs: Trial) -> str:
    """What kind of places one of the two treats."""
    return next((each.places.attribute for each in (theirs, mine) if each.places), "")


def members(posed: Posed, placed: Timetable, pool: Pool, item: Item, start: int) -> Iterator[Hindrance]:
    """Those that need of a pool what something would need that starts then."""
    for load in loads(pool, posed.problem, placed):
        if load.id != item.id and load.start < start + item.length and start < load.stop:
            yield Hindrance("layer", pool.name, load.id, load.stop)
