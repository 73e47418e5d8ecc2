"""The run: every rule looks at its subjects, and problems become findings, or are allowed."""

from collections.abc import Iterable

from prodops_cli.catalog.load import matches
from prodops_cli.documents.node import Address, Value
from prodops_cli.findings import About, Finding, Problem, Scope, Verdict
from prodops_cli.lint.allow import allowed_by
from prodops_cli.lint.configure import READING, Configured
from prodops_cli.lint.context import Context
from prodops_cli.lint.subjects import subjects
from prodops_cli.models.entity import Entity, Owned

NATURAL_KEYS = ("id", "key", "metric", "experiment", "name", "date", "on", "variant")


def run(rules: Iterable[Configured], context: Context, revision: str | None = None) -> Verdict:
    """What the rules find in a catalog, sorted by place."""
    findings: list[Finding] = []
    seen: list[tuple[str, int]] = []
    for each in rules:
        if each.is_on:
            looked_at = tuple(subjects(each.rule.subject, context))
            seen.append((each.rule.name, len(looked_at)))
            for subject in looked_at:
                problems = each.rule.check(subject, context, **each.options)
                findings += (
                    finding(each, problem, context) for problem in problems if not is_doubtful(each, problem, context)
                )
    findings.sort(key=by_place)
    catalog = context.catalog
    return Verdict(
        findings=tuple(finding for finding in findings if finding.allowed is None),
        scope=Scope(context.today, revision, len(catalog.files), catalog.counts()),
        allowed=tuple(finding for finding in findings if finding.allowed is not None),
        subjects=tuple(seen),
    )


def finding(by: Configured, problem: Problem, context: Context) -> Finding:
    """The finding that a problem is."""
    entity = context.catalog.entity_at(problem.place)
    document = problem.place.document
    return Finding(
        by.rule.name,
        by.rule.family,
        by.severity or problem.severity or by.rule.severity,
        problem,
        about(entity) if entity else None,
        with_ids(document.value, problem.place.address) if document else (),
        why_allowed(by, problem, context),
    )


def about(entity: Entity) -> About:
    """An entity as people know it."""
    return About(entity.kind, entity.id, entity.name, entity.owner if isinstance(entity, Owned) else None)


def with_ids(value: Value, address: Address) -> Address:
    """An address with the natural keys of list items in the place of their indexes."""
    named: list[str | int] = []
    for step in address:
        if isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            named.append(natural_key(value, step))
        elif isinstance(value, dict):
            value = value.get(str(step))
            named.append(step)
        else:
            named.append(step)
    return tuple(named)


def natural_key(item: Value, index: int) -> str | int:
    """What a list's item is called; its index where it is called nothing."""
    if isinstance(item, dict):
        keys = (item.get(key) for key in NATURAL_KEYS)
        return next((key for key in keys if isinstance(key, str)), index)
    return item if isinstance(item, str) else index


def why_allowed(by: Configured, problem: Problem, context: Context) -> str | None:
    """The reason for which people accept a problem; None where they don't."""
    if by.rule.family == READING:
        return None
    if allowance := allowed_by(problem, by.rule.name, context.today):
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
