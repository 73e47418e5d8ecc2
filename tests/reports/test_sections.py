"""Sections of the weekly that look at one thing each, in catalogs of a few documents."""

from datetime import date, timedelta

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.findings import Scope, Verdict
from prodops_cli.models.kinds import KINDS
from prodops_cli.reports.material.edition import Edition, Then
from prodops_cli.reports.material.period import Period
from prodops_cli.reports.sections import experiments, expiring, goals, health, metrics, spend
from prodops_cli.reports.words.counts import READ_FIRST
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
OWNERS = """\
- {id: grow, name: Growth, type: team, lead: tom}
- {id: tom, name: Tom, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-09-01, successor: tom}
"""


def catalog(**files: str) -> Catalog:
    """A catalog of `folder__name` files."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    settings = b"review_every: {metric: 30d}\n"
    return load(MemoryTree({"prodops.yaml": settings, "owners/all.yaml": OWNERS.encode()} | named))


def edition(now: Catalog, before: Catalog | None = None, history: tuple[Then, ...] = ()) -> Edition:
    """A week."""
    period = Period(date(2026, 8, 31), date(2026, 9, 6), 36)
    return Edition(period, TODAY, now, Verdict((), Scope(TODAY)), before=before, history=history)


METRIC = "{{id: m, name: M, owner: tom, status: {status}, direction: increase{more}}}\n"


def metric(more: str = "", status: str = "active") -> Catalog:
    """A catalog of one metric, and a running test that rests on it."""
    test = "{id: t, owner: tom, type: ab_test, status: running, start: 2026-09-01, metrics: {primary: [m]}}\n"
    return catalog(metrics__m=METRIC.format(status=status, more=f", {more}" if more else ""), experiments__t=test)


SOUND, DOUBT = "health: {level: ok}", "health: {level: problem, reasons: [It stands still. Since May.]}"
MISSED = "unit: share, target: {op: gte, value: 0.4, by: 2026-08-31}, value: {current: 0.361, as_of: 2026-09-01}"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (metric(SOUND), metric(DOUBT), ["sound → in doubt"]),
        (metric(DOUBT), metric(SOUND), ["in doubt → sound"]),
        (metric(DOUBT), metric(DOUBT), ["still in doubt"]),
        (None, metric(DOUBT), ["in doubt"]),
        (metric(SOUND), metric(status="broken"), ["sound → broken"]),
        (metric(), metric(SOUND), []),
        (metric(SOUND), metric(SOUND), []),
        (None, metric(MISSED), ["missed its target of 40% by 31 Aug: 36.1%"]),
        (metric(SOUND), metric(DOUBT, "removed"), []),
    ],
)
def test_metrics_of_which_one_should_know(before: Catalog | None, now: Catalog, said: list[str]) -> None:
    found = metrics.context(edition(now, before))
    assert found is not None
    assert [row["what"] for row in found["rows"]] == said


def test_what_tools_cost() -> None:
    tools = """\
- {id: a, name: A, owner: tom, status: adopted, capabilities: [product_analytics, surveys],
   cost: {amount: 10, currency: EUR, per: month, basis: seat}, seats: {purchased: 10, active: 4}}
- {id: b, name: B, owner: tom, status: adopted, cost: {amount: 500, currency: USD, per: year, basis: flat}}
- {id: c, name: C, owner: tom, status: adopted}
- {id: d, name: D, owner: tom, status: retired, cost: {amount: 900, currency: EUR, per: year, basis: flat}}
"""
    found = spend.context(edition(catalog(tools__all=tools)))
    assert found is not None
    assert found["total"] == "1,200 EUR and 500 USD"
    assert [[(row["name"], row["text"]) for row in chart["rows"]] for chart in found["charts"]] == [
        [("Product analytics", "1,200 EUR")],
        [("Other", "500 USD")],
    ]
    assert found["unpriced"] == 1
    assert [row["seats"] for row in found["idle"]] == ["6 of 10 seats are unused, worth 720 EUR a year"]
    assert spend.context(edition(catalog())) is None


def test_what_was_allowed_ends() -> None:
    text = """\
id: m
name: M
owner: tom  # prodops: allow many-owned until 2026-09-20 -- a team is found until then
tags: [x]  # prodops: allow unused-word until 2027-01-01 -- far away
"""
    found = expiring.context(edition(catalog(metrics__m=text)))
    assert [(row["on"], row["then"]) for row in found["rows"]] == [
        ("20 Sep", "what was allowed there (a team is found until then) has to be mended, or allowed again")
    ]


def test_how_confidence_went() -> None:
    text = "{id: g, owner: tom, period: 2026-Q3, confidence: 0.2, check_ins: [{date: 2026-08-01, confidence: 1}, {date: 2026-09-01, confidence: 0}]}\n"  # noqa: E501
    found = goals.context(edition(catalog(goals__g=text)))
    assert found is not None
    assert found["periods"][0]["goals"][0]["believed"] == "█▁"


def test_how_the_catalog_went() -> None:
    def many(reviewed: str, owner: str = "tom") -> Catalog:
        texts = (
            f"- {{id: m{number}, name: M, owner: {owner}, description: X, status: active, direction: increase, "
            f"reviewed: {day}}}\n"
            for number, day in enumerate((reviewed, "2026-09-01"))
        )
        return catalog(metrics__all="".join(texts))

    weeks = [TODAY - timedelta(weeks=back) for back in (3, 2, 1)]
    past = (Then(weeks[0], None), Then(weeks[1], many("2026-08-20")), Then(weeks[2], many("2026-07-01")))
    found = health.context(edition(many("2026-09-01", "zoe"), history=past))
    (team,) = found["teams"]
    assert (team["team"], team["good"], team["late"], team["owned"]) == ("Growth", "0%", 0, 2)
    assert team["line"] == "·█▅▁"
    assert found["weeks"] == 3


def test_every_kind_is_heard_of() -> None:
    assert sorted(READ_FIRST) == sorted(KINDS)


def test_of_many_tests_those_come_first_that_run() -> None:
    text = "- {{id: t{number:02}, owner: tom, type: ab_test, status: {status}, start: 2026-09-{day:02}}}\n"
    ahead = (text.format(number=number, status="scheduled", day=10 + number % 9) for number in range(70))
    found = experiments.context(
        edition(catalog(experiments__all="".join(ahead) + text.format(number=99, status="running", day=1)))
    )
    assert found is not None
    assert (len(found["rows"]), found["left_out"]) == (60, 11)
    assert "t99" in [row["experiment"]["name"] for row in found["rows"]]
