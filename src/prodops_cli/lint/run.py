"""The run: every rule looks at its subjects, and problems become findings, or are allowed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, repeat
from typing import Final

from prodops_cli.catalog.load import matches
from prodops_cli.catalog.stakes import stakes_of
from prodops_cli.documents.called import with_ids
from prodops_cli.findings import READING, About, Finding, Problem, Scope, Verdict
from prodops_cli.lint.allow import allowed_by
from prodops_cli.lint.configure import Configured
from prodops_cli.lint.context import Context, Said
from prodops_cli.lint.subjects import COMPARED, subjects
from prodops_cli.lint.whom import whom
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.trees.share import shared

MANY: Final = 5_000
"""How many entities make it worth to start another process."""


@dataclass(frozen=True, slots=True)
class Look:
    """What one rule has found, and in how many subjects."""

    by: Configured
    subjects: int
    findings: tuple[Finding, ...]


def run(rules: Iterable[Configured], context: Context, revision: str | None = None) -> Verdict:
    """What the rules find in a catalog, sorted by place. Those that listen to the others run after them."""
    looks = looked(rules, context)
    findings = sorted(told(looks), key=by_place)
    catalog = context.catalog
    return Verdict(
        findings=tuple(finding for finding in findings if finding.allowed is None),
        scope=Scope(context.today, revision, len(catalog.files), catalog.counts()),
        allowed=tuple(finding for finding in findings if finding.allowed is not None),
        subjects=tuple(sorted((each.by.rule.name, each.subjects) for each in looks if each.by.is_told)),
    )


def found(rules: Iterable[Configured], context: Context) -> tuple[Finding, ...]:
    """The same findings but for those that are allowed, in no order: nobody has to look up where they stand."""
    return tuple(finding for finding in told(looked(rules, context)) if finding.allowed is None)


def looked(rules: Iterable[Configured], context: Context) -> tuple[Look, ...]:
    """What each rule that is on has found; where there is much to look at, two processes do."""
    on = [each for each in rules if each.is_on]
    speaking = [each for each in on if not each.listens]
    do = shared if len(context.catalog.entities) >= MANY else map
    all_seen = do(partial(seen, among=context, context=context), speaking)
    looks = tuple(Look(by, *what) for by, what in zip(speaking, all_seen, strict=True))
    after = replace(context, said=said(looks, context))
    return (*looks, *(Look(each, *seen(each, after, after)) for each in on if each.listens))


def told(looks: Iterable[Look]) -> Iterator[Finding]:
    """The findings that are told: of rules that are, and for which no other rule has spoken."""
    heard = [each for each in looks if each.by.is_told]
    spoken_for = overruled(heard)
    silent = {rule for rule, _, _ in spoken_for}
    for each in heard:
        is_silent = each.by.rule.name in silent
        yield from (one for one in each.findings if not is_silent or where(one) not in spoken_for)


def seen(by: Configured, among: Context, context: Context) -> tuple[int, tuple[Finding, ...]]:
    """How many subjects a rule looks at, and what it finds in them in view of all that there is."""
    looked_at = tuple(subjects(by.rule.subject, among))
    problems = chain.from_iterable(map(partial(by.rule.check, **by.options), looked_at, repeat(context)))
    findings = tuple(finding(by, problem, context) for problem in problems if not is_doubtful(by, problem, context))
    return len(looked_at), findings


def overruled(looks: Iterable[Look]) -> frozenset[tuple[str, str, int]]:
    """The rules, and the places, for which another has spoken that knows more."""
    return frozenset(
        (rule, place.source.path, place.span.start)
        for each in looks
        for finding in each.findings
        if each.by.rule.instead_of
        for place in (finding.problem.place, *(other.place for other in finding.problem.related))
        for rule in each.by.rule.instead_of
    )


def where(finding: Finding) -> tuple[str, str, int]:
    """Who has found something, and where."""
    return finding.rule, finding.path, finding.problem.place.span.start


def said(looks: Iterable[Look], context: Context) -> Said:
    """What these rules have said. One that looks at changes says nothing where there is nothing to compare with."""
    rules = (each.by.rule for each in looks)
    by = frozenset(rule.name for rule in rules if rule.subject not in COMPARED or context.base is not None)
    return Said(by, tuple(finding for each in looks for finding in each.findings if finding.allowed is not None))


def finding(by: Configured, problem: Problem, context: Context) -> Finding:
    """The finding that a problem is."""
    entity = whom(problem.place, context.catalog)
    document = problem.place.document
    return Finding(
        by.rule.name,
        by.rule.family,
        by.severity or problem.severity or by.rule.severity,
        problem,
        about(entity, context) if entity else None,
        with_ids(document.value, problem.place.address) if document else (),
        why_allowed(by, problem, context),
    )


def about(entity: Entity, context: Context) -> About:
    """An entity as people know it."""
    owner = entity.owner if isinstance(entity, Owned) else None
    stakes = stakes_of(entity, context.today, context.settings.zone)
    return About(entity.kind, entity.id, entity.name, owner, stakes)


def why_allowed(by: Configured, problem: Problem, context: Context) -> str | None:
    """The reason for which people accept a problem; None where they don't."""
    if by.rule.family == READING:
        return None
    if allowance := next(allowed_by(problem, by.rule.name, context.today), None):
        return allowance.reason
    for each in context.settings.per_path:
        if {by.rule.name, by.rule.family} & set(each.ignore) and matches(problem.place.source.path, each.paths):
            return each.reason or ""
    return None


def is_doubtful(by: Configured, problem: Problem, context: Context) -> bool:
    """Whether reading has found a mistake just there, so that what a rule sees is only its shadow."""
    entity = context.catalog.entity_at(problem.place)
    if entity is None or not entity.doubtful or by.rule.family == READING:
        return False
    address = problem.place.address
    return any(doubt[: len(address)] == address[: len(doubt)] for doubt in entity.doubtful if doubt and address)


def by_place(finding: Finding) -> tuple[str, int, int, str, str]:
    """Sorts by file and place; at one place the loudest comes first."""
    problem = finding.problem
    return finding.path, problem.place.span.start, -finding.severity, finding.rule, problem.message
