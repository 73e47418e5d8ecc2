"""What a catalog says of its names: the pattern of each kind's ids, and names that say too little."""

import re
from functools import lru_cache

from prodops_cli.models.pattern import Pattern, parse_pattern
from prodops_cli.models.settings import Settings

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


def breaks_pattern(id: str, kind: str, settings: Settings) -> bool:
    """Whether an id is not built as its kind's pattern says."""
    pattern = pattern_for(kind, settings)
    return pattern is not None and not pattern.fits(id)


def is_topic(name: str) -> bool:
    """Whether a metric's name is only what one could speak of, such as Retention or Conversion rate."""
    return TOPIC.fullmatch(name) is not None
