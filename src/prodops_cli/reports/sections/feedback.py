"""Feedback: what came in, which themes are heard most and what answers them, and how surveys went."""

from datetime import date
from typing import TypedDict

from prodops_cli.catalog.themes import Theme, mentions, themes
from prodops_cli.models.feedback import Feedback
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import count, days
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.answers import answer
from prodops_cli.reports.words.survey import sentences

MOST = 5
LONGEST_QUOTE = 120


class ThemeRow(TypedDict):
    """What several customers say."""

    theme: str
    mentions: int
    feedback: Link
    """The newest words for it."""
    quote: str
    who: str
    answer: str
    """`planned`; empty where nothing answers it."""


class Heard(TypedDict):
    """What customers say."""

    new: str
    """How much came in; empty where none did."""
    days: str
    """The period: `31 Aug to 6 Sep`."""
    waiting: int
    """How much nobody has looked at."""
    untold: int
    """How much was shipped or declined, and those who had asked don't know."""
    rows: list[ThemeRow]
    more: int
    """How many themes are heard less."""
    surveys: list[str]
    """`Whole product: NPS +42 in Q3 2026 (…).`"""


def context(edition: Edition) -> Heard | None:
    """The loudest themes that are open; None where a catalog has no feedback at all."""
    all_of_it = edition.catalog.all(Feedback)
    if not all_of_it:
        return None
    found = [theme for theme in themes(edition.catalog) if theme.open]
    ordered = sorted(found, key=lambda theme: (-mentions(theme.open), theme.name))
    new = [each for each in all_of_it if each.received in edition.period]
    return {
        "new": count(len(new), "piece of feedback", "pieces of feedback") if new else "",
        "days": days(edition.period.first, edition.period.last, edition.today),
        "waiting": sum(each.status in (None, "new") for each in all_of_it),
        "untold": sum(each.status in ("shipped", "declined") and not each.responded for each in all_of_it),
        "rows": [row(theme, edition) for theme in ordered[:MOST]],
        "more": max(len(ordered) - MOST, 0),
        "surveys": [*sentences(edition)],
    }


def row(theme: Theme, edition: Edition) -> ThemeRow:
    """One theme, with the newest words for it."""
    newest = max(theme.open, key=lambda each: (each.received or date.min, each.id))
    return {
        "theme": theme.title,
        "mentions": mentions(theme.open),
        "feedback": edition.links.named(newest),
        "quote": shortened(newest.quote or newest.description or "", LONGEST_QUOTE),
        "who": edition.people.who(newest.owner),
        "answer": answer(theme, edition.catalog),
    }
