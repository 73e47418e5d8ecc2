"""What `prodops diff` prints for people: each change, what is said of it, and whom it affects."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from prodops_cli.findings import Finding
from prodops_cli.models.entity import Owned
from prodops_cli.outputs.look import INKS, Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.outputs.wording import told as field_words
from prodops_cli.phrases import count, day, listing
from prodops_cli.pipeline import Comparison
from prodops_cli.views.changes.meaning import Affected, Told, told

MOST_FIELDS = 8
"""How many fields of a change are told one by one."""


def text(comparison: Comparison, look: Look) -> Iterator[str]:
    """The lines for a terminal: what matters most first, and one finding once."""
    changes = told(comparison)
    today = comparison.context.today
    seen: set[str] = set()
    for each in changes:
        yield from entry(each, today, look, seen)
        yield ""
    for line in wrap(shown(summary(comparison, changes)), look.width):
        yield look.paint(line, Ink.bold)


def entry(each: Told, today: date, look: Look, seen: set[str]) -> Iterator[str]:
    """One change with all that belongs to it."""
    sort = "breaking, " if each.is_breaking else ""
    head, *more = indented(f"{sort}{each.change.sort}: {title(each)}", 0, look)
    yield look.paint(head, Ink.red if each.is_breaking else Ink.bold)
    yield from more
    for line in happened(each, today):
        yield from indented(line, 2, look)
    for finding in each.findings:
        yield from said(finding, look, seen)
    for finding in each.allowed:
        yield from indented(f"allowed: {finding.rule}, {finding.allowed or 'without a reason'}", 2, look)
    if each.affects:
        yield from indented(f"affects {', '.join(map(affects, each.affects))}", 2, look)


def title(each: Told) -> str:
    """`metric orders "Orders", owner growth`."""
    entity = each.change.entity
    name = f' "{entity.name}"' if entity.name and entity.name != entity.id else ""
    owner = f", owner {entity.owner}" if isinstance(entity, Owned) and entity.owner else ""
    return f"{entity.kind} {entity.id}{name}{owner}"


def happened(each: Told, today: date) -> Iterator[str]:
    """What is other, field by field; where it was moved from, and what it was called."""
    change = each.change
    if change.before and change.after:
        if change.before.id != change.after.id:
            yield f"was called {change.before.id}"
        old, new = (entity.document.source.path for entity in (change.before, change.after))
        if old != new:
            yield f"from {old} to {new}"
    fields = [field for field in change.fields if field.keys != ("id",)]
    for field in fields[:MOST_FIELDS]:
        yield ": ".join(field_words(field, today))
    if len(fields) > MOST_FIELDS:
        yield f"and {count(len(fields) - MOST_FIELDS, 'more field')}"


def said(finding: Finding, look: Look, seen: set[str]) -> Iterator[str]:
    """What a rule says; what it says of many is said once."""
    again = finding.fingerprint in seen
    seen.add(finding.fingerprint)
    words = "the same as above" if again else finding.problem.message
    lines = indented(f"{finding.severity.name}: {words} ({finding.rule})", 2, look)
    yield from (look.paint(line, INKS[finding.severity]) for line in lines)


def affects(each: Affected) -> str:
    """`experiment one-page (primary, running)`."""
    through = f", through {' and '.join(each.path)}" if each.path else ""
    owner = f", owner {each.entity.owner}" if isinstance(each.entity, Owned) and each.entity.owner else ""
    return f"{each.entity.kind} {each.entity.id} ({each.role}, {each.why}{through}{owner})"


def indented(line: str, indent: int, look: Look) -> Iterator[str]:
    """A line, made safe and wrapped; what follows stands further in."""
    first, *more = wrap(shown(line), look.width - indent - 2)
    yield " " * indent + first
    yield from (" " * (indent + 2) + each for each in more)


def summary(comparison: Comparison, changes: Sequence[Told]) -> str:
    """`3 changed and 1 removed since main@a26e0c9; 2 of these changes are breaking.`"""
    since = comparison.since
    if not changes:
        return f"Nothing is different since {since.name}."
    breaking = sum(each.is_breaking for each in changes)
    of_these = f"{breaking} of {len(changes)} {'is' if breaking == 1 else 'are'} breaking" if breaking else ""
    lacks = f" ({since.name} {since.lacks})" if since.lacks else ""
    return f"{totals(changes)} since {since.name}{lacks}; {of_these or 'nothing is breaking'}."


def totals(changes: Sequence[Told]) -> str:
    """`1 added, 3 changed and 1 removed`."""
    found = Counter(each.change.sort for each in changes)
    return listing([f"{number:,} {sort}" for sort, number in sorted(found.items())])


def by_kind(changes: Sequence[Told]) -> Iterator[tuple[str, tuple[Told, ...]]]:
    """The changes of each kind."""
    ordered = sorted(changes, key=lambda each: each.rank[1:])
    for kind, found in groupby(ordered, key=lambda each: each.change.entity.kind):
        yield kind, tuple(found)


def until(each: Affected, today: date) -> str:
    """`until 14 Sep`; empty where no end is known."""
    return f" until {day(each.until, today)}" if each.until and each.until >= today else ""
