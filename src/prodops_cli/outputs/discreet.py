"""Discretion: a verdict in whose words no secret stands, whichever rule has quoted the text that holds it."""

from collections.abc import Iterator
from dataclasses import replace

from prodops_cli.credentials import concealed, credentials
from prodops_cli.findings import About, Create, Finding, Fix, Problem, Replace, Verdict


def discreet(verdict: Verdict) -> Verdict:
    """The same verdict for those who print it: a log is read by more people than a catalog."""
    findings, allowed = (tuple(map(finding, some)) for some in (verdict.findings, verdict.allowed))
    return replace(verdict, findings=findings, allowed=allowed)


def finding(said: Finding) -> Finding:
    """A finding; nearly all hold no secret, and stay as they are."""
    if not any(any(credentials(text)) for text in words(said)):
        return said
    return replace(
        said,
        problem=problem(said.problem),
        about=about(said.about) if said.about else None,
        address=tuple(concealed(step) if isinstance(step, str) else step for step in said.address),
        allowed=concealed(said.allowed) if said.allowed else said.allowed,
    )


def words(said: Finding) -> Iterator[str]:
    """All that a finding says."""
    problem, about = said.problem, said.about
    yield from (problem.message, problem.label, *problem.notes, *problem.help, said.allowed or "")
    yield from (other.message for other in problem.related)
    yield from (step for step in said.address if isinstance(step, str))
    if about:
        yield from (about.id, about.name or "", about.owner or "")
    if problem.fix:
        yield from texts(problem.fix)


def texts(fix: Fix) -> Iterator[str]:
    """What a fix says and writes."""
    yield fix.title
    yield from (made.text for made in fix.operations if isinstance(made, Replace | Create))


def problem(said: Problem) -> Problem:
    """A problem. A fix that would write a secret is not shown; `--fix` knows it all the same."""
    return replace(
        said,
        message=concealed(said.message),
        label=concealed(said.label),
        notes=tuple(map(concealed, said.notes)),
        help=tuple(map(concealed, said.help)),
        related=tuple(replace(other, message=concealed(other.message)) for other in said.related),
        fix=None if said.fix and any(any(credentials(text)) for text in texts(said.fix)) else said.fix,
    )


def about(said: About) -> About:
    """An entity."""
    name, owner = (concealed(text) if text else text for text in (said.name, said.owner))
    return replace(said, id=concealed(said.id), name=name, owner=owner)
