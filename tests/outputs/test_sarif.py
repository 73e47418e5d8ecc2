"""SARIF is what its readers know, and an editor that follows it makes the fix that we mean."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

from hypothesis import given
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from sarif_pydantic import Sarif

from prodops_cli import rules
from prodops_cli.documents.edit import Edit, edited
from prodops_cli.documents.source import Source, line_starts
from prodops_cli.findings import Finding, Replace, Verdict
from prodops_cli.lint.discover import rules_in
from prodops_cli.outputs.formats.sarif import descriptor, region, render
from prodops_cli.outputs.look import Look
from tests.effort import examples
from tests.outputs.schemas import SARIF
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, CLEAR, weights

FORGOTTEN = {"$schema", "columnKind", "suppressions"}
"""Keys of the standard that this reader does not name."""

slowly = examples(12)


def parsed(verdict: Verdict) -> Any:
    """The file as a reader has it, who knows every key in it."""
    text = "\n".join(render(verdict, Look(prefix="catalog/")))
    assert not list(unknown(Sarif.model_validate_json(text)))
    value = json.loads(text)
    Draft202012Validator(SARIF).validate(value)
    return value["runs"][0]


def unknown(part: object) -> Iterator[str]:
    """The keys that the reader does not know."""
    if isinstance(part, BaseModel):
        yield from (part.model_extra or {}).keys() - FORGOTTEN
        for name in type(part).model_fields:
            yield from unknown(getattr(part, name))
    elif isinstance(part, list):
        for each in part:
            yield from unknown(each)


def test_nothing_is_no_result() -> None:
    assert parsed(CLEAR)["results"] == []


def test_says_what_was_found() -> None:
    run = parsed(ALL)
    for result, finding in zip(run["results"], ALL.findings, strict=True):
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert result["partialFingerprints"] == {"prodops/v1": finding.fingerprint}
        assert ("suppressions" in result) == (finding.allowed is not None)
    assert sum("suppressions" in result for result in run["results"]) == 1


def test_every_rule_has_its_page() -> None:
    for rule in rules_in(rules):
        said: Any = descriptor(rule.name, rule)
        assert said["help"]["markdown"].startswith(f"# {rule.name}\n")
        assert rule.summary == said["shortDescription"]["text"]


@slowly
@given(VERDICTS)
def test_every_verdict_is_read(verdict: Verdict) -> None:
    for result, finding in zip(parsed(verdict)["results"], verdict.findings, strict=True):
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        path = f"catalog/{finding.path}".encode(errors="surrogatepass").decode(errors="surrogatepass")
        assert "\ud800" in path or unquote_to_bytes(uri) == path.encode(errors="surrogateescape")


def offset(source: Source, line: int, column: int) -> int:
    """Where a line and column in code points are."""
    return line_starts(source.text)[line - 1] + column - 1


def test_an_editor_makes_the_fix() -> None:
    (finding,) = (each for each in weights() if each.problem.fix)
    (fix,) = parsed(Verdict((finding,), ALL.scope))["results"][0]["fixes"]
    (changed,) = fix["artifactChanges"]
    assert made(finding, changed["replacements"]) == edited(
        finding.problem.place.source.text,
        (Edit(each.span, each.text) for each in operations(finding)),
    )


def operations(finding: Finding) -> Iterator[Replace]:
    """The edits of a finding's fix."""
    assert finding.problem.fix
    return (each for each in finding.problem.fix.operations if isinstance(each, Replace))


def made(finding: Finding, replacements: list[Any]) -> str:
    """The text, edited by one who reads nothing but SARIF."""
    source = finding.problem.place.source
    text = source.text
    for each in reversed(replacements):
        gone = each["deletedRegion"]
        start = offset(source, gone["startLine"], gone["startColumn"])
        stop = offset(source, gone["endLine"], gone["endColumn"])
        text = text[:start] + each["insertedContent"]["text"] + text[stop:]
    return text


def test_columns_are_code_points() -> None:
    wide = next(finding for finding in ALL.findings if finding.path == "tools/kanban.yaml")
    assert region(wide.problem.place) == {"startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 22}
