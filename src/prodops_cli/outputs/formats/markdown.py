"""Markdown for a pull request's comment or a workflow's summary: also for those who never open a terminal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from prodops_cli.documents.document import Place
from prodops_cli.escape import markdown
from prodops_cli.findings import Finding, Severity, Verdict
from prodops_cli.outputs.look import Look
from prodops_cli.outputs.remarks import remarks
from prodops_cli.outputs.summary import all_clear, sentences
from prodops_cli.outputs.words import count
from prodops_cli.phrases import listing

MARKER: Final = "<!-- prodops lint -->"
"""The first line: whoever writes a comment finds by it the one of last time, and replaces that."""

OPEN: Final = 10  # errors that are read without unfolding anything
SPARE: Final = 1000  # bytes that headings, folds and the count of what is left out take together
QUOTED: Final = re.compile(r"\\`(.+?)\\`")


@dataclass(frozen=True, slots=True)
class Section:
    """Findings under a heading; folded where they can wait."""

    title: str
    findings: tuple[Finding, ...]
    folded: bool


def render(verdict: Verdict, look: Look) -> Iterator[str]:
    """What was found, by how much it matters; as much of it as the reader takes, and the count of the rest."""
    head = (MARKER, f"### Product catalog: {title(verdict)}", "", *map(words, sentences(verdict)))
    yield from head
    room = look.room - SPARE - size(head)
    left = 0
    for section in sections(verdict):
        items = [tuple(item(finding, look.prefix)) for finding in section.findings]
        shown = fitting(items, room)
        room = room - sum(map(size, items[:shown])) if shown == len(items) else 0
        left += len(items) - shown
        if shown:
            yield from fold(section, [line for lines in items[:shown] for line in lines])
    if left:
        yield from ("", f"**{left:,} more are not shown here**: `prodops lint` lists them all.")


def title(verdict: Verdict) -> str:
    """How much there is to mend, in a heading."""
    numbers = ((verdict.count(severity), severity.name) for severity in sorted(Severity, reverse=True))
    return listing([count(number, name) for number, name in numbers if number]) or (
        all_clear(verdict).partition(":")[0].lower()
    )


def sections(verdict: Verdict) -> Iterator[Section]:
    """The errors first; what can wait is folded, and so are more errors than anybody reads at once."""
    for severity in sorted(Severity, reverse=True):
        found = tuple(each for each in verdict.findings if each.severity is severity and each.counts)
        first = OPEN if severity is Severity.error else 0
        yield Section(f"{severity.name.capitalize()}s", found[:first], folded=False)
        more = "more " if found[:first] else ""
        yield Section(count(len(found[first:]), f"{more}{severity.name}"), found[first:], folded=True)
    allowed = tuple(each for each in verdict.findings if each.allowed is not None)
    existing = tuple(each for each in verdict.findings if not each.counts and each.allowed is None)
    yield Section(
        f"{len(existing):,} that {'was' if len(existing) == 1 else 'were'} there before", existing, folded=True
    )
    yield Section(f"{len(allowed):,} allowed", allowed, folded=True)


def fitting(items: list[tuple[str, ...]], room: int) -> int:
    """How many of the items there is room for, from the first on."""
    for number, lines in enumerate(items):
        room -= size(lines)
        if room < 0:
            return number
    return len(items)


def size(lines: tuple[str, ...]) -> int:
    """How many bytes lines take; never fewer than characters."""
    return sum(len(line.encode()) + 1 for line in lines)


def fold(section: Section, lines: list[str]) -> Iterator[str]:
    """A section with its heading."""
    if section.folded:
        yield from ("", f"<details><summary>{section.title}</summary>", "", *lines, "", "</details>")
    else:
        yield from ("", f"#### {section.title}", "", *lines)


def item(finding: Finding, prefix: str) -> Iterator[str]:
    """A finding: what it is about and what is wrong, then what helps to understand and to mend it."""
    problem = finding.problem
    yield f"- {subject(finding, prefix)}: {words(problem.message)}"
    yield from (f"  - {words(remark)}" for remark in remarks(finding))
    yield from (f"  - {where(other.place, prefix)}: {words(other.message)}" for other in problem.related)
    yield f"  - <sub>{where(problem.place, prefix)} · {markdown(finding.rule)}</sub>"


def subject(finding: Finding, prefix: str) -> str:
    """What a finding is about, as people know it: by its name, with whom to ask."""
    about = finding.about
    if about is None:
        return f"**{markdown(prefix + finding.path)}**"
    owner = f", owner {markdown(about.owner)}" if about.owner else ""
    return f"**{markdown(about.name or about.id) or '…'}** ({markdown(about.kind)}{owner})"


def where(place: Place, prefix: str) -> str:
    """A line of a file."""
    return f"{markdown(prefix + place.source.path)}, line {place.source.position(place.span.start).line}"


def words(text: str) -> str:
    """A sentence; what it quotes looks like code."""
    return QUOTED.sub(r"<code>\1</code>", markdown(text)) or "…"  # an empty item would underline a heading
