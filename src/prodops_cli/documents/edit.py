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
    """A text with all edits made. The same edit twice is made once; raises ClashingEdits where two overlap."""
    end = len(text)
    for edit in sorted(set(edits), reverse=True):
        if edit.span.stop > end:
            raise ClashingEdits(edit.text)
        text = text[: edit.span.start] + edit.text + text[edit.span.stop :]
        end = edit.span.start
    return text
