"""Which known word somebody probably meant."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache

MANY = 300
"""From so many known words on, only some are compared letter by letter, which takes a hundred times as long."""
COMPARED = 30
COMMON = 100
"""Three letters that so many words have in a row tell nothing."""


DIGIT = re.compile(r"[0-9]")


def nearest(word: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known word most like this one, or the empty text. The same whatever the order of the words."""
    return nearest_of(word, frozenset(known), cutoff)


@lru_cache(maxsize=4096)
def nearest_of(word: str, known: frozenset[str], cutoff: float) -> str:
    """The answer, kept: thousands of references may name one thing that is missing."""
    alike = known if len(known) < MANY else likely(word, known)
    return next(iter(get_close_matches(word, sorted(alike), n=1, cutoff=cutoff)), "")


def likely(word: str, known: frozenset[str]) -> Iterable[str]:
    """The known words that have the most letters in a row in common with this one."""
    rows = by_row(known)
    shared = Counter(other for row in set(rows_of(word)) for other in rows.get(row, ()))
    return sorted(shared, key=lambda other: (-shared[other], other))[:COMPARED]


@lru_cache(maxsize=16)
def by_row(known: frozenset[str]) -> Mapping[str, list[str]]:
    """The words by the three letters that they have in a row, where not too many have them."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for other in known:
        for row in set(rows_of(other)):
            found[row].append(other)
    return {row: words for row, words in found.items() if len(words) < COMMON}


def rows_of(word: str) -> Iterator[str]:
    """All three letters in a row, the word's ends included."""
    padded = f" {word} "
    return (padded[start : start + 3] for start in range(len(padded) - 2))


def is_one_slip(one: str, two: str) -> bool:
    """Whether one letter is another, is one more, or is exchanged with its neighbour; a digit makes families."""
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    is_small = max(len(one), len(two)) == 1 or (len(one) == 2 and one == two[::-1])
    return is_small and not DIGIT.search(one + two)
