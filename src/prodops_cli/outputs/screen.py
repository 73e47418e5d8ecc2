"""The columns of a screen: how many a text takes, and where it is broken into lines."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

from prodops_cli.escape import terminal

TAB: Final = "    "
JOINING_JAMO: Final = range(0x1160, 0x1200)  # vowels and final consonants, drawn into the syllable's first letter
FIRST_UNSPACED: Final = "\u2e80"
UNSPACED: Final = "\u2e80-\u2fff\u3040-\ud7a3\uf900-\ufaff\U0001f000-\U0003ffff"  # writing that breaks anywhere
WORD: Final = re.compile(r"\s*\S+")
ANY_WORD: Final = rf"\s*(?:[{UNSPACED}][^\s{UNSPACED}]*|[^\s{UNSPACED}]+)"
"""The same where words may be written without spaces; compiled for those few texts, since that takes its time."""


def shown(text: str) -> str:
    """A user's text as it may stand on a screen, on one line, without tabs."""
    return terminal(text).replace("\t", TAB)


@lru_cache(maxsize=4096)
def columns_of(character: str) -> int:
    """How many columns a terminal gives to one code point: none, one or two."""
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me") or ord(character) in JOINING_JAMO:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """How many columns a text takes that is `shown`."""
    return len(text) if text.isascii() else sum(map(columns_of, text))


def wrap(text: str, room: int, first: int | None = None) -> list[str]:
    """The text in lines of at most `room` columns (`first` for the first one); words that are longer stay whole.

    No line begins with `::`, which would be a command to whoever runs us on GitHub.
    """
    lines, left = [""], room if first is None else first
    for word in re.findall(ANY_WORD, text) if max(text, default="") >= FIRST_UNSPACED else WORD.findall(text):
        size = columns(word)
        if lines[-1] and size > left and not word.lstrip().startswith("::"):
            word = word.lstrip()  # noqa: PLW2901
            size, left = columns(word), room
            lines.append("")
        lines[-1] += word
        left -= size
    return lines
