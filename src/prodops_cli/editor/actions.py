"""Actions: what can be done about what is found where a cursor is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from prodops_cli.documents.edit import ClashingEdits
from prodops_cli.documents.source import Source, Span
from prodops_cli.findings import Finding, Fix, Operation, Replace
from prodops_cli.fixes.rewrite import rewritten
from prodops_cli.lint.accept import Acceptance, can_be_allowed, with_allows

UNSAID = Acceptance("")
"""The comment is written without a reason: the lint says so until somebody writes one."""


class Action(NamedTuple):
    """What it does, how, and for which finding (None for all of a file); `is_preferred` where nobody has to think."""

    title: str
    operations: tuple[Operation, ...]
    finding: Finding | None
    is_preferred: bool = False


def actions(findings: Iterable[Finding], span: Span, source: Source) -> Iterator[Action]:
    """What can be done about what stands in a range: the fixes, and to allow it."""
    near = [each for each in findings if meets(each.problem.place.span, span)]
    for each in near:
        fix = each.problem.fix
        if fix and is_fresh(fix, source):
            yield Action(capitalised(fix.title), fix.operations, each, fix.safe)
    allowable = [each for each in near if can_be_allowed(each) and each.problem.place.source == source]
    for each in allowable:
        (allowed,) = with_allows([each], UNSAID)
        comment = allowed.problem.fix
        if comment:
            yield Action(f"Allow {each.rule} here; then write why", comment.operations, each)


def all_safe(findings: Iterable[Finding], source: Source) -> Action | None:
    """All safe fixes of a file that change nothing else, as far as they don't clash; None where there is none."""
    operations: tuple[Operation, ...] = ()
    for each in findings:
        fix = each.problem.fix
        if fix and fix.safe and is_fresh(fix, source) and all(is_in(made, source) for made in fix.operations):
            together = (*operations, *(made for made in fix.operations if made not in operations))
            operations = together if fit(together, source) else operations
    return Action("Fix all that is safe to fix", operations, None, is_preferred=True) if operations else None


def fit(operations: tuple[Operation, ...], source: Source) -> bool:
    """Whether edits can be made together."""
    try:
        rewritten({source.path: source.text}, [Fix("", operations)])
    except ClashingEdits:
        return False
    return True


def is_in(operation: Operation, source: Source) -> bool:
    """Whether an operation changes this file alone."""
    return isinstance(operation, Replace) and operation.source.path == source.path


def is_fresh(fix: Fix, source: Source) -> bool:
    """Whether a fix is for the text as it is now."""
    return all(
        made.source.digest == source.digest
        for made in fix.operations
        if isinstance(made, Replace) and made.source.path == source.path
    )


def meets(some: Span, other: Span) -> bool:
    """Whether two ranges touch."""
    return some.start <= other.stop and other.start <= some.stop


def capitalised(title: str) -> str:
    """A title as menus write it."""
    return title[:1].upper() + title[1:]
