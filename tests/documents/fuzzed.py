"""Texts from a seed: by a grammar of all that YAML can do, and real files with slips in their bytes."""

from collections.abc import Callable
from random import Random
from typing import TypeAlias

from tests.documents.written import FILES, SLIPS

# fmt: off
WORDS = ("a", "b", "id", "name", "x-y", "12", "1.5", "true", "~", "", "2026-11-22", "é😀", "a b", "a#b", "http://x.com/a")
ODD_WORDS = ("'it''s'", '"a\\tb"', "'#'", '": "', "null", "0x1F", "-1", "?a", "a:b", "<<", "=", "a\n         b")
KEYS = ("a", "b", "c", "id", "name", "'q'", '"d"', "a b", "é", "k-1", "x.y", "&k k", "!!str e", "?x", "12", "<<", "*x")
PROPERTIES = (*("",) * 12, "&x ", "&y ", "!!map ", "!!seq ", "!!str ", "&x !!str ", "! ", "!mine ")
# fmt: on
COMMENTS = ("", "", "", "", "", "", " # note", "\n# note\n", "\n\n", "  # a: b", "#close")
HEADERS = ("|", ">", "|-", ">+", "|2", ">1-", "|+1", "|0", "> # note")
ENDS = ("\n", "\n", "\n", "\r\n", "\r")

Part: TypeAlias = Callable[[int], str]


class Grammar:
    """Writes texts that are nearly always YAML, and use everything that it has."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def text(self) -> str:
        """One or more documents."""
        parts = [self.document() for _ in range(self.random.choice((1, 1, 1, 2)))]
        text = self.one("---\n", "...\n---\n", "--- # note\n").join(parts)
        return (self.one("", "", "", "%YAML 1.2\n---\n", "---\n") + text).replace("\n", self.random.choice(ENDS))

    def one(self, *texts: str) -> str:
        """One of several."""
        return self.random.choice(texts)

    def document(self) -> str:
        """A document: a block, or a value on one line."""
        return self.block(0) if self.random.random() < 0.9 else self.inline(2) + "\n"

    def block(self, indent: int) -> str:
        """A mapping or a list, line by line."""
        start = self.mapping_start if self.random.random() < 0.7 else self.item_start
        return "".join(self.line(start(), indent) for _ in range(self.random.randint(1, 4)))

    def mapping_start(self) -> str:
        """A key: simple, or written out."""
        if self.random.random() < 0.1:
            return f"? {self.one(self.random.choice(KEYS), self.inline(1))}\n:"
        return f"{self.random.choice(KEYS)}:"

    def item_start(self) -> str:
        """A dash, or several."""
        return self.one("-", "-", "- -", "- ?", "- a:")

    def line(self, start: str, indent: int) -> str:
        """An entry with its value and a comment."""
        space = " " * indent
        value = self.value(indent + self.random.choice((1, 2, 2, 4)))
        return space + start.replace("\n", f"\n{space}") + value + self.comment() + "\n"

    def comment(self) -> str:
        """What may stand behind a value."""
        return self.random.choice(COMMENTS)

    def value(self, indent: int) -> str:
        """On the line, below it, or a text block."""
        chance = self.random.random()
        if chance < 0.25 and indent < 12:
            return f" {self.random.choice(PROPERTIES)}{self.comment()}\n{self.block(indent).rstrip()}"
        if chance < 0.35:
            lines = (
                f"{' ' * indent}{self.one('a', 'b: c', '# d', '', ' e')}\n" for _ in range(self.random.randint(0, 3))
            )
            return f" {self.random.choice(PROPERTIES)}{self.random.choice(HEADERS)}\n{''.join(lines)}".rstrip("\n")
        return f" {self.inline(3)}"

    def inline(self, depth: int) -> str:
        """A word, an alias, or something in brackets."""
        chance = self.random.random()
        if depth and chance < 0.15:
            return f"{self.random.choice(PROPERTIES)}[{self.between(self.item, depth)}]"
        if depth and chance < 0.3:
            return f"{self.random.choice(PROPERTIES)}{{{self.between(self.pair, depth)}}}"
        if chance < 0.35:
            return self.one("*x", "*y", "*k")
        return self.random.choice(PROPERTIES) + self.random.choice(WORDS + ODD_WORDS)

    def between(self, part: Part, depth: int) -> str:
        """Parts with commas between them, now and then on lines of their own."""
        parts = (part(depth - 1) for _ in range(self.random.randint(0, 3)))
        return self.one(", ", ", ", ",", ",\n      ", " , # note\n   ").join(parts)

    def item(self, depth: int) -> str:
        """An item in brackets: a value, or a pair."""
        return self.inline(depth) if self.random.random() < 0.8 else self.pair(depth)

    def pair(self, depth: int) -> str:
        """A pair in braces."""
        key = self.one("", "", "", "? ") + self.random.choice(KEYS)
        return key + self.one(": ", ": ", ": ", " : ", ":") + self.inline(depth)


def mutant(seed: int) -> bytes:
    """A real file, or a text of the grammar, with some bytes removed, repeated or replaced."""
    random = Random(seed)
    data = random.choice(FILES) if random.random() < 0.5 else Grammar(seed).text().encode()
    for _ in range(random.randint(1, 4)):
        start = random.randint(0, len(data))
        stop = min(len(data), start + random.choice((0, 0, 1, 1, 2, 7, 40)))
        new = random.choice((random.choice(SLIPS), random.randbytes(random.randint(0, 3)), data[start:stop] * 2))
        data = data[:start] + new + data[stop:]
    return data
