"""The book of feedback: what customers say most, what answers it, who still waits, and the score of surveys."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, TypedDict

from prodops_cli.catalog.themes import Theme, mentions, themes
from prodops_cli.models.feedback import Feedback
from prodops_cli.outputs.shorten import shortened
from prodops_cli.phrases import count, day
from prodops_cli.reports.books.cover import Cover, cover, heading
from prodops_cli.reports.books.entry import Book, Entry, cited, entry
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.material.links import Link
from prodops_cli.reports.words.answers import answer, answering
from prodops_cli.reports.words.money import at_risk
from prodops_cli.reports.words.survey import Wave, survey

BOOK: Final[Book] = "feedback"
LONGEST_QUOTE: Final = 160


class ThemeRow(TypedDict):
    """What several customers say."""

    theme: str
    heard: int
    """How often."""
    pieces: list[Link]
    since: str
    at_risk: str
    """The yearly revenue of those who say so; a dash where nobody wrote it."""
    answer: str
    """`planned`; empty where nothing answers it."""
    by: list[Link]
    """The launches and experiments that do."""


class Waiting(Entry):
    """Feedback about which somebody should do something."""

    since: str
    heard: int
    quote: str


class Piece(Entry):
    """One piece of feedback."""

    on: str
    source: str
    segment: str
    heard: int
    status: str
    told: str
    """Whether those who said it know what became of it: `yes`, `no`, or a dash where there is nothing to tell."""


class FeedbackBook(TypedDict):
    """What customers say, and what becomes of it."""

    cover: Cover
    summary: list[str]
    """`17 pieces of feedback`, `2 themes without an answer`."""
    any: bool
    surveys: list[Wave]
    """The net promoter score by area and quarter."""
    themes: list[ThemeRow]
    """Those that are open, the loudest first."""
    closed: list[ThemeRow]
    """Those of which all is shipped or declined."""
    new: list[Waiting]
    """What nobody has looked at."""
    told: str
    """`4 of 5`: how many of those whose answer is final were told; empty where there is none."""
    untold: list[Waiting]
    pieces: list[Piece]


def context(edition: Edition) -> FeedbackBook:
    """The themes, what waits to be looked at or answered, and all pieces, the newest first."""
    heard = sorted(edition.catalog.all(Feedback), key=lambda each: (each.received or date.min, each.id), reverse=True)
    known = [*themes(edition.catalog)]
    rows = [theme_row(each, edition) for each in loudest(each for each in known if each.open)]
    new, final = [each for each in heard if each.status in (None, "new")], [each for each in heard if is_final(each)]
    scores = survey(edition)
    names = ("Themes", "Waiting", "Told", *(("Surveys",) if scores else ()), "All of it") if heard else ()
    untold = [each for each in final if not each.responded]
    return {
        "cover": cover(edition, "What customers say", [heading(name) for name in names]),
        "summary": summary(heard, rows),
        "any": bool(heard),
        "surveys": scores,
        "themes": rows,
        "closed": [theme_row(each, edition) for each in loudest(each for each in known if not each.open)],
        "new": [waiting(each, edition) for each in new],
        "told": f"{len(final) - len(untold)} of {len(final)}" if final else "",
        "untold": [waiting(each, edition) for each in untold],
        "pieces": [piece(each, edition) for each in heard],
    }


def is_final(feedback: Feedback) -> bool:
    """Whether there is something to tell those who said it."""
    return feedback.status in ("shipped", "declined")


def loudest(found: Iterable[Theme]) -> list[Theme]:
    """What is heard most comes first."""
    return sorted(found, key=lambda theme: (-mentions(theme.heard), theme.name))


def summary(heard: Sequence[Feedback], rows: list[ThemeRow]) -> list[str]:
    """How much there is, and how much of it waits."""
    if not heard:
        return []
    new = sum(each.status in (None, "new") for each in heard)
    silent = sum(not row["answer"] for row in rows)
    return [
        count(len(heard), "piece of feedback", "pieces of feedback"),
        count(len(rows), "open theme"),
        *([f"{silent} of them without an answer"] if silent else []),
        *([f"{new} not looked at"] if new else []),
    ]


def theme_row(theme: Theme, edition: Edition) -> ThemeRow:
    """One theme, with what may answer it."""
    pieces = theme.open or theme.heard
    since = min((each.received for each in pieces if each.received), default=None)
    found = answer(theme, edition.catalog)
    return {
        "theme": theme.title,
        "heard": mentions(pieces),
        "pieces": [cited(each, edition, BOOK) for each in pieces],
        "since": day(since, edition.today) if since else "–",
        "at_risk": at_risk(pieces) or "–",
        "answer": found,
        "by": [cited(each, edition, BOOK) for each in answering(theme, edition.catalog)] if found else [],
    }


def waiting(feedback: Feedback, edition: Edition) -> Waiting:
    """One piece that waits, and since when."""
    return {
        **entry(feedback, edition, BOOK),
        "since": day(feedback.received, edition.today) if feedback.received else "–",
        "heard": feedback.heard,
        "quote": shortened(feedback.quote or feedback.description or "", LONGEST_QUOTE),
    }


def piece(feedback: Feedback, edition: Edition) -> Piece:
    """One piece."""
    return {
        **entry(feedback, edition, BOOK),
        "on": day(feedback.received, edition.today) if feedback.received else "–",
        "source": "NPS" if feedback.source == "nps" else feedback.source or "–",
        "segment": feedback.segment or "–",
        "heard": feedback.heard,
        "status": feedback.status or "new",
        "told": ("yes" if feedback.responded else "no") if is_final(feedback) else "–",
    }
