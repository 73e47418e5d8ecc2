"""The formulas of the scorecard on small catalogs, by values that were counted by hand; and how they went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.reports import scorecard
from prodops_cli.reports.material.edition import Then
from prodops_cli.reports.rendering.report import report
from prodops_cli.reports.scores import data, experiments, spend, upkeep
from prodops_cli.reports.scores.measure import Measure
from prodops_cli.reports.scores.reading import Reading
from tests.reports.editions import TODAY, written

OWNERS = """\
- {id: ann, name: Ann, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-08-31}
"""


def of(**files: str) -> Catalog:
    """A small catalog."""
    return written(**files).catalog


def test_owned() -> None:
    metrics = """\
- {id: a, name: A, owner: ann}
- {id: b, name: B, owner: zoe}
- {id: c, name: C, owner: nobody}
- {id: d, name: D}
- {id: e, name: E, owner: zoe, status: removed}
"""
    catalog = of(owners__all=OWNERS, metrics__all=metrics)
    found = upkeep.owned(catalog, TODAY)
    assert (found.value, found.text, [*found.parts]) == (0.25, "25%, 1 of 4", ["metric b", "metric c", "metric d"])
    assert upkeep.owned(catalog, date(2026, 8, 30)).value == 0.5, "Zoe was still there"


def test_reviewed_in_time() -> None:
    metrics = """\
- {id: on-the-day, name: A, owner: ann, reviewed: 2026-08-08}
- {id: late, name: B, owner: ann, reviewed: 2026-08-07}
- {id: written, name: C, owner: ann, created: 2026-09-01}
- {id: never, name: D, owner: ann}
- {id: longer, name: E, owner: ann, reviewed: 2026-01-01, review_every: 1y}
- {id: removed, name: F, owner: ann, reviewed: 2020-01-01, status: removed}
"""
    tools = "{id: t, name: T, owner: ann}"
    catalog = of(prodops="review_every: {metric: 30d}\n", owners__all=OWNERS, metrics__all=metrics, tools__t=tools)
    found = upkeep.fresh(catalog, TODAY)
    assert (found.value, [*found.parts]) == (0.6, ["metric late", "metric never"])


TESTS = """\
- {id: shipped, name: Shipped, type: ab_test, status: completed, start: 2026-08-01, end: 2026-08-20,
   decision: {outcome: ship, date: 2026-08-24}}
- {id: early, name: Early, type: ab_test, status: completed, start: 2026-08-01, end: 2026-08-20,
   decision: {outcome: stop, date: 2026-08-10}}
- {id: slow, name: Slow, type: ab_test, status: completed, start: 2026-05-01, end: 2026-06-01,
   decision: {outcome: stop, date: 2026-08-31}}
- {id: waits, name: Waits, type: ab_test, status: completed, start: 2026-08-01, end: 2026-09-06}
- {id: today, name: Today, type: ab_test, status: completed, start: 2026-08-01, end: 2026-09-07}
- {id: long-ago, name: Long ago, type: ab_test, status: completed, start: 2026-01-01, end: 2026-01-20}
- {id: opened, name: Opened, type: rollout, status: completed, start: 2026-08-01, end: 2026-08-20}
- {id: dropped, name: Dropped, type: ab_test, status: cancelled, start: 2026-08-01, end: 2026-08-20}
"""


def test_decided() -> None:
    found = experiments.decided(of(experiments__all=TESTS), TODAY)
    assert found.text == "66.7%, 2 of 3"
    assert [part.title for part in found.parts.values()] == ["Waits"]


def test_from_end_to_decision() -> None:
    found = experiments.waiting(of(experiments__all=TESTS), TODAY)
    assert found.value == 4, "of 0, 4 and 91 days"
    assert found.text == "4 days, of 3 decisions"
    assert {part.title: part.adds for part in found.parts.values()} == {
        "Shipped": "4 days",
        "Early": "0 days",
        "Slow": "91 days",
    }


def test_tied_to_a_goal() -> None:
    tests = """\
- {id: a, name: A, type: ab_test, status: running, goals: [grow]}
- {id: b, name: B, type: ab_test, status: scheduled, goals: [lost]}
- {id: c, name: C, type: ab_test, status: paused}
- {id: d, name: D, type: ab_test, status: draft}
- {id: e, name: E, type: ab_test, status: scheduled, goals: [lost, grow]}
"""
    found = experiments.tied(of(experiments__all=tests, goals__g="{id: grow, name: Grow, period: 2026-Q3}"), TODAY)
    assert (found.value, [*found.parts]) == (0.5, ["experiment b", "experiment c"])


def test_overlaps_before_and_after_the_start() -> None:
    tests = "\n".join(
        f"- {{id: {id}, name: {id.upper()}, type: ab_test, status: {status}, surfaces: [{surface}], traffic: 100,"
        f" start: {start}, end: 2026-09-30}}"
        for id, status, surface, start in (
            ("a", "running", "checkout", "2026-09-01"),
            ("b", "running", "checkout", "2026-09-02"),
            ("c", "scheduled", "checkout", "2026-09-14"),
            ("d", "running", "search", "2026-09-01"),
        )
    )
    catalog = of(experiments__all=tests)
    assert [*experiments.too_late(catalog, TODAY).parts.values()] == [("A meets B", "")]
    assert sorted(title for title, _ in experiments.avoidable(catalog, TODAY).parts.values()) == [
        "A meets C",
        "B meets C",
    ]


def test_spend_for_an_active_seat() -> None:
    tools = """\
- {id: a, name: A, cost: {amount: 100, currency: EUR, per: month}, seats: {purchased: 10, active: 8}}
- {id: b, name: B, cost: {amount: 30, currency: eur, per: year, basis: seat}, seats: {purchased: 10, active: 7}}
- {id: c, name: C, cost: {amount: 500, currency: USD, per: year}, seats: {active: 5}}
- {id: d, name: D, cost: {amount: 900, currency: EUR, per: year}, seats: {purchased: 5}}
- {id: e, name: E, cost: {amount: 900, currency: EUR, per: year}, seats: {purchased: 5, active: 0}}
- {id: f, name: F, status: retired, cost: {amount: 900, currency: EUR, per: year}, seats: {active: 5}}
"""
    catalog = of(tools__all=tools)
    assert spend.seat("EUR", catalog, TODAY).value == (1200 + 300) / (8 + 7)
    assert spend.seat("EUR", catalog, TODAY).text == "100 EUR, 1,500 EUR for 15 active seats"
    assert spend.seat("USD", catalog, TODAY).value == 100
    assert [*spend.used(catalog)] == ["EUR", "USD"]


@pytest.mark.parametrize(
    "measure", [*upkeep.MEASURES, *experiments.MEASURES, *data.MEASURES], ids=lambda measure: measure.name
)
def test_of_nothing_no_share_is_told(measure: Measure) -> None:
    found = measure.read(of(), TODAY)
    assert found in (Reading(), Reading(0.0, "0 pairs"))


def test_an_empty_catalog() -> None:
    text = report("scorecard").text(written())
    assert "There is nothing to measure yet: the catalog is empty." in text
    assert "## " not in text


def test_tells_how_it_went_and_what_moved_it() -> None:
    now = written(owners__all=OWNERS, metrics__all="[{id: a, name: A, owner: zoe}, {id: b, name: B, owner: ann}]")
    before = of(owners__all=OWNERS, metrics__all="[{id: a, name: A, owner: ann}, {id: b, name: B}]")
    weeks = [TODAY - timedelta(weeks=weeks) for weeks in (3, 2, 1)]
    history = (Then(weeks[0], None), Then(weeks[1], of(owners__all=OWNERS)), Then(weeks[2], before))
    context = scorecard.context(replace(now, history=history))
    assert context["since"] == "24 Aug"
    asked = context["questions"][0]
    assert asked["lines"]["series"][0]["values"] == [None, None, 0.5, 0.5]
    assert (asked["answer"], asked["worst"]) == ("None of 1 is good", "Owned")
    told = asked["measures"][0]
    assert told["value"] == "50%, 1 of 2"
    assert told["before"] == "50%, 1 of 2"
    assert told["made_of"] == "Lacking: A."
    assert told["moved"] == ["Newly lacking: A", "No longer lacking: B"]


def test_says_what_changed_in_a_part() -> None:
    tool = "{{id: a, name: A, cost: {{amount: 100, currency: EUR, per: year}}, seats: {{active: {}}}}}"
    then = Then(TODAY - timedelta(weeks=1), of(tools__a=tool.format(5)))
    context = scorecard.context(replace(written(tools__a=tool.format(4)), history=(then,)))
    assert context["questions"][0]["measures"][-1]["moved"] == ["Changed: A (20 EUR → 25 EUR)"]
