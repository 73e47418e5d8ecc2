"""What is said of a finding besides its message: what explains it, what can be done, what repairs it."""

from prodops_cli.findings import EXISTING, Finding, Fix


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
