"""Which known word somebody probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word most like this one, or the empty text. The same whatever the order of the words."""
    return next(iter(get_close_matches(word, sorted(known), n=1, cutoff=cutoff)), "")
