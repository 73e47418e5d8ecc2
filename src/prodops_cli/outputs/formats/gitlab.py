"""GitLab's code quality report: findings in the merge request's widget and beside its changes."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.findings import EXISTING, Finding, Severity, Verdict
from prodops_cli.outputs.encode import Json, written
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.names import numbered
from prodops_cli.outputs.remarks import loudness, sentence
from prodops_cli.outputs.screen import shown

SEVERITIES: Final = {Severity.error: "major", Severity.warning: "minor", Severity.notice: "info"}


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """A list; each finding is a line of its own. GitLab shows one finding of a fingerprint, so each has its own."""
    fingerprints = numbered(finding.fingerprint for finding in verdict.findings)
    issues = [issue(each, name, look.prefix) for each, name in zip(verdict.findings, fingerprints, strict=True)]
    yield "["
    yield from (written(each) + ("," if number < len(issues) else "") for number, each in enumerate(issues, 1))
    yield "]"


def issue(finding: Finding, fingerprint: str, prefix: str) -> Json:
    """A finding as GitLab knows it; what does not count says why."""
    source, span = finding.problem.place.source, finding.problem.place.span
    start, end = source.position(span.start), source.position(span.stop)
    aside = " (not new)" if finding.state == EXISTING else ""
    aside = aside if finding.allowed is None else f" (allowed: {finding.allowed})"
    return {
        "description": shown(sentence(finding.problem) + aside),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[loudness(finding)],
        "location": {"path": prefix + finding.path, "lines": {"begin": start.line, "end": end.line}},
    }
