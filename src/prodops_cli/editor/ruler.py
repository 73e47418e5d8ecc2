"""A ruler: the lines and columns by which an editor counts, beside the offsets by which a source does."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from prodops_cli.documents.source import LINE_BREAK, Span, line_starts

Unit: TypeAlias = Literal["utf-8", "utf-16", "utf-32"]
"""What a column counts: bytes, UTF-16 code units, or code points."""
MARK = "\ufeff"


class Spot(NamedTuple):
    """A line and a column, both from 0."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Ruler:
    """Of a text without its byte order mark; `has_mark` where the editor counts one as the first character."""

    text: str
    unit: Unit = "utf-16"
    has_mark: bool = False

    def offset(self, line: int, column: int) -> int:
        """The code point that is meant, or the nearest that there is."""
        starts = line_starts(self.text)
        if line < 0 or line >= len(starts):
            return 0 if line < 0 else len(self.text)
        start, stop = starts[line], self._end(line)
        left = column - (size(MARK, self.unit) if self.has_mark and line == 0 else 0)
        if self.unit == "utf-32" or self.text[start:stop].isascii():
            return min(start + max(left, 0), stop)
        for offset in range(start, stop):
            left -= size(self.text[offset], self.unit)
            if left < 0:
                return offset
        return stop

    def spot(self, offset: int) -> Spot:
        """Where an offset is for the editor."""
        offset = min(max(offset, 0), len(self.text))
        starts = line_starts(self.text)
        line = bisect_right(starts, offset) - 1
        before = self.text[starts[line] : offset]
        shift = size(MARK, self.unit) if self.has_mark and line == 0 else 0
        column = len(before) if before.isascii() else sum(size(character, self.unit) for character in before)
        return Spot(line, column + shift)

    def spots(self, span: Span) -> tuple[Spot, Spot]:
        """Where a range begins and ends."""
        return self.spot(span.start), self.spot(span.stop)

    def _end(self, line: int) -> int:
        """Where a line ends, before its line break."""
        found = LINE_BREAK.search(self.text, line_starts(self.text)[line])
        return found.start() if found else len(self.text)


def size(character: str, unit: Unit) -> int:
    """How many units a character takes; half a surrogate takes as many as its bytes or code units would."""
    match unit:
        case "utf-8":
            return len(character.encode(errors="surrogatepass"))
        case "utf-16":
            return 2 if ord(character) > 0xFFFF else 1
        case "utf-32":
            return 1
