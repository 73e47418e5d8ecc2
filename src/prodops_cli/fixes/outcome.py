"""The outcome of a change that somebody asks for: it may be made unless it brings an error."""

from collections import Counter
from collections.abc import Sequence

from prodops_cli.findings import Finding, Severity
from prodops_cli.fixes.plan import difference, where


def worse(before: Sequence[Finding], after: Sequence[Finding]) -> tuple[Finding, ...]:
    """The errors that come with a change; one that was there before, and is only called otherwise now, does not."""
    errors_before, errors = (
        [finding for finding in some if finding.severity is Severity.error] for some in (before, after)
    )
    more = Counter(finding.rule for finding in errors) - Counter(finding.rule for finding in errors_before)
    _, came = difference(errors_before, errors)
    return tuple(finding for finding in came if finding.rule in more)


def told(finding: Finding) -> str:
    """An error as the reason not to do something."""
    return f"{finding.rule} would be found at {where(finding)}: {finding.problem.message}"
