"""Edits: other text in the place of ranges of a source, everything else to the letter as it was."""

from collections.abc import Iterable
from typing import NamedTuple

from prodops_cli.documents.source import Span


class Edit(NamedTuple):
    """New text for a range; an empty range inserts."""

    span: Span
    text: str


class ClashingEdits(ValueError):
    """Two edits that want the same range."""


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text with all edits made. The same edit twice is made once; raises ClashingEdits where two overlap.

    Several insertions at one place are made in the order of their texts.
    """
    parts = []
    end = 0
    for span, new in sorted(set(edits)):
        if not end <= span.start <= span.stop <= len(text):
            raise ClashingEdits(new)
        parts += [text[end : span.start], new]
        end = span.stop
    return "".join((*parts, text[end:]))
