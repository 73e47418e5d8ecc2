"""JSON is what the documentation says, and loses nothing."""

import json
import re
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from prodops_cli.documents.source import LINE_BREAK, Source
from prodops_cli.findings import Verdict
from prodops_cli.outputs.formats.json import render
from prodops_cli.outputs.look import Look
from tests.docs.formats import schema
from tests.effort import examples
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, CLEAR

SCHEMA = schema("lint")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def parsed(verdict: Verdict) -> Any:
    value = json.loads("\n".join(render(verdict, Look())))
    Draft202012Validator(SCHEMA).validate(value)
    return value


def position(source: Source, offset: int) -> dict[str, int]:
    """The line and column, counted by splitting; what is between the two halves of a line break is before it."""
    lines = LINE_BREAK.split(source.text.replace("\r\n", " \n")[:offset])
    past = max(0, offset - len(source.text))
    return {"line": len(lines), "column": len(lines[-1]) + 1 + past}


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_says_what_was_found() -> None:
    value = parsed(ALL)
    errors = [finding for finding in value["findings"] if finding["severity"] == "error" and finding["allowed"] is None]
    assert value["summary"]["error"] == len(errors)
    assert parsed(CLEAR)["findings"] == []


def test_each_finding_is_a_line() -> None:
    assert len(list(render(ALL, Look()))) == len(ALL.findings) + 2


@examples(20)
@given(VERDICTS)
def test_loses_nothing(verdict: Verdict) -> None:
    for value, finding in zip(parsed(verdict)["findings"], verdict.findings, strict=True):
        place = finding.problem.place
        assert value["message"] == finding.problem.message
        assert value["path"] == finding.path
        assert value["address"] == list(finding.address)
        assert value["fingerprint"] == finding.fingerprint
        assert value["start"] == position(place.source, place.span.start)
        assert value["end"] == position(place.source, place.span.stop)
