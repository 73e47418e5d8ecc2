"""How many users a holdout keeps from the experiments that name it."""

import pytest

from prodops_cli.overlap.bounds import ALL, ANYTHING, Bounds, exactly
from prodops_cli.overlap.collide import Overlapping
from tests.encounters.written import encounters, verdict

MARCH = "start: 2026-03-01 | end: 2026-03-31"
HOLDOUT = f"type: holdout | {MARCH}"
CONTROL = "variants: [{key: silent, role: control, weight: 5}, {key: rest, role: treatment, weight: 95}]"
KEPT = {
    "a control": (f"{HOLDOUT} | {CONTROL}", "", exactly(0.05)),
    "a control of some": (f"{HOLDOUT} | {CONTROL} | traffic: 20", "", exactly(0.01)),
    "traffic": (f"{HOLDOUT} | traffic: 10", "", exactly(0.1)),
    "buckets": (f"{HOLDOUT} | layer: {{id: shared, buckets: [[0, 1000]]}}", "", exactly(0.1)),
    "nobody says how many": (HOLDOUT, "", ANYTHING),
    "some audience": (f"{HOLDOUT} | traffic: 10 | audience: {{country: [FR]}}", "", Bounds(0, 0.1)),
    "the same audience": (
        f"{HOLDOUT} | traffic: 10 | audience: {{country: [FR]}}",
        "audience: {country: [FR]}",
        exactly(0.1),
    ),
    "over": (f"{HOLDOUT} | traffic: 10 | status: completed", "", Bounds(0, 0.1)),
    "one lot": (f"{HOLDOUT} | traffic: 10 | salt: x", "salt: x", ANYTHING),
    "one layer": (f"{HOLDOUT} | traffic: 10 | layer: {{id: shared}}", "layer: {id: shared}", ANYTHING),
}


@pytest.mark.parametrize(("holdout", "more", "kept"), KEPT.values(), ids=KEPT)
def test_those_whom_a_holdout_keeps(holdout: str, more: str, kept: Bounds) -> None:
    found = encounters(h=holdout, a=f"{MARCH} | holdout: h | {more}")
    known = found.trials.live["a"].withheld
    assert (known.low, known.high) == pytest.approx((kept.low, kept.high))


def test_a_holdout_that_there_is_not_may_keep_anybody() -> None:
    assert encounters(a=f"{MARCH} | holdout: h").trials.live["a"].withheld == ANYTHING


def test_two_that_name_one_holdout_have_none_of_its_users() -> None:
    both = f"{MARCH} | holdout: h"
    met = verdict(encounters(h=f"{HOLDOUT} | traffic: 10", a=f"{both} | traffic: 50", b=f"{both} | traffic: 40"))
    assert isinstance(met, Overlapping)
    assert met.shares.both.high == pytest.approx(0.9 * 0.5 * 0.4)
    assert met.shares.of_a == exactly(0.4)
    assert met.shares.of_b == exactly(0.5)


def test_all_of_those_who_keep_clear_of_it_may_be_in_one_that_forgets_it() -> None:
    a, b = f"{MARCH} | holdout: h", MARCH
    met = verdict(encounters(h=f"{HOLDOUT} | traffic: 10", a=a, b=b))
    assert isinstance(met, Overlapping)
    assert met.shares.of_a == ALL
    assert met.shares.of_b == exactly(0.9)
