"""Feedback: what came in, and which themes are heard most."""

from collections import defaultdict
from datetime import date
from typing import TypedDict

from prodops_cli.models.feedback import Feedback
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import count, days
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link

MOST = 5
LONGEST_QUOTE = 120


class Theme(TypedDict):
    """What several customers say."""

    theme: str
    mentions: int
    feedback: Link
    """The newest words for it."""
    quote: str
    who: str
    status: str


class Heard(TypedDict):
    """What customers say."""

    new: str
    """How much came in; empty where none did."""
    days: str
    """The period: `31 Aug to 6 Sep`."""
    waiting: int
    """How much nobody has looked at."""
    rows: list[Theme]
    more: int
    """How many themes are heard less."""


def context(edition: Edition) -> Heard | None:
    """The loudest themes that nothing has answered yet; None where a catalog has no feedback at all."""
    all_of_it = edition.catalog.all(Feedback)
    if not all_of_it:
        return None
    themes: defaultdict[str, list[Feedback]] = defaultdict(list)
    for each in all_of_it:
        for theme in each.themes or ():
            if each.status in (None, "new", "triaged", "planned"):
                themes[theme].append(each)
    ordered = sorted(themes.items(), key=lambda theme: (-mentions(theme[1]), theme[0]))
    new = [each for each in all_of_it if each.received in edition.period]
    return {
        "new": count(len(new), "piece of feedback", "pieces of feedback") if new else "",
        "days": days(edition.period.first, edition.period.last, edition.today),
        "waiting": sum(each.status in (None, "new") for each in all_of_it),
        "rows": [row(theme, heard, edition) for theme, heard in ordered[:MOST]],
        "more": max(len(ordered) - MOST, 0),
    }


def mentions(heard: list[Feedback]) -> int:
    """How often something was heard; a document that does not say counts once."""
    return sum(each.heard for each in heard)


def row(theme: str, heard: list[Feedback], edition: Edition) -> Theme:
    """One theme, with the newest words for it."""
    newest = max(heard, key=lambda each: (each.received or date.min, each.id))
    return {
        "theme": theme.replace("-", " ").replace("_", " ").capitalize(),
        "mentions": mentions(heard),
        "feedback": edition.links.named(newest),
        "quote": shortened(newest.quote or newest.description or "", LONGEST_QUOTE),
        "who": edition.people.who(newest.owner),
        "status": newest.status or "new",
    }
