"""A source: the text of one file, and where its lines begin."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range of code points in a source."""

    start: int
    stop: int


class Position(NamedTuple):
    """A place for people: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text without its byte order mark; `digest` is git's blob id of the bytes."""

    path: str
    text: str
    digest: str

    def position(self, offset: int) -> Position:
        """The line and column of an offset in code points."""
        starts = line_starts(self.text)
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line break."""
        starts = line_starts(self.text)
        stop = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : stop].rstrip("\r\n")


@lru_cache(maxsize=64)
def line_starts(text: str) -> tuple[int, ...]:
    """The offsets at which lines begin, as YAML 1.2 breaks lines."""
    return (0, *(found.end() for found in LINE_BREAK.finditer(text)))
