"""The outcome of a change that somebody asks for: it may be made unless it brings an error."""

from collections import Counter
from collections.abc import Callable, Sequence

from prodops_cli.findings import Finding, Severity
from prodops_cli.fixes.plan import difference, where


def is_error(finding: Finding) -> bool:
    """Whether it breaks the catalog."""
    return finding.severity is Severity.error


def worse(
    before: Sequence[Finding], after: Sequence[Finding], is_loud: Callable[[Finding], bool] = is_error
) -> tuple[Finding, ...]:
    """The errors, or what else is loud, that come with a change.

    One that was there before, and is only called otherwise now, does not.
    """
    loud_before, loud = ([finding for finding in some if is_loud(finding)] for some in (before, after))
    more = Counter(finding.rule for finding in loud) - Counter(finding.rule for finding in loud_before)
    _, came = difference(loud_before, loud)
    return tuple(finding for finding in came if finding.rule in more)


def told(finding: Finding) -> str:
    """An error as the reason not to do something."""
    return f"{finding.rule} would be found at {where(finding)}: {finding.problem.message}"
