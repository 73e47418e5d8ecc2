"""GitHub's workflow commands: findings as annotations of the lines that a pull request changes."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from prodops_cli.escape import workflow_data, workflow_property
from prodops_cli.findings import Finding, Severity, Verdict
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.remarks import loudness, paragraph
from prodops_cli.outputs.screen import shown
from prodops_cli.phrases import count, listing

SHOWN: Final = 10  # annotations of a severity that GitHub shows for a step


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """A command for each finding, the most severe first, since GitHub doesn't show them all."""
    for finding in sorted(verdict.findings, key=loudness, reverse=True):
        yield command(finding, look.prefix)
    told = Counter(map(loudness, verdict.findings))
    more = ((told[severity] - SHOWN, severity.name) for severity in sorted(Severity, reverse=True))
    left_out = [count(number, name) for number, name in more if number > 0]
    if left_out:
        yield f"GitHub shows {SHOWN} annotations of a severity: {listing(left_out)} more are only in this log."


def command(finding: Finding, prefix: str) -> str:
    """One workflow command."""
    where = ",".join(f"{name}={workflow_property(value)}" for name, value in properties(finding, prefix).items())
    body = "\n".join(map(shown, paragraph(finding, prefix)))
    return f"::{loudness(finding).name} {where}::{workflow_data(body)}"


def properties(finding: Finding, prefix: str) -> dict[str, str]:
    """Where it stands. GitHub refuses columns for what takes more than one line."""
    source, span = finding.problem.place.source, finding.problem.place.span
    start, end = source.position(span.start), source.position(span.stop)
    columns = {"col": str(start.column), "endColumn": str(end.column)} if start.line == end.line else {}
    file = {"file": prefix + finding.path, "line": str(start.line), "endLine": str(end.line)}
    return {**file, **columns, "title": finding.rule}
