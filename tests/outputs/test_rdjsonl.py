"""reviewdog gets a diagnostic on each line; its columns count bytes."""

import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from prodops_cli.documents.document import Place
from prodops_cli.documents.source import Span
from prodops_cli.findings import Create, Finding, Fix, Problem, Replace, Severity, Verdict
from prodops_cli.outputs.formats.rdjsonl import render
from prodops_cli.outputs.look import Look
from tests.effort import examples
from tests.outputs.schemas import DIAGNOSTIC
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, SCOPE, source

WIDE = source("a.yaml", "x: 1\nname: a𐐀b é\n")


def parsed(verdict: Verdict) -> list[Any]:
    values = [json.loads(line) for line in render(verdict, Look(prefix="catalog/"))]
    for value in values:
        Draft202012Validator(DIAGNOSTIC).validate(value)
    return values


def about(fix: Fix | None, span: Span = Span(13, 14)) -> Any:
    problem = Problem(Place(WIDE, exact=span), "is wrong", fix=fix)
    (value,) = parsed(Verdict((Finding("rule", "family", Severity.error, problem),), SCOPE))
    return value


def test_columns_count_bytes() -> None:
    assert WIDE.text[13:14] == "b"
    assert about(None)["location"] == {
        "path": "catalog/a.yaml",
        "range": {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 13}},
    }


def test_an_edit_of_the_same_file_is_a_suggestion() -> None:
    edit = Replace(WIDE, Span(13, 14), "c")
    (suggestion,) = about(Fix("write c", (edit,)))["suggestions"]
    assert (suggestion["text"], suggestion["range"]["start"]["column"]) == ("c", 12)


def test_half_a_fix_is_none() -> None:
    edit = Replace(WIDE, Span(13, 14), "c")
    elsewhere = Replace(source("b.yaml", "b"), Span(0, 1), "c")
    for operations in ((edit, edit), (edit, Create("b.yaml", "b")), (elsewhere,)):
        assert about(Fix("write c", operations))["suggestions"] == []


def test_what_is_allowed_alarms_nobody() -> None:
    allowed = [value for value in parsed(ALL) if "\nallowed: " in value["message"]]
    assert [value["severity"] for value in allowed] == ["INFO"]


@examples(12)
@given(VERDICTS)
def test_a_line_for_each_finding(verdict: Verdict) -> None:
    for value, finding in zip(parsed(verdict), verdict.findings, strict=True):
        assert value["code"]["value"] == finding.rule
        start = value["location"]["range"]["start"]
        place = finding.problem.place
        line, column = place.source.position(place.span.start)
        assert start["line"] == line
        assert start["column"] >= column
