"""A finding as a block of text: what is wrong, whose it is, where it stands, what can be done."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from prodops_cli.documents.source import Source
from prodops_cli.findings import Finding
from prodops_cli.outputs.excerpt import Gutter, Mark, excerpt
from prodops_cli.outputs.look import INKS, Ink, Look
from prodops_cli.outputs.names import address, entity
from prodops_cli.outputs.remarks import remarks
from prodops_cli.outputs.screen import columns, shown, wrap

MOST_FILES: Final = 6
"""How many files are shown of one finding: what was done to forty metrics is seen in the first few."""


def block(finding: Finding, look: Look) -> Iterator[str]:
    """The lines of one finding."""
    yield from header(finding, look)
    if finding.about:
        first, *more = wrap(shown(entity(finding.about)), look.width - 4)
        yield f"  {first}"
        yield from (f"    {line}" for line in more)
    found = marks_by_source(finding)
    sources = dict(islice(found.items(), MOST_FILES))
    gutter = Gutter(max(mark.digits for marks in sources.values() for mark in marks), look)
    for index, marks in enumerate(sources.values()):
        if index:
            yield gutter.edge
        yield from passage(finding, marks, gutter)
    if len(found) > MOST_FILES:
        yield f"{' ' * (gutter.digits + 1)}::: and {len(found) - MOST_FILES:,} more files: -f json has them all"
    yield from remarked(finding, gutter)


def header(finding: Finding, look: Look) -> Iterator[str]:
    """How bad it is, who says so, and the message."""
    lead = f"{finding.severity.name}: {finding.rule}"
    indent = len(finding.severity.name) + 2
    first, *more = wrap(shown(finding.problem.message), look.width - indent, look.width - columns(lead) - 2)
    yield look.paint(lead, INKS[finding.severity]) + look.paint(f": {first}", Ink.bold)
    yield from (" " * indent + look.paint(line, Ink.bold) for line in more)


def marks_by_source(finding: Finding) -> dict[Source, list[Mark]]:
    """What is to be seen in each source; the finding's own place comes first."""
    problem = finding.problem
    marks = [Mark(problem.place.source, problem.place.span, problem.label, "^", INKS[finding.severity])]
    marks += [Mark(other.place.source, other.place.span, other.message, "-", Ink.blue) for other in problem.related]
    found: dict[Source, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.source, []).append(mark)
    return found


def passage(finding: Finding, marks: list[Mark], gutter: Gutter) -> Iterator[str]:
    """A file's name, the line and column, and the excerpt, if there is any text."""
    source, position = marks[0].source, marks[0].position
    is_own = source is finding.problem.place.source
    arrow = gutter.look.paint(" " * (gutter.digits + 1) + ("-->" if is_own else ":::"), Ink.blue)
    inside = f" ({shown(address(finding.address))})" if is_own and len(finding.address) > 1 else ""
    yield f"{arrow} {shown(source.path)}:{position.line}:{position.column}{inside}"
    if source.text or any(mark.label for mark in marks):
        yield gutter.edge
        yield from excerpt(marks, gutter)


def remarked(finding: Finding, gutter: Gutter) -> Iterator[str]:
    """The remarks, each behind an equals sign."""
    found = remarks(finding)
    if found:
        yield gutter.edge
    for remark in found:
        lead = gutter.look.paint(" " * (gutter.digits + 2) + "=", Ink.blue)
        for line in wrap(shown(remark), gutter.room):
            yield f"{lead} {line}"
            lead = " " * (gutter.digits + 3)
