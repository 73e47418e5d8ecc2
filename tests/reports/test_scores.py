"""The newer measures and the signs on small catalogs, by values that were counted by hand."""

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.reports.scores import data, experiments, signs, upkeep
from prodops_cli.reports.scores.measure import at_least, at_most
from tests.reports.editions import TODAY, written

OWNERS = """\
- {id: ann, name: Ann, type: person}
- {id: bo, name: Bo, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-08-31}
- {id: growth, name: Growth, type: team, lead: ann, members: [ann]}
- {id: data, name: Data, type: team, lead: bo, members: [bo]}
"""


def of(**files: str) -> Catalog:
    """A small catalog."""
    return written(owners__all=OWNERS, **files).catalog


def test_looked_after_by_two_people_who_are_there_or_a_team() -> None:
    tools = """\
- {id: a, name: Two, status: adopted, admins: [ann, bo]}
- {id: b, name: One left, status: adopted, admins: [ann, zoe]}
- {id: c, name: Twice the same, status: adopted, admins: [ann, ann]}
- {id: d, name: A team, status: adopted, admins: [data]}
- {id: e, name: Tried out, status: trial}
- {id: f, name: Gone, status: retired}
- {id: g, name: Nobody, status: hold, request_access: "https://ask.example"}
"""
    catalog = of(tools__all=tools)
    found = upkeep.backed(catalog, TODAY)
    assert (found.text, [part.title for part in found.parts.values()]) == (
        "40%, 2 of 5",
        ["Nobody", "One left", "Twice the same"],
    )
    assert upkeep.asked(catalog, TODAY).text == "20%, 1 of 5"


def test_reviews_to_do_are_told_by_team() -> None:
    metrics = """\
- {id: a, name: A, owner: ann, review_every: 73d}
- {id: b, name: B, owner: growth, review_every: 365d}
- {id: c, name: C, owner: data, review_every: 1y}
- {id: d, name: D, owner: nobody, review_every: 1y}
- {id: e, name: E, owner: ann}
- {id: f, name: F, owner: ann, review_every: 1d, status: removed}
"""
    found = upkeep.reviews(of(metrics__all=metrics), TODAY)
    assert found.text == "8 reviews a year"
    assert [(part.title, part.adds) for part in found.parts.values()] == [
        ("Growth", "6"),
        ("Data", "1"),
        ("nobody", "1"),
    ]


def test_large_enough() -> None:
    test = """\
{id: %s, name: %s, type: ab_test, status: scheduled, start: 2026-10-05, end: 2026-11-01, surfaces: [%s],
 randomization_unit: user, eligible_units: {per_day: %d, as_of: 2026-09-01},
 metrics: {primary: [{metric: m, baseline: 0.1, mde: 5%%}]},
 variants: [{key: a, role: control, weight: 1}, {key: b, role: treatment, weight: 1}]}"""
    catalog = of(
        experiments__big=test % ("big", "Big", "x", 9000), experiments__small=test % ("small", "Small", "y", 90)
    )
    found = experiments.powered(catalog, TODAY)
    assert (found.text, [part.title for part in found.parts.values()]) == ("50%, 1 of 2", ["Small"])


METRICS = """\
- {id: a, name: A, status: active, role: kpi, certified: {by: ann}, health: {level: ok}, steward: ann}
- {id: b, name: B, status: broken, role: north_star, health: {level: ok}}
- {id: c, name: C, status: active, reviewed: 2026-01-01, review_every: 30d, health: {level: attention}}
- {id: d, name: D, status: draft, health: {level: unknown}}
- {id: e, name: E, status: removed, role: kpi, health: {level: problem}}
"""


def test_fit_to_decide_by() -> None:
    tests = "{id: t, name: T, type: ab_test, status: running, metrics: {primary: [a, c], guardrail: [d]}}"
    goals = """\
- {id: now, name: Now, period: 2026-Q3, key_results: [{id: k, name: K, metric: b}]}
- {id: then, name: Then, period: 2020-Q1, key_results: [{id: k, name: K, metric: d}]}
"""
    found = data.fit(of(metrics__all=METRICS, experiments__t=tests, goals__all=goals), TODAY)
    assert (found.text, [part.title for part in found.parts.values()]) == ("33.3%, 1 of 3", ["B", "C"])


def test_whether_metrics_are_vouched_for_well_and_looked_after() -> None:
    catalog = of(metrics__all=METRICS)
    assert data.certified(catalog, TODAY).text == "50%, 1 of 2"
    assert data.healthy(catalog, TODAY).text == "33.3%, 1 of 3"
    assert data.looked_after(catalog, TODAY).text == "50%, 1 of 2"


def test_surfaces_and_metrics_of_several_teams() -> None:
    tests = "\n".join(
        f"- {{id: {id}, name: {id}, type: ab_test, status: {status}, owner: {owner}, surfaces: [{surface}],"
        f" metrics: {{primary: [{metric}]}}}}"
        for id, status, owner, surface, metric in (
            ("a", "running", "growth", "checkout", "m"),
            ("b", "scheduled", "data", "checkout.payment", "n"),
            ("c", "running", "ann", "checkout.basket", "m"),
            ("d", "scheduled", "data", "flag.one", "m"),
            ("e", "scheduled", "growth", "flag.two", "n"),
            ("f", "draft", "data", "search", "o"),
            ("g", "running", "growth", "search", "o"),
        )
    )
    metrics = "[{id: m, name: Orders}, {id: n, name: Baskets}, {id: o, name: Searches}]"
    catalog = of(experiments__all=tests, metrics__all=metrics)
    assert signs.crowded(catalog, TODAY) == ("checkout.payment",)
    assert signs.contested(catalog, TODAY) == ("Baskets", "Orders")
    assert len(signs.at_once(catalog, TODAY)) == 6
    assert signs.teams(catalog, TODAY) == ("Growth", "Data")


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "Not yet."), (1, "On the side"), (2, "On the side"), (3, "Yes: this"), (6, "Yes: this")],
)
def test_what_signs_come_to(number: int, said: str) -> None:
    assert signs.answer(number).startswith(said)


def test_marks() -> None:
    assert at_least(0.9).is_reached(0.9)
    assert not at_least(0.9).is_reached(0.89)
    assert at_most(14, "days").is_reached(14.0)
    assert not at_most(14, "days").is_reached(14.5)
    assert (at_least(0.9).said, at_most(14, "days").said, at_most(0, "pairs").said) == (
        "90% or more",
        "14 days or less",
        "none",
    )
