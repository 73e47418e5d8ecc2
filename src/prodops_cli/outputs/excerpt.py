"""The excerpt of a source: the lines that matter, and beneath them what is meant and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from prodops_cli.credentials import concealed
from prodops_cli.documents.source import Position, Source, Span
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, shown, wrap
from prodops_cli.outputs.strip import Strip, strip

NARROWEST = 40  # columns that a label has at least, if the screen is so wide


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of a source, drawn as a row of a sign in an ink, and what is said of it."""

    source: Source
    span: Span
    label: str
    sign: str
    ink: Ink

    @property
    def position(self) -> Position:
        """The line and column at which it begins."""
        return self.source.position(self.span.start)

    @property
    def digits(self) -> int:
        """How many digits its line number has."""
        return len(str(self.position.line))


@dataclass(frozen=True, slots=True)
class Gutter:
    """The left edge of an excerpt: as wide as the longest line number of a finding."""

    digits: int
    look: Look

    @property
    def room(self) -> int:
        """How many columns are left for what stands beside it."""
        return max(NARROWEST // 2, self.look.width - self.digits - 4)

    @property
    def edge(self) -> str:
        """The gutter beside what is no line of the source."""
        return self.look.paint(" " * (self.digits + 2) + "|", Ink.blue)

    def beside(self, text: str, number: int | None = None) -> str:
        """A line of an excerpt; `number` where it is one of the source."""
        edge = self.edge if number is None else self.look.paint(f" {number:>{self.digits}} |", Ink.blue)
        return f"{edge} {text}" if text else edge


def excerpt(marks: list[Mark], gutter: Gutter) -> Iterator[str]:
    """The marked lines of one source, in their order."""
    source = marks[0].source
    ordered = sorted(marks, key=lambda mark: mark.span)
    seen = 0
    for number, found in groupby(ordered, key=lambda mark: mark.position.line):
        if seen:
            yield from between(source, seen, number, gutter)
        yield from marked(concealed(source.line(number)), number, list(found), gutter)
        seen = number


def between(source: Source, above: int, below: int, gutter: Gutter) -> Iterator[str]:
    """What stands for the lines between two marked ones: a single one is shown."""
    if below == above + 2:
        yield gutter.beside(strip(concealed(source.line(above + 1)), 0, 0, gutter.room).text, above + 1)
    elif below > above + 2:
        yield gutter.look.paint("...", Ink.blue)


def marked(line: str, number: int, marks: list[Mark], gutter: Gutter) -> Iterator[str]:
    """A line and its marks; one that is too long is shown as often as its marks are far from each other."""
    strips = [(strip_of(line, mark, gutter), mark) for mark in marks]
    for text, found in groupby(strips, key=lambda pair: pair[0].text):
        yield gutter.beside(text, number)
        for seen, mark in found:
            yield from (gutter.beside(row) for row in rows(seen, mark, gutter))


def strip_of(line: str, mark: Mark, gutter: Gutter) -> Strip:
    """The part of a line that shows a mark; of a place of several lines the first is marked."""
    start = mark.position.column - 1
    stop = min(start + mark.span.stop - mark.span.start, len(line.rstrip()))
    return strip(line, start, stop, gutter.room)


def rows(seen: Strip, mark: Mark, gutter: Gutter) -> Iterator[str]:
    """The signs beneath what is meant, and the label beside them, or, where it is too long for that, below."""
    label, look = shown(mark.label), gutter.look
    signs = " " * seen.left + look.paint(mark.sign * seen.width, mark.ink)
    is_beside = bool(label) and columns(label) < gutter.room - seen.left - seen.width
    yield f"{signs} {look.paint(label, mark.ink)}" if is_beside else signs
    if label and not is_beside:
        indent = max(0, min(seen.left, gutter.room - NARROWEST))
        yield from (" " * indent + look.paint(row, mark.ink) for row in wrap(label, gutter.room - indent))
