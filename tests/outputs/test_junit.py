"""JUnit's XML is read by those who read it, and only errors fail."""

from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from junitparser import Failure, JUnitXml

from prodops_cli.findings import Severity, Verdict
from prodops_cli.outputs.formats.junit import render
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.screen import shown
from tests.effort import examples
from tests.outputs.strategies import VERDICTS
from tests.outputs.verdicts import ALL, CLEAR, SCOPE

PARTS = ["properties", "testcase", "system-out", "system-err"]  # Ant's schema has them in this order

ATTRIBUTES = {"name", "timestamp", "hostname", "tests", "failures", "errors", "time", "package", "id"}


def read(verdict: Verdict) -> JUnitXml:
    """The suites, as a reader of JUnit's XML has them."""
    text = "\n".join(render(verdict, Look())).encode()
    (suite,) = ET.fromstring(text)
    assert [PARTS.index(part.tag) for part in suite] == sorted(PARTS.index(part.tag) for part in suite)
    assert {"name", "timestamp", "hostname", "tests", "failures", "errors", "time", "package", "id"} == set(
        suite.attrib
    )
    return JUnitXml.fromstring(text)


def said(verdict: Verdict) -> str:
    """What the suite says on stdout."""
    return ET.fromstring("\n".join(render(verdict, Look())).encode()).findtext("testsuite/system-out") or ""


def test_only_errors_fail() -> None:
    (suite,) = read(ALL)
    failed = [case for case in suite if any(isinstance(result, Failure) for result in case.result)]
    assert len(failed) == suite.failures == ALL.count(Severity.error)
    assert suite.tests == len(list(suite)) == len(ALL.findings)
    assert suite.errors == 0


def test_what_passes_says_so() -> None:
    text = said(ALL)
    for finding in ALL.findings:
        if finding.severity is not Severity.error:
            assert f"{finding.severity.name} {finding.rule} at {finding.path}:" in text
            assert shown(finding.problem.message) in text
    assert "allowed: growth agreed" in text


def test_a_rule_that_finds_nothing_passes() -> None:
    (suite,) = read(Verdict(ALL.findings, SCOPE, subjects=(("bad-weights", 3), ("no-end", 0))))
    assert [case.name for case in suite if case.classname == "prodops.no-end"] == ["no-end"]
    assert suite.tests == len(ALL.findings) + 1


def test_nothing_is_a_suite_that_says_what_was_looked_at() -> None:
    assert said(CLEAR).strip().startswith("All clear: 128 files")


@examples(12)
@given(VERDICTS)
def test_every_finding_is_one_test(verdict: Verdict) -> None:
    (suite,) = read(replace(verdict, subjects=()))
    names = [case.name for case in suite]
    assert len(set(names)) == len(names) == len(verdict.findings)
    for case, finding in zip(suite, verdict.findings, strict=True):
        failures = [result for result in case.result if isinstance(result, Failure)]
        assert len(failures) == (finding.severity is Severity.error and finding.allowed is None)
        assert all(result.type == finding.rule for result in failures)
