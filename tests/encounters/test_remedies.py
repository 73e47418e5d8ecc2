"""Remedies: on the day that is offered the experiment is free, and on no day before."""

import random
from datetime import date, timedelta

import pytest

from prodops_cli.encounters.encounters import Encounters
from tests.encounters.written import TODAY, encounters, only

MARCH = "start: 2026-03-16 | end: 2026-03-29"

REMEDIES = {
    "after the end": ({"a": "start: 2026-03-01 | end: 2026-03-20", "b": MARCH}, "2026-03-21"),
    "after the next one, too": (
        {"a": "start: 2026-03-01 | end: 2026-03-20", "b": MARCH, "c": "start: 2026-04-01 | end: 2026-04-07"},
        "2026-04-08",
    ),
    "into a gap of its length": (
        {"a": "start: 2026-03-01 | end: 2026-03-20", "b": MARCH, "c": "start: 2026-04-04 | end: 2026-04-07"},
        "2026-03-21",
    ),
    "past other users, buckets and drafts without dates": (
        {
            "a": "start: 2026-03-01 | end: 2026-03-20",
            "b": f"{MARCH} | audience: {{country: [FR]}}",
            "c": "start: 2026-03-25 | end: 2026-04-20 | audience: {country: [DE]}",
            "d": "start: 2026-03-25 | end: 2026-04-20 | excludes: [b]",
            "e": "status: draft",
        },
        "2026-03-21",
    ),
    "an hour counts as its day": ({"a": "start: 2026-03-01 | end: 2026-03-20T08:00:00Z", "b": MARCH}, "2026-03-21"),
    "never, if it has no end": ({"a": "start: 2026-03-01", "b": MARCH}, None),
    "never, if nobody knows how late it is": (
        {"a": "status: running | start: 2026-02-01 | end: 2026-02-28", "b": "start: 2026-03-10 | end: 2026-03-11"},
        None,
    ),
}


@pytest.mark.parametrize(("catalog", "expected"), REMEDIES.values(), ids=REMEDIES)
def test_free_from(catalog: dict[str, str], expected: str | None) -> None:
    found = encounters(**catalog)
    first = next(iter(found))
    assert first.later.id == "b"
    assert first.free_from == (date.fromisoformat(expected) if expected else None)


def test_what_runs_can_only_be_ended() -> None:
    running = "status: running | start: 2026-03-01 | end: 2026-03-31"
    met = only(encounters(a=running, b=running))
    assert met.free_from is None
    assert met.remedy == "end a or b, or accept it in accepted_overlaps"


def test_days_stay_days_when_clocks_change() -> None:
    paris = "catalog: {timezone: Europe/Paris}"
    found = encounters(paris, a="start: 2026-03-01 | end: 2026-03-20", b=MARCH, c="start: 2026-04-04 | end: 2026-04-30")
    assert next(iter(found)).free_from == date(2026, 3, 21)
    autumn = encounters(
        paris,
        a="start: 2026-10-01 | end: 2026-10-14",
        b="start: 2026-10-14 | end: 2026-10-27",
        c="start: 2026-10-28 | end: 2026-11-02",
    )
    assert next(iter(autumn)).free_from == date(2026, 11, 3)


@pytest.mark.parametrize("seed", range(25))
def test_applied_remedies_are_free_and_the_first(seed: int) -> None:
    """Of all pairs of a random catalog: moved to the day that is offered, the later one meets nobody that it could."""
    catalog = anything(random.Random(seed))
    found = encounters("attributes: {country: {}}", **catalog)
    for met in found:
        if met.free_from is None:
            continue
        first, last = dates(catalog[met.later.id])
        days = (met.free_from - first).days
        assert days > 0
        assert not meets(moved(catalog, met.later.id, days), met.later.id)
        assert all(meets(moved(catalog, met.later.id, earlier), met.later.id) for earlier in range(days))
        assert last >= first


def anything(chance: random.Random) -> dict[str, str]:
    """Some experiments on three surfaces, in two countries, some with buckets."""
    return {f"e{number}": one(chance) for number in range(chance.randint(3, 6))}


def one(chance: random.Random) -> str:
    start = TODAY + timedelta(chance.randint(0, 30))
    end = start + timedelta(chance.randint(0, 20))
    surface = chance.choice(["checkout", "checkout.payment", "checkout.address"])
    audience = chance.choice(["", " | audience: {country: [FR]}", " | audience: {country: {not_in: [FR]}}"])
    status = chance.choice(["scheduled", "draft"])
    return f"start: {start} | end: {end} | status: {status} | surfaces: [{surface}]{audience}"


def dates(text: str) -> tuple[date, date]:
    start, end = (part.partition(": ")[2] for part in text.split(" | ")[:2])
    return date.fromisoformat(start), date.fromisoformat(end)


def moved(catalog: dict[str, str], id: str, days: int) -> dict[str, str]:
    first, last = dates(catalog[id])
    later = timedelta(days)
    text = catalog[id].replace(f"start: {first} | end: {last}", f"start: {first + later} | end: {last + later}")
    return catalog | {id: text}


def meets(catalog: dict[str, str], id: str) -> bool:
    found: Encounters = encounters("attributes: {country: {}}", **catalog)
    return any(id in (met.earlier.id, met.later.id) for met in found)


def test_buckets_that_are_free() -> None:
    found = encounters(
        layers="reserved: [[9000, 10000]]",
        a="start: 2026-03-01 | end: 2026-03-20 | layer: {id: shared, buckets: [[0, 4000]]} | randomization_unit: user",
        b=f"{MARCH} | traffic: 30 | randomization_unit: user",
    )
    met = only(found)
    assert met.room == "the buckets [[4000, 7000]] of shared"
    assert met.remedy == (
        "start b on 2026-03-21, or give it the buckets [[4000, 7000]] of shared, or accept it in accepted_overlaps"
    )


NO_ROOM = {
    "another unit": f"{MARCH} | traffic: 30 | randomization_unit: device",
    "too much traffic": f"{MARCH} | traffic: 60 | randomization_unit: user",
    "it runs": "status: running | start: 2026-03-09 | end: 2026-03-29 | traffic: 30 | randomization_unit: user",
}


@pytest.mark.parametrize("b", NO_ROOM.values(), ids=NO_ROOM)
def test_no_buckets_are_offered(b: str) -> None:
    a = "start: 2026-03-01 | end: 2026-03-20 | layer: {id: shared, buckets: [[0, 4000]]} | randomization_unit: user"
    assert only(encounters(layers="reserved: [[9000, 10000]]", a=a, b=b)).room == ""


def test_no_buckets_are_offered_where_somebody_else_stays_in_the_way() -> None:
    user = "randomization_unit: user | traffic: 10"
    found = encounters(
        a=f"start: 2026-03-01 | end: 2026-03-20 | layer: {{id: shared, buckets: [[0, 4000]]}} | {user}",
        b=f"{MARCH} | {user}",
        c=f"start: 2026-03-02 | end: 2026-03-18 | {user}",
    )
    assert {met.room for met in found if met.later.id == "b"} == {""}
