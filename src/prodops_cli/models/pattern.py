"""Patterns of ids: literals, stars, and tokens in braces that stand for a word of a vocabulary, or for any one word."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, TypeAlias

from prodops_cli.models.spelling import nearest
from prodops_cli.models.values import SLUG

ID = re.compile(SLUG)
LONGEST_ID = 80
PARTS = re.compile(r"(\{[^{}]*\}|\*+)")
WORD = re.compile(r"[a-z0-9]+")
SHAPES = {
    "quarter": re.compile(r"[0-9]{4}q[1-4]"),
    "year": re.compile(r"[0-9]{4}"),
    "n": re.compile(r"[0-9]+"),
}
SUCH_AS = {"quarter": "2026q3", "year": "2026", "n": "2"}


class Literal(NamedTuple):
    """What stands in an id just so."""

    text: str

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where it can end, if it begins there."""
        if text.startswith(self.text, start):
            yield start + len(self.text)


class Anything(NamedTuple):
    """A star."""

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where it can end, if it begins there."""
        yield from range(start, len(text) + 1)


class Token(NamedTuple):
    """One of some words, longest first; where there are none, what has a shape."""

    name: str
    words: tuple[str, ...]
    shape: re.Pattern[str]

    def ends(self, text: str, start: int) -> Iterator[int]:
        """Where it can end, if it begins there."""
        if self.words:
            yield from (start + len(word) for word in self.words if text.startswith(word, start))
        elif found := self.shape.match(text, start):
            yield found.end()

    @property
    def is_any_word(self) -> bool:
        """Whether every word will do."""
        return not self.words and self.shape is WORD


Part: TypeAlias = Literal | Anything | Token


class Misfit(NamedTuple):
    """A piece of an id that stands where a token should and is none."""

    token: Token
    text: str

    @property
    def cost(self) -> int:
        """How far-fetched it is that this was meant: rather a word too many than one that is unknown."""
        return (1 if self.token.is_any_word else 2) + max(
            0, len(WORD.findall(self.text)) - (2 if self.token.is_any_word else 1)
        )

    @property
    def near(self) -> str:
        """The word that was probably meant; empty where there is none."""
        return nearest(self.text, self.token.words)


class Reading(NamedTuple):
    """The rest of an id as a pattern reads it: how far-fetched that is, and what does not fit."""

    cost: int
    misfits: tuple[Misfit, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """How ids are built."""

    parts: tuple[Part, ...]

    def fits(self, text: str) -> bool:
        """Whether an id is built so."""
        reached = {0}
        for part in self.parts:
            reached = {end for start in reached for end in part.ends(text, start)}
        return len(text) in reached

    def misfits(self, text: str) -> tuple[Misfit, ...]:
        """The tokens that are wrong in an id that does not fit; nothing where it is not even built alike.

        Of all readings the least far-fetched.
        """

        @cache
        def cheapest(index: int, start: int) -> Reading | None:
            if index == len(self.parts):
                return Reading(0, ()) if start == len(text) else None
            readings = []
            for end, misfits in self.ways(index, text, start):
                if rest := cheapest(index + 1, end):
                    cost = sum(misfit.cost for misfit in misfits)
                    readings.append(Reading(cost + rest.cost, misfits + rest.misfits))
            return min(readings, key=lambda reading: reading.cost, default=None)

        best = cheapest(0, 0)
        return best.misfits if best else ()

    def ways(self, index: int, text: str, start: int) -> Iterator[tuple[int, tuple[Misfit, ...]]]:
        """Where a part can end; a token, as a misfit, wherever the next part can begin."""
        part = self.parts[index]
        for end in part.ends(text, start):
            yield end, ()
        if isinstance(part, Token):
            following = self.parts[index + 1] if index + 1 < len(self.parts) else None
            for end in range(start + 1, len(text) + 1):
                if any(following.ends(text, end)) if following else end == len(text):
                    yield end, (Misfit(part, text[start:end]),)


def parse_pattern(pattern: str, vocabulary: Mapping[str, tuple[str, ...]]) -> Pattern:
    """The pattern that is written `{area}_{object}_*`; a vocabulary comes before what is built in."""
    return Pattern(tuple(part_of(text, vocabulary) for text in PARTS.split(pattern) if text))


def part_of(text: str, vocabulary: Mapping[str, tuple[str, ...]]) -> Part:
    """One part of a pattern."""
    if text.startswith("*"):
        return Anything()
    if not PARTS.fullmatch(text):
        return Literal(text)
    name = text[1:-1]
    words = tuple(sorted(vocabulary.get(name, ()), key=len, reverse=True))
    return Token(name, words, SHAPES.get(name, WORD))


def is_slug(id: str) -> bool:
    """Whether an id is made of small letters, digits, `-` and `_`, and short enough."""
    return len(id) <= LONGEST_ID and ID.fullmatch(id) is not None
