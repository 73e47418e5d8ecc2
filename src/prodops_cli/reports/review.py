"""The experiment review's agenda: conflicts, decisions, ends and starts, each with one owner and one question."""

from collections.abc import Iterator
from typing import TypedDict

from prodops_cli.phrases import count, listing, weekday
from prodops_cli.reports.agenda.conflicts import conflicts
from prodops_cli.reports.agenda.endings import endings, waiting_for_a_decision
from prodops_cli.reports.agenda.item import Item, Topic, topic
from prodops_cli.reports.agenda.starts import starts
from prodops_cli.reports.material.edition import Edition


class Agenda(TypedDict):
    """What the review talks about, on one page."""

    today: str
    organisation: str
    questions: str
    """How many there are on this page; empty where there is none."""
    people: str
    """Who is asked, so that one knows who has to be there."""
    topics: list[Topic]


def context(edition: Edition) -> Agenda:
    """The topics about which there is anything to ask."""
    topics = [topic(name, items, edition) for name, items in sorts(edition)]
    asked = [item["who"] for each in topics for item in each["items"]]
    return {
        "today": f"{weekday(edition.today, edition.today)} {edition.today.year}",
        "organisation": edition.catalog.settings.catalog.name or "",
        "questions": count(len(asked), "question") if asked else "",
        "people": listing(sorted(set(asked))),
        "topics": [each for each in topics if each["items"]],
    }


def sorts(edition: Edition) -> Iterator[tuple[str, list[Item]]]:
    """What there is to ask, by sort; a test that was asked about is not asked about again."""
    told: set[str] = set()
    for name, found in (
        ("Conflicts", conflicts(edition)),
        ("To decide", waiting_for_a_decision(edition)),
        ("Ends", endings(edition)),
        ("Starts", starts(edition)),
    ):
        items = [item for item in found if item.test.id not in told]
        told |= {item.test.id for item in items}
        yield name, items
