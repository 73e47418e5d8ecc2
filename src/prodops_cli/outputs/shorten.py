"""Shortening: as much of a text as there is room for."""

import re

LONGEST = 160
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\sa-z])")


def first_sentence(text: str, longest: int = LONGEST) -> str:
    """The first sentence of a text, on one line, with a full stop."""
    sentence = SENTENCE.split(" ".join(text.split()), maxsplit=1)[0]
    short = shortened(sentence, longest)
    return short if not short or short.endswith((".", "!", "?", "…")) else f"{short}."


def shortened(text: str, longest: int) -> str:
    """A text of at most so many characters, cut between words."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    words, space, _ = line[:longest].rpartition(" ")
    words = words if space else line[: longest - 1]
    return f"{words.rstrip(' ,;:–-')}…"
