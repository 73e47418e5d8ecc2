"""Around a line: what it belongs to and what stands beside it, by indentation alone."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from prodops_cli.documents.node import Address
from prodops_cli.documents.source import LINE_BREAK, line_starts
from prodops_cli.editor.flow import OPENING, inside
from prodops_cli.editor.lines import BORDER, NO_VALUE, Line, Mark, line

FARTHEST = 3_000
"""How many lines up and down are looked at."""
BLOCK = ("|", ">")


class Ancestor(NamedTuple):
    """A dash or a key that a line belongs to, and the line on which it stands."""

    mark: Mark
    number: int
    line: Line

    @property
    def rest(self) -> str:
        """What stands behind it; empty where its value is below."""
        is_last = self.line.marks[-1] == self.mark
        return "" if not is_last or NO_VALUE.fullmatch(self.line.rest) else self.line.rest


class Surroundings(NamedTuple):
    """The way to what a line is in; `opened` is where brackets begin `is_text` where it is part of a text."""

    way: Address
    opened: int | None = None
    is_text: bool = False


@lru_cache(maxsize=16)
def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, without their line breaks."""
    return tuple(LINE_BREAK.split(text))


def upwards(text: str, number: int) -> Iterator[tuple[int, Line]]:
    """The lines above one in its document, the nearest first; without those that say nothing."""
    for index in range(number - 1, max(number - FARTHEST, 0) - 1, -1):
        if BORDER.match(lines_of(text)[index]):
            return
        if not (read := line(lines_of(text)[index])).is_blank:
            yield index, read


def downwards(text: str, number: int) -> Iterator[Line]:
    """The lines below one in its document."""
    for written in lines_of(text)[number + 1 : number + FARTHEST]:
        if BORDER.match(written):
            return
        if not (read := line(written)).is_blank:
            yield read


def ancestors(text: str, number: int, own: Line, column: int) -> Iterator[Ancestor]:
    """What a place in a column of a line belongs to, the nearest first. A list may stand at the column of its key."""
    is_item = False
    for index, read in ((number, own), *upwards(text, number)):
        for mark in reversed(read.marks):
            is_key = mark.key is not None
            if mark.column < column or (mark.column == column and is_key and is_item):
                yield Ancestor(mark, index, read)
                column, is_item = mark.column, not is_key
        if column == 0 and not is_item:
            return


def surroundings(text: str, number: int, own: Line, column: int) -> Surroundings:
    """What a place in a column of a line is in."""
    found = tuple(ancestors(text, number, own, column))
    steps = (0 if each.mark.key is None else each.mark.key for each in reversed(found))
    way: Address = tuple(steps)
    rest = found[0].rest if found and found[0].number < number else ""
    if any(each.rest.startswith(BLOCK) for each in found):
        return Surroundings(way, is_text=True)
    if not rest.startswith(OPENING):
        return Surroundings(way, is_text=bool(rest))
    start = line_starts(text)[found[0].number] + found[0].line.column
    is_inside = inside(text, start, line_starts(text)[number]) is not None
    return Surroundings(way, start) if is_inside else Surroundings(way, is_text=True)


def beside(text: str, number: int, own: Line, column: int) -> tuple[str, ...]:
    """The keys of the mapping whose keys begin in a column, but for that of the line itself."""
    is_first = any(mark.column < column for mark in own.marks)
    return (*(() if is_first else keys_above(text, number, column)), *keys_below(text, number, column))


def keys_above(text: str, number: int, column: int) -> Iterator[str]:
    """The keys in a column, up to the line on which something stands before it."""
    for _, read in upwards(text, number):
        if read.key and read.key.column == column:
            yield str(read.key.key)
        if read.marks and read.marks[0].column < column:
            return


def keys_below(text: str, number: int, column: int) -> Iterator[str]:
    """The keys in a column, down to the line on which something begins before it."""
    for read in downwards(text, number):
        if read.marks and read.marks[0].column < column:
            return
        if read.key and read.key.column == column:
            yield str(read.key.key)
