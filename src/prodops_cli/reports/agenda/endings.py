"""Endings: tests that have ended and are not decided, and those that end within a week."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, listing, weekday
from prodops_cli.reports.agenda.item import Item
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.undecided import option, undecided, waiting
from prodops_cli.reports.words.results import summary

AHEAD: Final = timedelta(days=7)


def waiting_for_a_decision(edition: Edition) -> Iterator[Item]:
    """What has ended, with what was seen and what that suggests."""
    for test in undecided(edition):
        found = summary(test, edition.catalog) or "no result is written down"
        fact = f"{waiting(test, edition)}. {found[:1].upper()}{found[1:]}."
        yield Item(test, test.last_day(edition.zone) or edition.today, fact, asks(option(test, edition)))


def asks(suggestion: str) -> str:
    """`Ship it?` of `ship it.`"""
    return f"{suggestion[:1].upper()}{suggestion[1:].removesuffix('.')}?"


def endings(edition: Edition) -> Iterator[Item]:
    """What runs past its end, and what ends before the next review."""
    for test in edition.catalog.all(Experiment):
        last = test.last_day(edition.zone)
        if test.is_exposing and last is not None and last <= edition.today + AHEAD:
            yield Item(test, last, *said(test, last, edition))


def said(test: Experiment, last: date, edition: Edition) -> tuple[str, str]:
    """What there is to know of its end, and what to ask."""
    when, late = weekday(last, edition.today), (edition.today - last).days
    if late > 0:
        fact = f"Was to end on {when}, {count(late, 'day')} ago, and is still {test.status}."
        return fact, "Do we end it now, or until when does it go on, and why?"
    if test.type == "rollout":
        return f"Ends on {when}.", "Does everybody have it then, and who says so?"
    return f"Ends on {when}.", f"Who reads {judges(test, edition)}, and on which day do we decide?"


def judges(test: Experiment, edition: Edition) -> str:
    """The metrics that decide."""
    found = [*test.judged_by("primary")]
    titles = [metric.title if (metric := edition.catalog.get(Metric, id)) else id for id in found]
    return f"“{listing(titles)}”" if titles else "the results"
