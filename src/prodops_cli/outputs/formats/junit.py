"""JUnit's XML, which every CI server reads: an error is a test that fails, and what matters less passes and says so."""

from collections.abc import Iterator
from itertools import chain

from prodops_cli.escape import xml
from prodops_cli.findings import Finding, Severity, Verdict
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.names import address, numbered
from prodops_cli.outputs.remarks import loudness, paragraph, where
from prodops_cli.outputs.summary import sentences


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """One suite: a test for each finding, and one for each rule that has found nothing."""
    names = list(numbered(map(name, verdict.findings)))
    quiet = sorted({rule for rule, _ in verdict.subjects} - {finding.rule for finding in verdict.findings})
    failures = sum(is_failure(finding) for finding in verdict.findings)
    counts = f'tests="{len(names) + len(quiet)}" failures="{failures}" errors="0" time="0"'
    stamp = f'timestamp="{verdict.scope.today.isoformat()}T00:00:00" hostname="localhost" package="prodops" id="0"'
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites><testsuite name="prodops lint" {counts} {stamp}><properties/>'
    for finding, called in zip(verdict.findings, names, strict=True):
        yield from case(finding, called, look.prefix)
    yield from (f"{opened(rule, rule)}</testcase>" for rule in quiet)
    said = chain.from_iterable(passed(finding, look.prefix) for finding in verdict.findings if not is_failure(finding))
    yield "<system-out>"
    yield from map(xml, (*said, *sentences(verdict)))
    yield "</system-out><system-err/></testsuite></testsuites>"


def is_failure(finding: Finding) -> bool:
    """Whether a finding is a test that fails."""
    return loudness(finding) is Severity.error


def name(finding: Finding) -> str:
    """A test's name, the same in every run until the problem is gone: no line, no message."""
    about = f"{finding.about.kind} {finding.about.id}" if finding.about else finding.path
    return f"{finding.rule}: {about} {address(finding.address)}".rstrip()


def case(finding: Finding, called: str, prefix: str) -> Iterator[str]:
    """A finding as a test."""
    if not is_failure(finding):
        yield f"{opened(finding.rule, called)}</testcase>"
        return
    yield opened(finding.rule, called)
    yield f'<failure type="{xml(finding.rule)}" message="{xml(finding.problem.message)}">'
    yield from map(xml, (where(finding.problem.place, prefix), *paragraph(finding, prefix)))
    yield "</failure></testcase>"


def opened(rule: str, called: str) -> str:
    """The beginning of a test."""
    return f'<testcase classname="prodops.{xml(rule)}" name="{xml(called)}" time="0">'


def passed(finding: Finding, prefix: str) -> Iterator[str]:
    """What a test says that passes: how much it matters, where, and what."""
    yield f"{finding.severity.name} {finding.rule} at {where(finding.problem.place, prefix)}"
    yield from (f"  {line}" for line in paragraph(finding, prefix))
