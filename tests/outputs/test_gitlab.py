"""GitLab's code quality report: every finding is in it, and none hides another."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from prodops_cli.findings import Verdict
from prodops_cli.outputs.formats.gitlab import render
from prodops_cli.outputs.look import Look
from tests.effort import examples
from tests.outputs.schemas import GITLAB
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, CLEAR, EXAMPLE


def parsed(verdict: Verdict) -> Any:
    value = json.loads("\n".join(render(verdict, Look(prefix="catalog/"))))
    Draft202012Validator(GITLAB).validate(value)
    return value


def test_nothing_is_an_empty_list() -> None:
    assert parsed(CLEAR) == []


def test_what_is_found_twice_is_told_twice() -> None:
    twice = parsed(replace(EXAMPLE, findings=EXAMPLE.findings * 2))
    assert [issue["fingerprint"] for issue in twice] == [
        EXAMPLE.findings[0].fingerprint,
        f"{EXAMPLE.findings[0].fingerprint} 2",
    ]


def test_what_is_allowed_alarms_nobody() -> None:
    allowed = [issue for issue in parsed(ALL) if "(allowed: " in issue["description"]]
    assert [issue["severity"] for issue in allowed] == ["info"]


@examples(12)
@given(VERDICTS)
def test_every_finding_is_one_issue(verdict: Verdict) -> None:
    issues = parsed(verdict)
    assert [issue["location"]["path"] for issue in issues] == [f"catalog/{each.path}" for each in verdict.findings]
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
