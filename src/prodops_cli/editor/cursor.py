"""A cursor: where in a document somebody is, by lines and indentation: what is being written may be no YAML yet."""

import re
from typing import Literal, NamedTuple, TypeAlias

from prodops_cli.documents.node import Address
from prodops_cli.documents.source import Source, Span, line_starts
from prodops_cli.editor.around import BLOCK, beside, lines_of, surroundings
from prodops_cli.editor.flow import OPENING, inside
from prodops_cli.editor.lines import Line, Mark, comment_start, line

Sort: TypeAlias = Literal["key", "value", "bare", "comment", "text"]
"""A key, a value behind its key, a word that may become either, a comment, or a text in which nothing is known."""
WORD = re.compile(r"[^\s,\[\]{}\"'#:]*")


class Cursor(NamedTuple):
    """`address` is that of the key or the value; of a bare word, that of what it stands in.

    `word` is what is written there, `keys` those beside it in its mapping, which begin in `column`; `has_colon` where a
    key has one already.
    """

    sort: Sort
    word: Span
    address: Address = ()
    keys: tuple[str, ...] = ()
    column: int = 0
    has_colon: bool = False
    is_flow: bool = False


class Point(NamedTuple):
    """A place in a text: its offset, the number of its line and where that begins, and the line itself."""

    text: str
    offset: int
    number: int
    start: int
    line: Line

    @property
    def column(self) -> int:
        """The column of the place."""
        return self.offset - self.start

    @property
    def written(self) -> str:
        """The text of the line."""
        return lines_of(self.text)[self.number]

    @property
    def level(self) -> int:
        """The column that says what the place belongs to: of a key or a word, else its own."""
        if self.line.key:
            return self.line.key.column
        return self.line.column if self.line.rest else self.column

    @property
    def word(self) -> Span:
        """The word around the place."""
        before, after = length(self.written[: self.column][::-1]), length(self.written[self.column :])
        return Span(self.offset - before, self.offset + after)


def length(text: str) -> int:
    """How long the word is with which a text begins."""
    found = WORD.match(text)
    return found.end() if found else 0


def cursor(source: Source, offset: int) -> Cursor:
    """Where an offset is."""
    number = source.position(offset).line - 1
    start = line_starts(source.text)[number]
    point = Point(source.text, min(offset, start + len(lines_of(source.text)[number])), number, start, Line((), 0, ""))
    point = point._replace(line=line(point.written))
    found = surroundings(point.text, number, point.line, point.level)
    sign = comment_start(point.written)
    if found.is_text:
        return Cursor("text", point.word)
    if sign is not None and point.column > sign:
        return Cursor("comment", point.word)
    if found.opened is not None:
        return in_flow(point, found.opened, found.way)
    key = point.line.key
    return at_key(point, key, found.way) if key and point.column >= key.column else bare(point, found.way)


def at_key(point: Point, key: Mark, way: Address) -> Cursor:
    """On a key, or behind it."""
    address = (*way, str(key.key))
    if point.column < key.end:
        span = Span(point.start + key.column, point.start + key.column + len(str(key.key)))
        return Cursor("key", span, address, beside(point.text, point.number, point.line, key.column), key.column, True)
    if point.line.rest.startswith(OPENING) and point.column > point.line.column:
        return in_flow(point, point.start + point.line.column, address)
    return Cursor("text" if point.line.rest.startswith(BLOCK) else "value", point.word, address)


def bare(point: Point, way: Address) -> Cursor:
    """On a line without a key, or before it."""
    if point.line.rest.startswith(OPENING) and point.column > point.line.column:
        return in_flow(point, point.start + point.line.column, way)
    return Cursor("bare", point.word, way, beside(point.text, point.number, point.line, point.level), point.level)


def in_flow(point: Point, opened: int, way: Address) -> Cursor:
    """Inside of brackets."""
    word = point.word
    found = inside(point.text, opened, word.start)
    if found is None:
        return Cursor("text", word)
    address = (*way, *found.address)
    if found.is_key:
        has_colon = point.text[word.stop : word.stop + 2].lstrip(" ").startswith(":")
        name = point.text[word.start : word.stop]
        return Cursor("key", word, (*address, name), found.keys, point.level, has_colon, is_flow=True)
    is_item = bool(found.address) and isinstance(found.address[-1], int)
    return Cursor("bare" if is_item else "value", word, address, is_flow=True)
