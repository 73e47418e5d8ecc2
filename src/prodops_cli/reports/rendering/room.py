"""Room: Markdown that has to fit into a size leaves out the ends of its longest sections, and says how much."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from prodops_cli.failure import Misuse
from prodops_cli.reports.rendering.pieces import Piece, pieces, split

FILE: Final = 1024 * 1024
"""How many bytes of a Markdown file GitHub shows."""
DEFINITION = re.compile(r"^\[(\d+)\]: .*\n?", re.MULTILINE)
REFERENCE = re.compile(r"\]\[(\d+)\]")


class Section(NamedTuple):
    """A heading, what stands below it, and how large all of it is."""

    heading: str
    pieces: tuple[Piece, ...]
    size: int

    def within(self, most: int, whole: str) -> str:
        """As much of it as so many bytes hold; its heading always."""
        if self.size <= most:
            return self.heading + joined(self.pieces)
        room = most - size(self.heading) - size(self.end(0, whole))
        kept = 0
        for piece in self.pieces:
            room -= size(piece.text)
            if room < 0:
                break
            kept += 1
        return (self.heading + joined(self.pieces[:kept])).rstrip("\n") + self.end(kept, whole)

    def end(self, kept: int, whole: str) -> str:
        """What stands in the place of the rest."""
        rest = self.pieces[kept:]
        number = sum(piece.kind == "entry" for piece in rest) or sum(piece.kind == "row" for piece in rest) or len(rest)
        return f"\n\nAnd {number:,} more, for which there is no room here: `{whole}` shows all.\n\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """A document in parts: what stands before its sections and behind them, and what its links lead to."""

    head: str
    sections: tuple[Section, ...]
    foot: str
    definitions: dict[str, str]

    def within(self, most: int, whole: str) -> str:
        """The document with sections of at most so many bytes, and with the definitions that are still of use."""
        text = f"{self.head}{''.join(each.within(most, whole) for each in self.sections)}{self.foot}"
        used = dict.fromkeys(REFERENCE.findall(text))
        return text + "".join(line for number, line in self.definitions.items() if number in used)


def fitted(text: str, most: int, whole: str) -> str:
    """The document in at most so many bytes; `whole` is the command that shows all of it.

    Raises Misuse where not even its headings fit.
    """
    if size(text) <= most:
        return text
    draft = drafted(text)
    levels = range(max((each.size for each in draft.sections), default=0) + 1)
    level = bisect_right(levels, most, key=lambda level: size(draft.within(level, whole))) - 1
    if level < 0:
        least = size(draft.within(0, whole))
        raise Misuse(f"the report does not fit into {most:,} bytes", f"write `--max-size {least}` or more, or html")
    return draft.within(level, whole)


def drafted(text: str) -> Draft:
    """A document in its parts."""
    body = DEFINITION.sub("", text)
    definitions = {found[1]: found[0] for found in DEFINITION.finditer(text)}
    head, *sections = split(body, "## ")
    foot = ""
    if sections and "\n---\n" in sections[-1]:
        before, line, after = sections[-1].rpartition("\n---\n")
        sections[-1], foot = f"{before}\n", f"{line[1:]}{after}"
    return Draft(head, tuple(map(section, sections)), foot, definitions)


def section(text: str) -> Section:
    """A section by its text."""
    below = text.partition("\n")[2].lstrip("\n")
    return Section(text.removesuffix(below), tuple(pieces(below)), size(text))


def joined(some: Iterable[Piece]) -> str:
    """The text of pieces."""
    return "".join(piece.text for piece in some)


def size(text: str) -> int:
    """How many bytes a text has: never less than characters, in which others measure."""
    return len(text.encode(errors="backslashreplace"))
