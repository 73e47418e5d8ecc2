"""Slugs: ids made of what others call things."""

import re
from typing import Final
from unicodedata import normalize

from prodops_cli.models.pattern import LONGEST_ID

MARK: Final = re.compile("[\u0300-\u036f]")
"""Accents, once they stand alone."""
OTHER: Final = re.compile(r"[^a-z0-9_]+")
SEVERAL: Final = re.compile(r"[-_]*-[-_]*|__+")
LETTERS: Final = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that Unicode doesn't take apart."""


def slug(text: str) -> str:
    """Small letters and digits of a text, joined as ids are; empty where it has none."""
    plain = MARK.sub("", normalize("NFKD", text.casefold().translate(LETTERS)))
    joined = SEVERAL.sub(lambda found: "-" if "-" in found[0] else "_", OTHER.sub("-", plain))
    return joined.strip("-_")[:LONGEST_ID].rstrip("-_")
