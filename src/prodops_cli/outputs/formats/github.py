"""GitHub's workflow commands: findings as annotations of the lines that a pull request changes."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.escape import workflow_data, workflow_property
from prodops_cli.findings import Finding, Severity, Verdict
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.names import entity
from prodops_cli.outputs.remarks import remarks
from prodops_cli.outputs.screen import shown
from prodops_cli.phrases import count, listing

SHOWN: Final = 10  # annotations of a severity that GitHub shows for a step


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """A command for each finding, the most severe first, since GitHub doesn't show them all."""
    for finding in sorted(verdict.findings, key=lambda finding: -finding.severity):
        yield command(finding, look.prefix)
    more = ((verdict.count(severity) - SHOWN, severity.name) for severity in sorted(Severity, reverse=True))
    left_out = [count(number, name) for number, name in more if number > 0]
    if left_out:
        yield f"GitHub shows {SHOWN} annotations of a severity: {listing(left_out)} more are only in this log."


def command(finding: Finding, prefix: str) -> str:
    """One workflow command."""
    where = ",".join(f"{name}={workflow_property(value)}" for name, value in properties(finding, prefix).items())
    return f"::{finding.severity.name} {where}::{workflow_data(body(finding, prefix))}"


def properties(finding: Finding, prefix: str) -> dict[str, str]:
    """Where it stands. GitHub refuses columns for what takes more than one line."""
    source, span = finding.problem.place.source, finding.problem.place.span
    start, end = source.position(span.start), source.position(span.stop)
    columns = {"col": str(start.column), "endColumn": str(end.column)} if start.line == end.line else {}
    file = {"file": prefix + finding.path, "line": str(start.line), "endLine": str(end.line)}
    return {**file, **columns, "title": finding.rule}


def body(finding: Finding, prefix: str) -> str:
    """What is wrong, whose it is, the other places, and what can be done, each on a line of its own."""
    about = [entity(finding.about)] if finding.about else []
    return "\n".join(map(shown, (finding.problem.message, *about, *others(finding, prefix), *remarks(finding))))


def others(finding: Finding, prefix: str) -> Iterator[str]:
    """The related places."""
    for related in finding.problem.related:
        source = related.place.source
        position = source.position(related.place.span.start)
        yield f"{prefix}{source.path}:{position.line}:{position.column}: {related.message}"
