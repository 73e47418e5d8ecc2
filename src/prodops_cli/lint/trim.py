"""Trimming a verdict to what matters enough; what is left out is counted."""

from collections.abc import Callable
from dataclasses import replace

from prodops_cli.findings import Finding, Severity, Verdict


def at_least(verdict: Verdict, severity: Severity) -> Verdict:
    """What is as severe as that, or more."""
    return kept(verdict, lambda finding: finding.severity >= severity, f"below {severity.name}")


def at_most(verdict: Verdict, number: int) -> Verdict:
    """The first findings, as many as that."""
    more = len(verdict.findings) - number
    left_out = (*verdict.left_out, *counted(max(more, 0), "over --max"))
    return replace(verdict, findings=verdict.findings[:number], left_out=left_out)


def kept(verdict: Verdict, is_wanted: Callable[[Finding], bool], otherwise: str) -> Verdict:
    """The findings that are wanted, also of those that are fixed, and how many are not."""
    findings = tuple(finding for finding in verdict.findings if is_wanted(finding))
    left_out = (*verdict.left_out, *counted(len(verdict.findings) - len(findings), otherwise))
    return replace(verdict, findings=findings, left_out=left_out, fixed=tuple(filter(is_wanted, verdict.fixed)))


def counted(number: int, what: str) -> tuple[tuple[str, int], ...]:
    """How many of what, unless there is none."""
    return ((what, number),) if number else ()
