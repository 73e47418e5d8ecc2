"""One line for each finding and nothing else: for `grep`, `sort`, `wc -l` and editors."""

from collections.abc import Iterator

from prodops_cli.findings import Finding, Verdict
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.remarks import sentence
from prodops_cli.outputs.screen import shown


def render(verdict: Verdict, look: Look) -> Iterator[str]:  # noqa: ARG001
    """`path:line:column: severity rule message`; every message ends in what to do."""
    return map(line, verdict.findings)


def line(finding: Finding) -> str:
    """A finding as one line, whatever is in the names."""
    place = finding.problem.place
    position = place.source.position(place.span.start)
    what = f"{finding.severity.name} {finding.rule} {sentence(finding.problem)}"
    return shown(f"{finding.path}:{position.line}:{position.column}: {what}")
