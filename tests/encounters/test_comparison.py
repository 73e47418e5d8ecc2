"""Every pair worth showing is found, and no other; each is said to stand as it does."""

from itertools import combinations

import pytest

from prodops_cli.encounters.asked.comparison import Comparisons
from prodops_cli.encounters.asked.standing import Standings
from prodops_cli.encounters.days import when
from prodops_cli.overlap.collide import Disjoint
from prodops_cli.overlap.interference import interferences
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER, instant
from prodops_cli.overlap.windows.stretch import Stretch
from tests.encounters.written import TODAY, encounters

A = "status: running | start: 2026-03-01 | end: 2026-03-31"
ELSEWHERE = "status: running | start: 2026-03-05 | end: 2026-03-20 | surfaces: [search]"
MANY = {
    "a": f"{A} | metrics: {{primary: [orders], guardrail: [refunds]}}",
    "b": f"{ELSEWHERE} | metrics: {{primary: [refunds], guardrail: [speed]}}",
    "c": f"{ELSEWHERE} | metrics: {{primary: [clicks], guardrail: [speed]}} | salt: s",
    "d": "status: completed | start: 2026-02-01 | end: 2026-02-20 | surfaces: [checkout.payment] | salt: s",
    "e": "status: scheduled | start: 2026-03-10 | end: 2026-04-20 | surfaces: [help] | layer: {id: shared}",
    "f": "status: draft | surfaces: [home] | layer: {id: shared}",
    "g": "status: cancelled | surfaces: [checkout]",
}


def comparisons(**experiments: str) -> Comparisons:
    return Comparisons(encounters(**experiments).trials)


def test_all_that_share_something_are_found() -> None:
    found = comparisons(**MANY)
    expected = [(a, b) for a, b in combinations(sorted(found.all), 2) if interferences(found.all[a], found.all[b])]
    assert [each.ids for each in found.every()] == expected
    assert [each.ids for each in found.meeting()] == [
        ids for ids in expected if not isinstance(found.compared(*ids).verdict, Disjoint)
    ]


def test_two_guardrails_are_no_reason() -> None:
    assert ("b", "c") in [each.ids for each in comparisons(**MANY).every()]  # for the surface
    alone = MANY | {"c": MANY["c"].replace("search", "start")}
    assert ("b", "c") not in [each.ids for each in comparisons(**alone).every()]


def test_what_was_given_up_before_it_had_a_day_meets_nobody() -> None:
    assert "g" not in comparisons(**MANY).all


def test_of_some() -> None:
    assert {each.ids for each in comparisons(**MANY).every(("d",))} == {("a", "d"), ("c", "d")}
    assert [each.ids for each in comparisons(**MANY).between(("f", "a"))] == [("a", "f")]


STANDINGS = {
    "in each other's way": (A, "status: scheduled | start: 2026-03-20"),
    "agreed": (A, "status: scheduled | start: 2026-03-20 | accepted_overlaps: [{experiment: a, reason: x}]"),
    "over": ("status: completed | start: 2026-02-01 | end: 2026-03-09", "status: running | start: 2026-03-09"),
    "nobody can tell": (A, "status: draft"),
    "side by side": (A, f"{ELSEWHERE} | type: rollout"),
    "can't meet": (A, "status: scheduled | start: 2026-04-01"),
}


@pytest.mark.parametrize(("sort", "texts"), STANDINGS.items())
def test_how_they_stand(sort: str, texts: tuple[str, str]) -> None:
    found = encounters(a=texts[0], b=texts[1])
    standing = Standings(found).of(Comparisons(found.trials).compared("a", "b"))
    assert standing.sort == sort
    assert (standing.told is not None) == (sort == "in each other's way")
    assert bool(standing.remedies) == (sort in ("in each other's way", "over", "nobody can tell"))


def test_an_agreement_that_is_over_is_none() -> None:
    found = encounters(
        a=A,
        b="status: running | start: 2026-03-09 | accepted_overlaps: [{experiment: a, reason: x, until: 2026-03-09}]",
    )
    assert Standings(found).of(Comparisons(found.trials).compared("a", "b")).sort == "in each other's way"


ZONE = encounters().trials.zone
DAYS = {
    "at any time": (BEGINNING, FOREVER),
    "until 9 Mar": (BEGINNING, instant(TODAY, ZONE)),
    "from 10 Mar on, with no end in sight": (instant(TODAY, ZONE), FOREVER),
    "on 10 Mar": (instant(TODAY, ZONE), instant(TODAY.replace(day=11), ZONE)),
    "from 10 to 11 Mar (2 days)": (instant(TODAY, ZONE), instant(TODAY.replace(day=12), ZONE)),
}


@pytest.mark.parametrize("words", DAYS)
def test_days(words: str) -> None:
    assert when(Stretch(*DAYS[words]), ZONE, TODAY) == words
