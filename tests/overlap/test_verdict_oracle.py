"""Whole verdicts against brute force: every client of every bucket on every day of a small world is asked."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any, Literal

from hypothesis import given
from hypothesis import strategies as st

from prodops_cli.overlap.audiences.clients import admits
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.overlap.collide import Disjoint, Overlapping, Possible, Verdict, collide
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.windows.instant import FOREVER
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import NoStart, Overdue, Window
from tests.effort import examples
from tests.overlap.universe import ATTRIBUTES, HAVES, KINDS, audiences
from tests.overlap.written import Written, audience, takes

START = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = range(12)
BUCKETS = range(10)
NAMES = ("country", "platform")
CLIENTS = [dict(zip(NAMES, haves, strict=True)) for haves in product(*(HAVES[name] for name in NAMES))]


@dataclass(frozen=True)
class World:
    """An experiment as it may be written."""

    dates: Literal["planned", "overdue", "none"]
    first: int
    days: int
    written: Written
    layer: str
    buckets: tuple[int, int] | None  # None: the layer packs
    traffic: float
    crowded: tuple[int, ...]  # days
    excludes: bool  # the other one
    holdout: str | None

    @property
    def sure(self) -> set[int]:
        return set() if self.dates == "none" else set(DAYS) & set(range(self.first, self.first + self.days))

    @property
    def possible(self) -> set[int]:
        return (
            self.sure if self.dates == "planned" else {day for day in DAYS if self.dates == "none" or day >= self.first}
        )

    @property
    def packed(self) -> bool:
        return bool(self.layer) and self.buckets is None

    def takes(self, client: dict[str, Any], bucket: int) -> bool:
        has = self.buckets is None or not self.layer or self.buckets[0] <= bucket < self.buckets[1]
        return has and takes(self.written, client, ATTRIBUTES)


worlds = st.builds(
    World,
    dates=st.sampled_from(["planned", "planned", "planned", "overdue", "none"]),
    first=st.integers(0, 6),
    days=st.integers(1, 5),
    written=audiences(NAMES),
    layer=st.sampled_from(["", "L", "L"]),
    buckets=st.none() | st.sampled_from([(0, 10), (0, 5), (4, 8), (8, 10)]),
    traffic=st.sampled_from([30.0, 50.0, 80.0]),
    crowded=st.just(()) | st.lists(st.integers(0, 11), max_size=2).map(tuple),
    excludes=st.sampled_from([False, False, False, True]),
    holdout=st.sampled_from([None, None, None, "a", "b", "h"]),
)


def stretch(first: int, after: int) -> Stretch:
    return Stretch(START + timedelta(days=first), START + timedelta(days=after))


def trial(name: str, other: str, world: World) -> Trial:
    sure = stretch(world.first, world.first + world.days)
    window = {
        "planned": Window(sure, sure),
        "overdue": Window(sure, Stretch(sure.start, FOREVER), Overdue(sure.start)),
        "none": Window(None, ALWAYS, NoStart()),
    }[world.dates]
    ranges = (BucketRange(*world.buckets),) if world.buckets else ()
    crowded = tuple(stretch(day, day + 1) for day in world.crowded)
    return Trial(
        name,
        window,
        audience(world.written, KINDS),
        slot=Slot(world.layer, len(BUCKETS), ranges, crowded) if world.layer else None,
        traffic=world.traffic,
        excludes=frozenset({other} if world.excludes else ()),
        holdout=world.holdout,
    )


def verdict(one: World, other: World) -> Verdict:
    a, b = trial("a", "b", one), trial("b", "a", other)
    found, back = collide(a, b, ATTRIBUTES), collide(b, a, ATTRIBUTES)
    if isinstance(found, Overlapping):
        assert isinstance(back, Overlapping)
        assert (found.window, found.witness) == (back.window, back.witness)
        check_witness(found, a, b)
    else:
        assert found == back
    return found


def check_witness(found: Overlapping, *both: Trial) -> None:
    for each in both:
        assert admits(each.audience, found.witness.client, ATTRIBUTES) is Truth.TRUE
        assert each.window.sure is not None
        assert each.window.sure.start <= found.witness.at < each.window.sure.stop


def kept_apart(one: World, other: World) -> bool:
    return one.excludes or other.excludes or one.holdout == "b" or other.holdout == "a"


def share_a_client(one: World, other: World) -> bool:
    """Whatever buckets a layer finds for those that it packs."""
    buckets = BUCKETS if one.layer == other.layer else (-1,)
    if one.layer != other.layer:
        one, other = replace(one, layer=""), replace(other, layer="")
    return not kept_apart(one, other) and any(
        one.takes(client, bucket) and other.takes(client, bucket) for client, bucket in product(CLIENTS, buckets)
    )


def is_packed(one: World, other: World) -> bool:
    """Their layer is to find buckets for one of them."""
    return bool(one.layer) and one.layer == other.layer and (one.packed or other.packed)


def taken(world: World) -> float:
    return world.traffic / 100 if world.buckets is None else (world.buckets[1] - world.buckets[0]) / len(BUCKETS)


@examples(160)
@given(worlds, worlds)
def test_a_verdict_is_what_every_client_on_every_day_says(one: World, other: World) -> None:
    clients, sure = share_a_client(one, other), one.sure & other.sure
    squeezed = is_packed(one, other) and taken(one) + taken(other) > 1
    roomy = is_packed(one, other) and not squeezed and sure and not sure & {*one.crowded, *other.crowded}
    unknown = is_packed(one, other) and not squeezed and not roomy
    found = verdict(one, other)
    if not clients or not one.possible & other.possible:
        assert isinstance(found, Disjoint)
    elif roomy:
        assert found == Disjoint(("layer",), unstable=False)
    elif unknown or not sure:
        assert isinstance(found, Possible)
        assert ("layer" in found.dimensions, "time" in found.dimensions) == (unknown, not sure)
    else:
        assert isinstance(found, Overlapping)


@examples(70)
@given(worlds, worlds, st.data())
def test_who_asks_for_less_meets_no_fewer(one: World, other: World, data: st.DataObject) -> None:
    wider = data.draw(
        st.sampled_from(
            [
                replace(one, written={}),
                replace(one, first=0, days=11) if one.dates == "planned" else one,
                replace(one, buckets=one.buckets and (0, 10)),
                replace(one, excludes=False, holdout=None),
                replace(one, layer=""),
                replace(one, traffic=100.0),
            ]
        )
    )
    if isinstance(verdict(one, other), Overlapping):
        assert not isinstance(verdict(wider, other), Disjoint)
