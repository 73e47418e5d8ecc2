"""A suggestion: one thing that may be written where a cursor is."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Sort: TypeAlias = Literal["key", "word", "id", "surface", "attribute", "rule"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A word, what is written for it, what it is in a few words, and in more; the least `rank` comes first.

    `is_retired` where nobody should choose it any more.
    """

    sort: Sort
    word: str
    text: str
    detail: str = ""
    more: str = ""
    rank: int = 0
    is_retired: bool = False
