"""When it is known that a comment allows nothing, and when nobody can know."""

from datetime import date

import pytest

from prodops_cli.failure import Misuse
from prodops_cli.lint.request import Request
from prodops_cli.pipeline import lint
from tests.lint.rehearsal import TODAY, tree

ANNA = "id: anna\nname: Anna\ntype: person\n"
METRIC = "id: a\nname: A\nowner: {}\ndescription: How many there were.\nstatus: draft\ndirection: neutral\n"
IDLE = METRIC.format("anna # prodops: allow unknown-reference -- soon")
USED = METRIC.format("anne # prodops: allow unknown-reference -- soon")


def said_of(metric: str, request: Request = Request(TODAY), settings: str = "") -> list[str]:  # noqa: B008
    """The rules of the family allowing that find something in a metric."""
    verdict = lint(tree({"prodops.yaml": settings, "owners/anna.yaml": ANNA, "metrics/a.yaml": metric}), request)
    return [finding.rule for finding in verdict.findings if finding.family == "allowing"]


@pytest.mark.parametrize(
    ("metric", "request_", "settings", "said"),
    [
        (IDLE, Request(TODAY), "", ["unused-allow"]),
        (USED, Request(TODAY), "", []),
        (IDLE, Request(TODAY, select=("unused-allow",)), "", ["unused-allow"]),
        (USED, Request(TODAY, select=("unused-allow",)), "", []),
        (IDLE, Request(TODAY, select=("allowing",)), "", ["unused-allow"]),
        (IDLE, Request(TODAY, select=("naming",)), "", []),
        (IDLE, Request(TODAY, ignore=("unknown-reference",)), "", []),
        (IDLE, Request(TODAY, ignore=("references",)), "", []),
        (IDLE, Request(TODAY), "rules: {unknown-reference: off}", []),
        (IDLE, Request(TODAY), "rules: {unused-allow: off}", []),
        (IDLE, Request(TODAY, select=("unused-allow",)), "rules: {unused-allow: off}", ["unused-allow"]),
        (f"# prodops: allow-file unknown-reference -- soon\n{USED}", Request(TODAY), "", []),
        (IDLE.replace("-- soon", "until 2026-09-06 -- soon"), Request(TODAY), "", ["expired-allow"]),
        (IDLE.replace("soon", ""), Request(TODAY), "", ["allow-without-reason", "unused-allow"]),
        (IDLE.replace("name:", "nam:"), Request(TODAY), "", []),
        (IDLE.replace("rence --", "rence, allow-without-reason --"), Request(TODAY), "", ["unused-allow"]),
        (USED.replace("rence --", "rence, allow-without-reason --"), Request(TODAY), "", ["unused-allow"]),
        (USED.replace("rence --", "rence, overdue, unused-allow --"), Request(TODAY), "", []),
    ],
)
def test_unused(metric: str, request_: Request, settings: str, said: list[str]) -> None:
    assert said_of(metric, request_, settings) == said


def test_what_runs_only_to_be_listened_to_is_not_told() -> None:
    files = {"owners/anna.yaml": ANNA, "metrics/a.yaml": METRIC.format("anne")}
    verdict = lint(tree(files), Request(TODAY, select=("unused-allow",)))
    assert (verdict.findings, verdict.allowed) == ((), ())
    assert verdict.subjects == (("unused-allow", 0),)


def test_a_comment_is_somebodys() -> None:
    items = "- id: a\n  name: A # prodops: alow\n- id: b\n  # prodops: alow\n  name: B\n"
    verdict = lint(tree({"practices/some.yaml": items}), Request(date(2026, 9, 7), select=("malformed-allow",)))
    assert [finding.about.id for finding in verdict.findings if finding.about] == ["a", "b"]


def test_no_such_rule() -> None:
    with pytest.raises(Misuse):
        said_of(IDLE, Request(TODAY, select=("unused-alow",)))
