"""A strip: as much of a line as there is room for on the screen, around the code points that matter."""

import re
from re import Match
from typing import NamedTuple

from prodops_cli.outputs.screen import columns, shown

CUT = "…"
CELL = re.compile(r"(?<=#)(?P<command>#)(?=\w*\[)|.", re.ASCII | re.DOTALL)  # `##[…]` is a command to runners
SELECTORS = "\ufe0e\ufe0f"  # some terminals make an emoji wider for them, some don't


class Strip(NamedTuple):
    """What is shown of a line, and which columns of it, counted from 0, the marked code points take."""

    text: str
    left: int
    width: int


def strip(line: str, start: int, stop: int, room: int) -> Strip:
    """The strip of a line with the code points from `start` to `stop`, at most `room` columns wide.

    What is empty or past the line's end gets one column, so that there is something to point at.
    """
    start, stop = min(start, len(line)), min(stop, len(line))
    begin, end = max(0, start - 2 * room), start + 2 * room  # a line of a million characters is not measured whole
    cells = [cell(found) for found in CELL.finditer(line[begin:end])]
    sizes = [columns(cell) for cell in cells]
    first, last = base(sizes, start - begin), stop - begin
    is_whole = len(cells) == len(line) and sum(sizes) < room
    low, high = (0, len(cells)) if is_whole else window(sizes, first, last, room - 2 * len(CUT))
    before = CUT if begin + low else ""
    after = CUT if begin + high < len(line) else ""
    text = "".join((before, *cells[low:high], after))
    return Strip(text, len(before) + sum(sizes[low:first]), max(1, sum(sizes[first : min(last, high)])))


def cell(found: Match[str]) -> str:
    """What is shown of one code point."""
    if found["command"]:
        return r"\x23"
    return "" if found[0] in SELECTORS else shown(found[0])


def base(sizes: list[int], index: int) -> int:
    """The cell that a cell is drawn into: an accent has no column of its own."""
    while 0 < index < len(sizes) and not sizes[index]:
        index -= 1
    return index


def window(sizes: list[int], first: int, last: int, room: int) -> tuple[int, int]:
    """Which cells are shown: those from the beginning, if enough of the mark is in sight then, else those around it."""
    mark = min(max(1, sum(sizes[first:last])), room - room // 3)
    low = 0 if sum(sizes[:first]) + mark <= room else from_where(sizes, first, room // 3)
    high = low
    while high < len(sizes) and sizes[high] <= room:
        room -= sizes[high]
        high += 1
    return low, high


def from_where(sizes: list[int], first: int, spare: int) -> int:
    """The first cell that is shown, when there are `spare` columns before the mark."""
    low = first
    while low and sizes[low - 1] <= spare:
        low -= 1
        spare -= sizes[low]
    while low < first and not sizes[low]:  # no accent without its letter
        low += 1
    return low
