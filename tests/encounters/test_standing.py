"""What the lint says of a pair is said where pairs are listed, and as loudly."""

import pytest

from prodops_cli.encounters.asked.choice import Choice, chosen
from prodops_cli.encounters.asked.standing import Sort, Standings
from prodops_cli.findings import Severity
from tests.encounters.written import encounters

RUNS = "status: running | start: 2026-03-01 | end: 2026-03-31"
REGION = "type: switchback | switchback: {geo_type: country, clusters: [{id: x, units: [FR]}]}"
TOLD = {
    "a test in a region, on a surface beside it": (
        (f"{RUNS} | {REGION} | surfaces: [home.shelves]", f"{RUNS} | surfaces: [home.banner]"),
        (Sort.in_the_way, Severity.warning, "end a or b, or accept it in accepted_overlaps"),
    ),
    "two in one region": (
        (f"{RUNS} | {REGION}", f"{RUNS} | {REGION}"),
        (Sort.in_the_way, Severity.error, "end a or b, or accept it in accepted_overlaps"),
    ),
    "a holdout that is forgotten": (
        (f"{RUNS} | type: holdout", RUNS),
        (Sort.in_the_way, Severity.error, "write `holdout: a` in b"),
    ),
    "felt after its end": (
        (f"{RUNS} | cooldown: 5d", "start: 2026-04-02 | end: 2026-04-20"),
        (Sort.lasting, Severity.notice, "start b on 2026-04-06, or leave these days out of its analysis"),
    ),
}


@pytest.mark.parametrize(("pair", "expected"), TOLD.values(), ids=TOLD)
def test_pairs_are_as_loud_as_in_the_lint(pair: tuple[str, str], expected: tuple[Sort, Severity, str]) -> None:
    standings = Standings(encounters(a=pair[0], b=pair[1]))
    (found,) = chosen(Choice(), standings)
    assert found.told
    assert (found.sort, found.told.severity, *found.remedies) == expected


def test_a_day_is_free_of_holdouts_and_has_room_in_the_layer() -> None:
    wanted = "layer: {id: shared} | traffic: 60"
    found = encounters(
        a=f"{RUNS} | {wanted}",
        b=f"start: 2026-03-20 | end: 2026-04-05 | surfaces: [search] | {wanted}",
        c="type: holdout | surfaces: [search] | start: 2026-04-10 | end: 2026-04-30",
    )
    (demand,) = found.demands["shared"]
    assert demand.remedy == "give them less traffic, or start b on 2026-05-01"


def test_a_region_is_offered_no_day_of_anothers_pre_period() -> None:
    control = "synthetic_control: {geo_type: country, treatment_units: [FR], pre_period: {start: %s, end: %s}}"
    found = encounters(
        a=f"{RUNS} | {REGION}",
        b=f"start: 2026-03-20 | end: 2026-03-29 | {REGION}",
        c=f"type: synthetic_control | start: 2026-05-01 | end: 2026-05-20 | {control % ('2026-04-05', '2026-04-30')}",
    )
    (met,) = found.places
    assert met.remedy == "start b on 2026-05-21, or accept it in accepted_overlaps"
    assert met.example == "for example: a user with country FR on 20 Mar; all of the users of b live there"
