"""Pieces: what can be left out of a Markdown section from its end on, so that what remains is still Markdown."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple, TypeAlias

Part: TypeAlias = Literal["entry", "row", "block"]

ENTRY: Final = "### "
ROWS: Final = ("| ", "- ")
RULE: Final = ("|:-", "|--")
"""How the line between a table's head and its first row begins."""
PAIRS: Final = {"```": "```", "<details>": "</details>"}
"""What begins a block that ends with something else than a blank line."""


class Piece(NamedTuple):
    """Lines that stay together: an entry with all that is below its heading, a row or point, another block."""

    text: str
    kind: Part


def split(text: str, mark: str) -> Iterator[str]:
    """What stands before the first line that begins with a mark, then from each such line to the next."""
    found: list[str] = []
    for line, inside in told(text):
        if line.startswith(mark) and not inside:
            yield "".join(found)
            found = []
        found.append(line)
    yield "".join(found)


def pieces(text: str) -> Iterator[Piece]:
    """The pieces of a section. Once there are entries, there is nothing else."""
    before, *entries = split(text, ENTRY)
    yield from parts(before)
    yield from (Piece(entry, "entry") for entry in entries)


def parts(text: str) -> Iterator[Piece]:
    """Rows, points and other blocks; the head of a table stays with its first row."""
    found: list[str] = []
    kind: Part = "block"
    for line, inside in told(text):
        is_next = not inside and begins(line, found)
        if is_next and found:
            yield Piece("".join(found), kind)
            found = []
        if is_next:
            kind = "row" if line.startswith(ROWS) else "block"
        found.append(line)
    if found:
        yield Piece("".join(found), kind)


def begins(line: str, found: list[str]) -> bool:
    """Whether a line begins another piece than the one of the lines before it."""
    last = found[-1] if found else "\n"
    if last.isspace():
        return not line.isspace()
    return line.startswith(ROWS) and not last.startswith(RULE)


def told(text: str) -> Iterator[tuple[str, bool]]:
    """The lines, and of each whether it stands in a block that is still open."""
    end = ""
    for line in text.splitlines(keepends=True):
        yield line, bool(end)
        if end:
            end = "" if line.startswith(end) else end
        else:
            end = next((last for first, last in PAIRS.items() if line.startswith(first)), "")
