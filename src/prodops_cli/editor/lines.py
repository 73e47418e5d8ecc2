"""Lines of YAML as they look: dashes and keys with their columns, whether or not all of it can be read."""

import re
from typing import NamedTuple

KEY = re.compile(
    r"""(?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<plain>(?![\s"'\[\]{},#&*!|>%@`])(?:(?!\s\#)(?!:\s).)*?) )
    [\ \t]{0,9} : (?=[\ \t]|$)""",
    re.VERBOSE,
)
BLANK = re.compile(r"[ \t]*")
BORDER = re.compile(r"(?:---|\.\.\.)(?:\s|$)")
NO_VALUE = re.compile(r"(?:[&!]\S*\s*)*(?:#.*)?")
"""What may follow a key whose value is below it."""
LONGEST = 10_000
"""Of a longer line nobody reads the rest as keys."""


class Mark(NamedTuple):
    """A dash (`key` is None), or a key and the column at which its colon ends."""

    column: int
    key: str | None
    end: int


class Line(NamedTuple):
    """The marks of a line from left to right, and the column and text of what follows them."""

    marks: tuple[Mark, ...]
    column: int
    rest: str

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing but white space and comments."""
        return not self.marks and (not self.rest or self.rest.startswith("#"))

    @property
    def key(self) -> Mark | None:
        """The key of the line, if it has one."""
        return self.marks[-1] if self.marks and self.marks[-1].key is not None else None


def line(text: str) -> Line:
    """A line of a text."""
    marks = []
    column = past_blanks(text, 0)
    while text.startswith("-", column) and text[column + 1 : column + 2] in ("", " ", "\t"):
        marks.append(Mark(column, None, column + 1))
        column = past_blanks(text, column + 1)
    if len(text) <= LONGEST and (found := KEY.match(text, column)):
        name = next(part for part in found.groups() if part is not None)
        marks.append(Mark(column, name, found.end()))
        column = past_blanks(text, found.end())
    return Line(tuple(marks), column, text[column:].rstrip())


def past_blanks(text: str, column: int) -> int:
    """The first column that is not blank."""
    found = BLANK.match(text, column)
    return found.end() if found else column


def comment_start(text: str) -> int | None:
    """The column at which a line's comment begins; None where it has none."""
    quote = ""
    for column, character in enumerate(text[:LONGEST]):
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'" and (column == 0 or text[column - 1] in " \t[{,:-"):
            quote = character
        elif character == "#" and (column == 0 or text[column - 1] in " \t"):
            return column
    return None
