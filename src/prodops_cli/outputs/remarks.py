"""What is said of a finding besides its message: whose it is, the other places, what can be done, what repairs it."""

from collections.abc import Iterator

from prodops_cli.documents.document import Place
from prodops_cli.findings import EXISTING, Finding, Fix, Problem, Severity
from prodops_cli.outputs.names import entity


def loudness(finding: Finding) -> Severity:
    """How loud a finding is for readers who only know severities: what does not count is told, and alarms nobody."""
    return finding.severity if finding.counts else Severity.notice


def sentence(problem: Problem) -> str:
    """The message; where it only says what is, with the first thing that can be done about it."""
    is_whole = "; " in problem.message or not problem.help
    return problem.message if is_whole else f"{problem.message}; {problem.help[0]}"


def remarks(finding: Finding) -> tuple[str, ...]:
    """Notes, help, the fix, and why it is allowed; nothing that is said already."""
    problem = finding.problem
    said = [*problem.notes, *(f"help: {text}" for text in problem.help)]
    if problem.fix and problem.fix.title not in problem.help:
        said.append(repair(problem.fix))
    if finding.state == EXISTING:
        said.append("not new: it was there before")
    if finding.allowed is not None:
        said.append(f"allowed: {finding.allowed}")
    return tuple(said)


def repair(fix: Fix) -> str:
    """What a fix does; one that could change what is meant is only possible."""
    return f"fix: {fix.title}" if fix.safe else f"possible fix: {fix.title}"


def paragraph(finding: Finding, prefix: str) -> Iterator[str]:
    """All that is said in words, a line each: the message, whose it is, the other places, the remarks."""
    yield finding.problem.message
    if finding.about:
        yield entity(finding.about)
    for related in finding.problem.related:
        yield f"{where(related.place, prefix)}: {related.message}"
    yield from remarks(finding)


def where(place: Place, prefix: str) -> str:
    """A place as programs and people write it: `experiments/saved-cards.yaml:5:8`."""
    position = place.source.position(place.span.start)
    return f"{prefix}{place.source.path}:{position.line}:{position.column}"
