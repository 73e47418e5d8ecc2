"""What a catalog says of its names: the pattern of each kind's ids, and names that say too little."""

import re
from functools import lru_cache

from prodops_cli.models.pattern import Pattern, parse_pattern
from prodops_cli.models.settings import Settings

VERSION = re.compile(r"(?P<stem>.+[-_])v(?P<number>[1-9][0-9]?)")
"""An id of which there are several, counted."""

TOPICS = (
    "activation activity adoption attrition bounce churn click-?through conversions? engagement growth loyalty "
    "performance quality retention satisfaction stickiness success usage"
)
TOPIC = re.compile(
    rf"\s*(?:the\s+)?(?:{'|'.join(TOPICS.split())}|active\s+users)(?:\s+(?:metric|rate|ratio|score|kpi))?\s*",
    re.IGNORECASE,
)


def pattern_for(kind: str, settings: Settings) -> Pattern | None:
    """The pattern of a kind's ids; None where they may be called as one likes."""
    written = next((text for each, text in settings.naming.items() if each == kind), "")
    return pattern_of(written, tuple(settings.vocabulary.words.items())) if written else None


@lru_cache(maxsize=16)
def pattern_of(written: str, words: tuple[tuple[str, tuple[str, ...]], ...]) -> Pattern:
    """A pattern with its vocabularies."""
    return parse_pattern(written, dict(words))


def keeps_to(pattern: Pattern, id: str) -> bool:
    """Whether an id is built like a pattern; a version at its end is no part of that."""
    version = VERSION.fullmatch(id)
    return pattern.fits(id) or (version is not None and pattern.fits(version["stem"][:-1]))


def breaks_pattern(id: str, kind: str, settings: Settings) -> bool:
    """Whether an id is not built as its kind's pattern says."""
    pattern = pattern_for(kind, settings)
    return pattern is not None and not keeps_to(pattern, id)


def is_topic(name: str) -> bool:
    """Whether a metric's name is only what one could speak of, such as Retention or Conversion rate."""
    return TOPIC.fullmatch(name) is not None
