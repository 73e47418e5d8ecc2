"""Metrics that mean something else, or are gone, while something rests on them: what is told, to whom."""

from datetime import UTC, date, datetime

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.findings import Scope, Verdict
from prodops_cli.reports.front.watch import watch
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.period import Period
from prodops_cli.reports.matters.breaks import break_matters
from prodops_cli.trees.history import Commit
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
OWNERS = "{id: kim, name: Kim, type: person}\n"
ORDERS = "{id: orders, name: Orders, owner: kim, status: active, direction: increase, window: 7d}\n"
TEST = """\
{id: one-page, owner: kim, type: ab_test, status: running, metrics: {primary: [orders]}, start: 2026-09-01}
"""
GOAL = "{id: grow, owner: kim, period: 2026-Q3, key_results: [{metric: orders}]}\n"
COMMIT = Commit("c" * 40, "Tom", datetime(2026, 9, 2, 12, tzinfo=UTC), "a change", ("metrics/orders.yaml",))


def catalog(**files: str) -> Catalog:
    """A catalog of `folder__name` files."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    return load(MemoryTree({"prodops.yaml": b"", "owners/kim.yaml": OWNERS.encode()} | named))


def edition(before: Catalog, after: Catalog) -> Edition:
    """A week in which one became the other."""
    period = Period(date(2026, 8, 31), date(2026, 9, 6), 36)
    return Edition(period, TODAY, after, Verdict((), Scope(TODAY)), before=before, commits=(COMMIT,))


WIDER = ORDERS.replace("7d", "14d")
DATED = ORDERS.replace("window", "created: 2026-01-01, window")
REMOVED = {"metrics__orders": ""}


@pytest.mark.parametrize(
    ("after", "uses", "said"),
    [
        (
            WIDER,
            {"experiments__one-page": TEST},
            "Redefined on Wed 2 Sep by Tom (window 7d → 14d) while 1 running test rests",
        ),
        (WIDER, {"goals__grow": GOAL}, ""),
        (WIDER, {}, ""),
        (DATED, {"experiments__one-page": TEST}, ""),
        ("", {"experiments__one-page": TEST}, "Removed on Wed 2 Sep by Tom while 1 running test rests on it."),
        (
            ORDERS.replace("id: orders", "id: sales"),
            {"experiments__one-page": TEST},
            "Given another id on Wed 2 Sep by Tom while 1",
        ),
    ],
)
def test_what_presses_is_to_be_decided(after: str, uses: dict[str, str], said: str) -> None:
    now = uses | ({"metrics__sales" if "sales" in after else "metrics__orders": after} if after else {})
    found = [*break_matters(edition(catalog(metrics__orders=ORDERS, **uses), catalog(**now)))]
    assert bool(found) is bool(said)
    assert all(said in matter.text and matter.who == "Kim" and matter.owners == ("kim",) for matter in found)


def test_what_a_goal_rests_on_is_watched() -> None:
    before, after = (catalog(metrics__orders=text, goals__grow=GOAL) for text in (ORDERS, WIDER))
    things = watch(edition(before, after))["things"]
    assert [each["text"] for each in things if each["kind"] == "Metric"] == [  # type: ignore[union-attr, index]
        "redefined on Wed 2 Sep by Tom (window 7d → 14d) while 1 goal rests on it."
    ]


def test_many_are_one_decision() -> None:
    names = ("a", "b", "c", "d")

    def many(window: str) -> Catalog:
        metrics = "".join(f"- {{id: {id}, name: {id.upper()}, owner: kim, status: active, direction: increase, "
                          f"window: {number + 1}{window}}}\n" for number, id in enumerate(names))  # fmt: skip
        return catalog(metrics__all=metrics, experiments__one_page=TEST.replace("[orders]", f"[{', '.join(names)}]"))

    (matter,) = break_matters(edition(many("d"), many("w")))
    assert matter.what == "4 numbers"
    assert "“A” (Kim), “B” (Kim), “C” (Kim) and 1 more mean something else now" in matter.text
    assert "while 1 running test rests on them." in matter.text
