"""Accepting: the comments that would allow what was found, as edits of the texts that it was found in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from prodops_cli.documents.source import LINE_BREAK, Source, Span, line_starts
from prodops_cli.failure import Misuse
from prodops_cli.findings import READING, Finding, Fix, Replace
from prodops_cli.lint.cover import is_comment, roots, scalars

BLOCK = ("|", ">")


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The reason for which people accept something, and until when."""

    reason: str
    until: date | None = None

    @classmethod
    def of(cls, reason: str, until: date | None) -> "Acceptance":
        """What somebody says. Raises Misuse for what no comment can hold."""
        if not reason.strip():
            raise Misuse("to allow something takes a reason", 'say why: --add-allows "the new warehouse comes in May"')
        if not reason.isprintable():
            raise Misuse("a reason is one line of text", "leave out line breaks, and what can't be seen")
        return cls(reason.strip(), until)

    def comment(self, rules: Iterable[str]) -> str:
        """The comment that says so of some rules."""
        until = f" until {self.until.isoformat()}" if self.until else ""
        return f"# prodops: allow {', '.join(sorted(set(rules)))}{until} -- {self.reason}"


def with_allows(findings: Iterable[Finding], acceptance: Acceptance) -> Iterator[Finding]:
    """The findings, with a comment that accepts them as their fix; what stands on one line gets one comment."""
    places: defaultdict[tuple[Source, Span], list[Finding]] = defaultdict(list)
    for finding in findings:
        place = finding.problem.place
        places[place.source, line_for(place.source, place.span.start)].append(finding)
    for (source, line), together in places.items():
        comment = acceptance.comment(finding.rule for finding in together)
        fix = Fix("accept it with a comment", (written(source, line, comment),))
        yield from (replace(finding, problem=replace(finding.problem, fix=fix)) for finding in together)


def can_be_allowed(finding: Finding) -> bool:
    """Whether people may accept a finding; they can't accept that something could not be read."""
    return finding.family != READING


def line_for(source: Source, offset: int) -> Span:
    """The line that the comment will end; where it can't, the place above it, which is empty."""
    number = source.position(offset).line
    line = line_at(source, number)
    if can_end(source, line):
        return line
    while number > 1 and any(text.start < line.start < text.stop for text in texts(source)):
        number -= 1
        line = line_at(source, number)
    return Span(line.start, line.start)


def line_at(source: Source, number: int) -> Span:
    """The range of a line, without its line break."""
    start = line_starts(source.text)[number - 1]
    return Span(start, start + len(source.line(number)))


def can_end(source: Source, line: Span) -> bool:
    """Whether a comment may follow on a line: no other stands there, and no text goes on behind it."""
    signs = (place for place in range(*line) if source.text[place] == "#")
    has_comment = any(is_comment(source, place) and source.text[:place][-1:].isspace() for place in signs)
    return not has_comment and not any(goes_on(source, text, line.stop) for text in texts(source))


def goes_on(source: Source, text: Span, offset: int) -> bool:
    """Whether what follows at an offset would be a part of a text; a block takes the rest of its last line, too."""
    is_block = source.text.startswith(BLOCK, text.start)
    return text.start < offset < text.stop + is_block


def texts(source: Source) -> Iterator[Span]:
    """The ranges of all texts of a source."""
    for root in roots(source):
        yield from scalars(root)


def written(source: Source, line: Span, comment: str) -> Replace:
    """The comment at the end of a line, or above it."""
    if line.start < line.stop:
        return Replace(source, Span(line.stop, line.stop), f"  {comment}")
    rest = source.text[line.start :]
    indent = rest[: len(rest) - len(rest.lstrip(" "))]
    end = found[0] if (found := LINE_BREAK.search(source.text)) else "\n"
    return Replace(source, line, f"{indent}{comment}{end}")
