"""What an encounter says: when, for example whom, and what can be done."""

from datetime import date

import pytest

from tests.encounters.written import encounters, only

SHARES = "attributes: {platform: {values: [web, ios], shares: {web: 0.5, ios: 0.5}}, country: {}, beta: {type: bool}}"

WHEN = {
    "one day": ("start: 2026-03-20 | end: 2026-03-20", "on 20 Mar"),
    "one month": ("start: 2026-03-20 | end: 2026-03-22", "from 20 to 22 Mar (3 days)"),
    "two months": ("start: 2026-03-30 | end: 2026-04-02", "from 30 Mar to 2 Apr (4 days)"),
    "two years": ("start: 2026-12-30 | end: 2027-01-02", "from 30 Dec to 2 Jan 2027 (4 days)"),
    "no end": ("start: 2026-03-20", "from 20 Mar on, with no end in sight"),
}


@pytest.mark.parametrize(("b", "expected"), WHEN.values(), ids=WHEN)
def test_when(b: str, expected: str) -> None:
    assert only(encounters(a="status: running | start: 2026-03-01", b=b)).when == expected


EXAMPLES = {
    "anybody": ("", "", "any user on 16 Mar; all of the users of b would be in both, if all of them take part"),
    "one attribute": (
        " | audience: {platform: [web, ios]}",
        " | audience: {platform: [ios]}",
        "a user with platform ios on 16 Mar; all of the users of b would be in both, if all of them take part",
    ),
    "two attributes, one that is true": (
        " | audience: {beta: true} | traffic: 20",
        " | audience: {country: [DE]} | traffic: 50",
        "a user with beta true and country DE on 16 Mar; up to 20% of the users of b would be in both",
    ),
    "a fifth": (" | traffic: 20", " | traffic: 10", "any user on 16 Mar; 1 in 5 of the users of b would be in both"),
    "half of them, since shares are declared": (
        " | audience: {platform: [web]}",
        "",
        "a user with platform web on 16 Mar; half of the users of b would be in both, if all of them take part",
    ),
    "nothing known of the share": (
        " | audience: {country: [FR]}",
        "",
        "a user with country FR on 16 Mar",
    ),
}


@pytest.mark.parametrize(("a", "b", "expected"), EXAMPLES.values(), ids=EXAMPLES)
def test_example(a: str, b: str, expected: str) -> None:
    met = only(
        encounters(SHARES, a=f"start: 2026-03-02 | end: 2026-03-29{a}", b=f"start: 2026-03-16 | end: 2026-04-12{b}")
    )
    assert met.example == f"for example: {expected}"


def test_remedy() -> None:
    met = only(encounters(a="start: 2026-03-02 | end: 2026-03-29", b="start: 2026-03-16 | end: 2026-04-12"))
    assert met.free_from == date(2026, 3, 30)
    assert met.remedy == "start b on 2026-03-30, or accept it in accepted_overlaps"


def test_whom_to_ask() -> None:
    met = only(encounters(a="start: 2026-03-02 | end: 2026-03-29 | owner: payments", b="start: 2026-03-16"))
    assert met.remedy == "start b on 2026-03-30, or accept it with payments in accepted_overlaps"


def test_no_day_is_free() -> None:
    met = only(encounters(a="start: 2026-03-02", b="start: 2026-03-16 | end: 2026-04-12"))
    assert met.remedy == "end a first, or accept it in accepted_overlaps"
