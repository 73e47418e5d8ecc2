"""A table on a screen: columns that are aligned, and cells that are cut so that no row wraps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import columns, columns_of, shown

GAP: Final = "  "
CUT: Final = "…"
NARROWEST: Final = 6
"""As far as columns are made narrower before those are that should stay whole."""


READABLE: Final = 10
"""A text of which less is shown says nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text; numbers stand to the right. A column of which a cell should stay whole is cut last."""

    text: str
    is_number: bool = False
    is_whole: bool = False


def table(headings: Sequence[str], rows: Iterable[Sequence[Cell]], look: Look) -> Iterator[str]:
    """The lines of a table. Texts are made safe here, and cut to fit `look.width` columns."""
    safe = [[replace(cell, text=shown(cell.text)) for cell in row] for row in rows]
    headings = [shown(heading) for heading in headings]
    below = [[row[at] for row in safe] for at in range(len(headings))]
    right = [any(cell.is_number for cell in column) for column in below]
    whole = [any(cell.is_whole or cell.is_number for cell in column) for column in below]
    natural = [
        max(map(columns, (heading, *(cell.text for cell in column))))
        for heading, column in zip(headings, below, strict=True)
    ]
    sizes = fitting(natural, whole, look.width - len(GAP) * (len(natural) - 1))
    yield look.paint(line(headings, sizes, right), Ink.bold)
    yield from (line([cell.text for cell in row], sizes, right) for row in safe)


def takes(heading: str, cells: Iterable[Cell]) -> int:
    """How many columns of the screen one of the table takes at least, if it is to be read."""
    column = tuple(cells)
    size = max(map(columns, (heading, *(shown(cell.text) for cell in column))))
    return size if any(cell.is_whole or cell.is_number for cell in column) else min(size, READABLE)


def line(texts: Sequence[str], sizes: Sequence[int], right: Sequence[bool]) -> str:
    """One row, without blanks at its end."""
    return GAP.join(map(placed, texts, sizes, right)).rstrip()


def placed(text: str, size: int, right: bool) -> str:
    """A text in a column of a size, cut and filled up."""
    short = cut(text, size)
    room = " " * (size - columns(short))
    return room + short if right else short + room


def cut(text: str, size: int) -> str:
    """As much of a text as fits, with `…` where something is left out."""
    if columns(text) <= size:
        return text
    ends = accumulate(map(columns_of, text), initial=len(CUT))
    fits = sum(end <= size for end in ends) - 1  # no width is negative: the first that is too far is the last
    return text[: max(fits, 0)].rstrip() + CUT if size else ""


def fitting(natural: Sequence[int], whole: Sequence[bool], room: int) -> list[int]:
    """The sizes of columns that have so much room together: those that need not stay whole give first."""
    kept = sum(size for size, is_whole in zip(natural, whole, strict=True) if is_whole)
    given = iter(lowered([size for size, is_whole in zip(natural, whole, strict=True) if not is_whole], room - kept))
    sizes = [size if is_whole else next(given) for size, is_whole in zip(natural, whole, strict=True)]
    return sizes if sum(sizes) <= room else lowered(natural, room, 1)


def lowered(natural: Sequence[int], room: int, least: int = NARROWEST) -> list[int]:
    """Sizes under the highest ceiling at which they fit into the room, none lower than the least."""
    ceiling = max(natural, default=0)
    while ceiling > least and sum(min(size, ceiling) for size in natural) > room:
        ceiling -= 1
    spare = room - sum(min(size, ceiling) for size in natural)
    sizes = []
    for size in natural:
        more = int(size > ceiling and spare > 0)
        spare -= more
        sizes.append(min(size, ceiling) + more)
    return sizes
