"""The outcome of a change that somebody asks for: it may be made unless it makes a document wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from prodops_cli.findings import READING, Finding, Severity
from prodops_cli.fixes.plan import difference

WRONG_FAMILIES: Final = frozenset((READING, "naming", "writing"))
"""What can't be read, and what must not be called or said so."""
WRONG_RULES: Final = frozenset(
    (
        *("unknown-reference", "wrong-kind-reference", "reference-cycle"),
        *("unknown-surface", "unknown-surface-owner", "unknown-attribute", "unknown-attribute-value"),
        *("end-before-start", "duplicate-variant", "metric-in-two-roles", "impossible-audience"),
    )
)
"""What names nothing that there is, and what speaks against itself."""


def is_error(finding: Finding) -> bool:
    """Whether it breaks the catalog."""
    return finding.severity is Severity.error


def is_wrong(finding: Finding) -> bool:
    """Whether it makes a document wrong. Other errors tell what is so: that can be written, and has to be mended."""
    return is_error(finding) and (finding.family in WRONG_FAMILIES or finding.rule in WRONG_RULES)


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
