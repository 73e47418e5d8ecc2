"""The books of catalogs in which there is nothing, or what nobody expects; and how they lead to each other."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from prodops_cli.catalog.load import load
from prodops_cli.cli.run import run
from prodops_cli.documents.node import Value
from prodops_cli.models.entity import Entity
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.rendering.report import report
from prodops_cli.trees.memory import MemoryTree
from prodops_cli.trees.worktree import WorkTree
from tests.effort import in_turn
from tests.examples.catalogs import ACME
from tests.reports.editions import seen, written
from tests.reports.test_hostile import PAYLOADS, Built, built

BOOKS = ("experiments", "goals", "metrics", "owners", "tools")
TEXTS: Final = re.compile(
    "name|description|text|change|population|outcome|because|hypothesis|learnings|rationale|expression|filter|dataset"
    "|note|channel|purpose|overlap_reason|unit|title|reasons"
)
OUTCOMES: Final = ("ship", "rollback", "iterate", "rerun", "stop", "inconclusive")


@pytest.mark.parametrize("name", BOOKS)
def test_of_nothing(name: str) -> None:
    text = report(name).text(written())
    assert "written down in the catalog." in text
    assert not re.search(r"\| |\]\[|^## ", text, re.MULTILINE), "no table, no link, no section"


def test_are_the_same_whenever_they_are_made() -> None:
    once, again = seen(WorkTree(ACME)), seen(WorkTree(ACME))
    for name in BOOKS:
        assert report(name).text(once) == report(name).text(again)


@cache
def acme() -> tuple[Entity, ...]:
    """All documents of Acme."""
    return load(WorkTree(ACME)).entities


def saying(payload: str) -> MemoryTree:
    """Acme, in which all that people can word says the same."""
    files = {
        f"{each.folder}/{number}.yaml": json.dumps(replaced(each.document.value, payload)).encode()
        for number, each in enumerate(acme())
    }
    return MemoryTree({"prodops.yaml": (ACME / "prodops.yaml").read_bytes()} | files)


def replaced(value: Value, text: str, key: str = "") -> Value:
    """The same value with another text in the place of each that people can word."""
    if isinstance(value, dict):
        return {name: replaced(part, text, name) for name, part in value.items()}
    if isinstance(value, list):
        return [replaced(part, text, key) for part in value]
    return text if isinstance(value, str) and TEXTS.fullmatch(key) and value not in OUTCOMES else value


@cache
def plain() -> Edition:
    """Acme, in which every text is an x."""
    return seen(saying("x"))


@cache
def harmless(name: str) -> Built:
    """How the book is built in which every text is an x, and how many lines it has."""
    return built(report(name).text(plain()))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_value_stays_text(payload: str, rounds: int) -> None:
    edition = seen(saying(payload))
    for name in in_turn([*BOOKS, "scorecard"], PAYLOADS.index(payload), 2, rounds):
        assert built(report(name).text(edition)) == harmless(name), name


def test_they_lead_to_each_other_where_they_are_kept() -> None:
    files = {
        "owners/a.yaml": b"{id: ann, name: Ann, type: person}\n",
        "metrics/m.yaml": b"{id: orders, name: Orders, owner: ann, steward: ann}\n",
        "goals/g.yaml": b"{id: grow, name: Grow, owner: ann, key_results: [{metric: orders}]}\n",
        "practices/p.yaml": b"{id: review, name: Review, owner: ann, metrics: [orders]}\n",
    }
    kept = MemoryTree(files | {"prodops.yaml": b"report: {books: docs/books/}\n"})
    apart = MemoryTree(files | {"prodops.yaml": b"version: 1\n"})
    assert targets(report("metrics").text(seen(kept))) == {
        "#area-other",
        "#metric-orders",
        "docs/books/goals.md#goal-grow",
        "docs/books/owners.md#owner-ann",
        "metrics/m.yaml",
        "practices/p.yaml",
    }
    assert targets(report("metrics").text(seen(apart))) == {
        "#area-other",
        "#metric-orders",
        "goals/g.yaml",
        "metrics/m.yaml",
        "owners/a.yaml",
        "practices/p.yaml",
    }


def targets(text: str) -> set[str]:
    """Where a book leads to."""
    return {*re.findall(r"^\[\d+\]: (.+)$", text, re.MULTILINE)}


def test_two_with_one_id_are_both_told_and_links_lead_to_the_first() -> None:
    text = report("tools").text(written(tools__a="{id: x, name: One}", tools__b="{id: x, name: Two}"))
    assert text.count('<a id="tool-x"></a>**One**') == 1
    assert "| **Two** (" in text


def test_addresses_of_people_are_not_trusted() -> None:
    text = report("tools").text(written(tools__a="{id: x, name: X, request_access: 'javascript:alert(1)'}"))
    assert "javascript" not in text


def test_nothing_is_converted() -> None:
    tools = """\
- {id: a, name: A, cost: {amount: 100, currency: EUR, per: month, cost_center: it}}
- {id: b, name: B, cost: {amount: 2, currency: usd, per: year, basis: seat, cost_center: it},
   seats: {purchased: 5, active: 4}}
- {id: c, name: C, cost: {amount: 7, currency: EUR, per: once}}
- {id: d, name: D, status: retired, cost: {amount: 9, currency: EUR, per: year}}
"""
    settings = "budgets: [{cost_center: it, amount: 50, currency: EUR, per: month}]\n"
    text = report("tools").text(written(prodops=settings, tools__all=tools))
    assert "3 tools in use for 1,200 EUR and 10 USD a year." in text
    assert "| it | 1,200 EUR | 600 EUR | 200% |\n| it | 10 USD | – | – |\n" in text
    assert "| 4 of 5 | 2.50 USD |" in text
    assert re.search(r"nobody wrote what they cost in a year: \[C\]\[\d+\] \(7 EUR\)\.", text)


def test_pages_lead_to_pages(tmp_path: Path) -> None:
    (tmp_path / "prodops.yaml").write_text("report: {books: pages}\n")
    files = {"owners": "{id: ann, name: Ann, type: person}\n", "metrics": "{id: m, name: M, owner: ann}\n"}
    for folder, text in files.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "all.yaml").write_text(text)
    asked = ["report", "metrics", "-C", str(tmp_path), "-o", str(tmp_path / "pages" / "metrics.html")]
    (tmp_path / "pages").mkdir()
    assert run(asked) == 0
    page = (tmp_path / "pages" / "metrics.html").read_text()
    assert 'href="../pages/owners.html#owner-ann"' in page
    assert 'id="metric-m"' in page
    assert "<nav" not in page, "it has its own contents"


def test_tells_what_serves_no_goal_and_what_nothing_serves() -> None:
    tests = """\
- {id: a, name: Lost, type: ab_test, status: running, goals: [nowhere]}
- {id: b, name: Aimless, type: ab_test, status: draft}
- {id: c, name: Over, type: ab_test, status: completed, goals: [grow]}
- {id: d, name: Useful, type: ab_test, status: scheduled, goals: [keep]}
"""
    goals = "[{id: grow, name: Grow, period: 2026-Q3}, {id: keep, name: Keep, period: 2026-Q3}, {id: idle, name: Idle}]"
    text = report("goals").text(written(experiments__all=tests, goals__all=goals))
    rows = text.partition("## Serves no goal")[2]
    assert re.findall(r"\| \[(\w+)\]\[\d+\] \| test \| nobody \| (.+) \|", rows) == [
        ("Aimless", "–"),
        ("Lost", "nowhere (unknown)"),
    ]
    assert text.count("**Nothing serves it any more:**") == 1
    assert text.count("**Nothing serves it at all:**") == 1
