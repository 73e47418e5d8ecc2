"""The last sentences about a verdict: how much was found, in how much, and what is not shown."""

from collections.abc import Iterator

from prodops_cli.findings import EXISTING, INDEX, Severity, Verdict
from prodops_cli.outputs.screen import shown
from prodops_cli.outputs.words import count
from prodops_cli.phrases import listing


def sentences(verdict: Verdict) -> Iterator[str]:
    """What was found and looked at, then what can be fixed, and what is left out, if anything is."""
    yield found(verdict) if any(finding.allowed is None for finding in verdict.findings) else all_clear(verdict)
    if offer := fixable(verdict):
        yield offer
    left_out = (*verdict.left_out, *((("allowed", len(verdict.allowed)),) if verdict.allowed else ()))
    if left_out:
        yield f"Not shown: {', '.join(f'{number:,} {why}' for why, number in left_out)}."


def found(verdict: Verdict) -> str:
    """How many findings there are, in how many files."""
    numbers = ((verdict.count(severity), severity.name) for severity in sorted(Severity, reverse=True))
    total = listing([count(number, name) for number, name in numbers if number])
    files = len({finding.path for finding in verdict.findings if finding.allowed is None})
    scope = verdict.scope
    where = f"{files:,} of {count(scope.files, 'file')}" if files <= scope.files else count(files, "file")
    at = f"{revision(verdict)}," if verdict.scope.revision else ""
    return f"{total}{at} in {where}{entities(verdict)}."


def fixable(verdict: Verdict) -> str:
    """How many findings can be fixed, and by which command; of a revision none can."""
    fixes = [finding.problem.fix for finding in verdict.findings if finding.problem.fix and finding.allowed is None]
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
    said = "Nothing to show" if set(why) - {EXISTING} else "Nothing new" if why else "All clear"
    return f"{said}{revision(verdict)}: {count(verdict.scope.files, 'file')}{entities(verdict)}."


def revision(verdict: Verdict) -> str:
    """The revision, if it was not the work tree."""
    where = verdict.scope.revision
    return " in the index" if where == INDEX else f" at {shown(where)}" if where else ""


def entities(verdict: Verdict) -> str:
    """How many entities of each kind."""
    numbers = [count(number, shown(kind)) for kind, number in verdict.scope.entities if number]
    return f" ({', '.join(numbers)})" if numbers else ""
