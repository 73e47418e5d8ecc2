"""What a baseline holds, by rule and owner: where to begin with mending."""

from collections import Counter
from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.escape import terminal
from prodops_cli.lint.baseline import Baseline, Entry
from prodops_cli.models.entity import Owned
from prodops_cli.models.owner import Owner

NOBODY = "-"


def table(baseline: Baseline, catalog: Catalog) -> Iterator[str]:
    """A line for each rule and owner, the most findings first; then how many there are."""
    numbers = Counter((entry.rule, owner(entry, catalog)) for entry in baseline.entries)
    rows = sorted(numbers.items(), key=lambda row: (-row[1], row[0]))
    first = max((len(rule) for (rule, _), _ in rows), default=0)
    second = max((len(who) for (_, who), _ in rows), default=0)
    if rows:
        yield f"{'rule':<{first}}  {'owner':<{second}}  findings"
    for (rule, who), number in rows:
        yield f"{rule:<{first}}  {who:<{second}}  {number:>8,}"


def owner(entry: Entry, catalog: Catalog) -> str:
    """Who answers for an entry; a person or a team for itself."""
    entity = catalog.named.get((entry.kind, entry.id))
    match entity:
        case Owner():
            return terminal(entity.id)
        case Owned():
            return terminal(entity.owner or NOBODY)
        case _:
            return NOBODY
