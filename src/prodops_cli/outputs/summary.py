"""The last sentences about a verdict: how much was found, in how much, and what is not shown."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.findings import EXISTING, INDEX, Severity, Verdict
from prodops_cli.outputs.screen import shown
from prodops_cli.outputs.words import count
from prodops_cli.phrases import listing

IN_WORDS: Final = {EXISTING: "from before (--show-existing)"}
"""What is left out, where its word alone does not say why."""


def sentences(verdict: Verdict) -> Iterator[str]:
    """What was found and looked at, then what can be fixed, what is left out, and what is fixed, if anything is."""
    yield found(verdict) if any(finding.counts for finding in verdict.findings) else all_clear(verdict)
    if offer := fixable(verdict):
        yield offer
    left_out = (*verdict.left_out, *((("allowed", len(verdict.allowed)),) if verdict.allowed else ()))
    if left_out:
        yield f"Not shown: {', '.join(f'{number:,} {IN_WORDS.get(why, why)}' for why, number in left_out)}."
    if verdict.fixed:
        yield f"Fixed by this change: {len(verdict.fixed):,}."
    if (since := verdict.scope.since) and since.lacks:
        yield f"Not compared: {shown(since.name)} {since.lacks}, so that all is new."


def found(verdict: Verdict) -> str:
    """How many findings there are, in how many files."""
    numbers = [verdict.count(severity) for severity in sorted(Severity, reverse=True)]
    names = [severity.name for severity in sorted(Severity, reverse=True)]
    total = listing([count(number, name) for number, name in zip(numbers, names, strict=True) if number])
    files = len({finding.path for finding in verdict.findings if finding.counts})
    scope = verdict.scope
    where = f"{files:,} of {count(scope.files, 'file')}" if files <= scope.files else count(files, "file")
    new = f" {'is' if sum(numbers) == 1 else 'are'} new" if scope.since else ""
    at = f"{new}{compared(verdict)}," if compared(verdict) else ""
    return f"{total}{at} in {where}{entities(verdict)}."


def fixable(verdict: Verdict) -> str:
    """How many findings can be fixed, and by which command; of a revision none can."""
    fixes = [finding.problem.fix for finding in verdict.findings if finding.problem.fix and finding.counts]
    safe = sum(fix.safe for fix in fixes)
    unsafe = len(fixes) - safe
    if not fixes or verdict.scope.revision:
        return ""
    if not safe:
        return f"{unsafe:,} can be fixed with `prodops lint --fix --unsafe-fixes`."
    more = f", and {unsafe:,} more with --unsafe-fixes" if unsafe else ""
    return f"{safe:,} can be fixed with `prodops lint --fix`{more}."


def all_clear(verdict: Verdict) -> str:
    """Nothing was found, which says nothing unless it says where; or nothing that is shown."""
    why = [why for why, _ in verdict.left_out]
    is_compared = EXISTING in why or verdict.scope.since is not None
    said = "Nothing to show" if set(why) - {EXISTING} else "Nothing new" if is_compared else "All clear"
    return f"{said}{compared(verdict)}: {count(verdict.scope.files, 'file')}{entities(verdict)}."


def compared(verdict: Verdict) -> str:
    """Where it was looked, if not in the work tree, and since when, if it was compared."""
    since = verdict.scope.since
    return place(verdict.scope.revision) + (f" since {shown(since.name)}" if since else "")


def place(revision: str | None) -> str:
    """A revision, or the index; nothing for the work tree."""
    return " in the index" if revision == INDEX else f" at {shown(revision)}" if revision else ""


def entities(verdict: Verdict) -> str:
    """How many entities of each kind."""
    numbers = [count(number, shown(kind)) for kind, number in verdict.scope.entities if number]
    return f" ({', '.join(numbers)})" if numbers else ""
