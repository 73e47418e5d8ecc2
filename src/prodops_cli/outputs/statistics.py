"""How much each rule looked at: a rule that saw nothing shows here."""

from collections import Counter
from collections.abc import Iterator

from prodops_cli.findings import Verdict


def table(verdict: Verdict) -> Iterator[str]:
    """A line for each rule: how many subjects it saw, and how many findings it has."""
    found = Counter(finding.rule for finding in (*verdict.findings, *verdict.allowed))
    width = max((len(rule) for rule, _ in verdict.subjects), default=4)
    yield f"{'rule':<{width}}  {'looked at':>9}  {'findings':>8}"
    for rule, seen in verdict.subjects:
        yield f"{rule:<{width}}  {seen:>9,}  {found[rule]:>8,}"
