"""What lies on somebody's desk, and what the review asks: small catalogs, one thing each."""

from datetime import date

import pytest

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.load import load
from prodops_cli.findings import Scope, Verdict
from prodops_cli.lint.request import Request
from prodops_cli.models.owner import Owner
from prodops_cli.pipeline import judge
from prodops_cli.reports import owner, review
from prodops_cli.reports.desk.circle import circle
from prodops_cli.reports.desk.mending import mending
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.period import Period
from prodops_cli.trees.memory import MemoryTree

TODAY = date(2026, 9, 7)
OWNERS = """\
- {id: grow, name: Growth, type: team, lead: tom, members: [lee]}
- {id: old, name: Old growth, type: team, status: merged, merged_into: grow}
- {id: tom, name: Tom, type: person}
- {id: lee, name: Lee, type: person}
- {id: zoe, name: Zoe, type: person, left: 2026-01-01, successor: lee}
- {id: ana, name: Ana, type: person}
"""


def edition(**files: str) -> Edition:
    """A week of a catalog of `folder__name` files."""
    named = {f"{name.replace('__', '/')}.yaml": text.encode() for name, text in files.items()}
    settings = b"review_every: {metric: 30d}\n"
    catalog: Catalog = load(MemoryTree({"prodops.yaml": settings, "owners/all.yaml": OWNERS.encode()} | named))
    return Edition(Period(date(2026, 8, 31), date(2026, 9, 6), 36), TODAY, catalog, Verdict((), Scope(TODAY)))


@pytest.mark.parametrize(
    ("id", "theirs"),
    [
        ("grow", {"grow", "old", "tom", "lee", "zoe"}),
        ("old", {"grow", "old"}),
        ("tom", {"tom", "grow", "old"}),
        ("lee", {"lee", "zoe"}),
        ("ana", {"ana"}),
    ],
)
def test_whose_things_are_theirs(id: str, theirs: set[str]) -> None:
    material = edition()
    found = material.catalog.get(Owner, id)
    assert found is not None
    assert circle(found, material) >= theirs - {"grow"}
    assert circle(found, material) - {"grow"} <= theirs


LAUNCH = """\
id: app
name: App
owner: ana
status: planned
target_date: 2026-09-20
approvers: [tom]
depends_on: [web]
readiness:
  - {item: Press text, owner: lee, status: todo, due: 2026-09-10}
  - {item: Done already, owner: lee, status: done}
"""
WEB = "{id: web, name: Web, owner: grow, status: planned, target_date: 2026-09-15}\n"
MET = "{{id: {id}, name: {id}, owner: {owner}, type: ab_test, status: running, start: 2026-09-01{more}}}\n"
AGREED = ", accepted_overlaps: [{experiment: ours, reason: small, by: ana, until: 2026-10-01}]"


def desk(id: str, **files: str) -> owner.Desk:
    """Somebody's page."""
    material = edition(**files)
    found = material.catalog.get(Owner, id)
    assert found is not None
    return owner.context(material, found)


def test_what_others_wait_for() -> None:
    ours = MET.format(id="ours", owner="lee", more="")
    theirs = MET.format(id="theirs", owner="ana", more=AGREED)
    files = {"launches__app": LAUNCH, "launches__web": WEB, "experiments__ours": ours, "experiments__theirs": theirs}
    goal = "{id: much, owner: ana, period: 2026-Q3, key_results: [{name: More, owner: tom}]}\n"
    found = desk("grow", goals__much=goal, **files)["awaited"]
    assert [(each["what"], each["by"]) for each in found] == [
        ("Press text", "10 Sep"),
        ("your approval", "20 Sep"),
        ("your launch “Web”, which must come first", "20 Sep"),
        ("the key result “More”", "30 Sep"),
        ("your agreement that “ours” may meet it", "1 Oct"),
    ]
    assert desk("ana", **files)["awaited"] == []


def test_what_is_to_be_read_again() -> None:
    metrics = "".join(
        f"- {{id: {id}, name: {id}, owner: zoe, status: active, direction: increase, reviewed: {day}}}\n"
        for id, day in (("late", "2026-08-01"), ("soon", "2026-08-15"), ("fresh", "2026-09-01"))
    )
    found = desk("lee", metrics__all=metrics)
    assert [(each["thing"]["name"], each["due"]) for each in found["reviews"]["rows"]] == [
        ("late", "31 Aug, 7 days ago"),
        ("soon", "14 Sep"),
    ]
    assert found["counts"] == ["1 decision", "2 reviews due"]


def test_what_is_wrong_with_many_is_said_once() -> None:
    metrics = "".join(f"- {{id: m{number}, owner: zoe, status: draft, nmae: x}}\n" for number in range(3))
    material = edition(metrics__all=metrics)
    verdict = judge(material.catalog, Request(TODAY, select=("unknown-key",)))
    judged = Edition(material.period, TODAY, material.catalog, verdict)
    (pile,) = mending(frozenset(("zoe",)), judged)
    (mistake,) = pile["rows"]
    assert [thing["name"] for thing in mistake["things"]] == ["m0", "m1", "m2"]


TEST = "{{id: t, name: T, owner: grow, type: {type}, status: {status}, start: {start}, end: {end}{more}}}\n"


@pytest.mark.parametrize(
    ("type", "status", "start", "end", "more", "question"),
    [
        ("ab_test", "scheduled", "2026-09-10", "2026-10-10", "", "What do we expect, and why?"),
        ("ab_test", "scheduled", "2026-09-10", "2026-10-10", ", hypothesis: X", "Which number decides?"),
        ("ab_test", "scheduled", "2026-09-01", "2026-10-10", "", "What keeps it, and on which day does it start?"),
        ("rollout", "scheduled", "2026-09-10", "2026-10-10", ", hypothesis: X", "What would make us stop it"),
        ("rollout", "running", "2026-08-01", "2026-09-10", "", "Does everybody have it then, and who says so?"),
        ("ab_test", "running", "2026-08-01", "2026-09-10", "", "Who reads the results, and on which day"),
        ("ab_test", "running", "2026-08-01", "2026-09-01", "", "Do we end it now, or until when does it go on"),
        ("ab_test", "completed", "2026-08-01", "2026-09-01", "", "Write down the results, or close it"),
        ("ab_test", "running", "2026-08-01", "2026-12-10", "", None),
        ("ab_test", "scheduled", "2026-12-10", "2026-12-12", "", None),
    ],
)  # fmt: skip
def test_what_the_review_asks(type: str, status: str, start: str, end: str, more: str, question: str | None) -> None:
    text = TEST.format(type=type, status=status, start=start, end=end, more=more)
    found = review.context(edition(experiments__t=text))
    asked = [item["question"] for topic in found["topics"] for item in topic["items"]]
    assert len(asked) == bool(question)
    assert all(each.startswith(question or "") for each in asked)
    assert found["people"] == ("Tom" if question else "")
