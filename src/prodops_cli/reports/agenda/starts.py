"""Starts: tests that are to begin soon or should have begun, and what is still missing for it."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, percent, weekday
from prodops_cli.reports.agenda.item import Item
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.words.power import power
from prodops_cli.sizing.plan import days_needed

AHEAD: Final = timedelta(days=14)
ENOUGH: Final = 0.75
"""A power that nobody has to talk about."""


def starts(edition: Edition) -> Iterator[Item]:
    """What is scheduled for the next fortnight, and what has not begun on its day."""
    for test in edition.catalog.all(Experiment):
        first = test.first_day(edition.zone)
        if test.status == "scheduled" and first is not None and first <= edition.today + AHEAD:
            yield Item(test, first, fact(first, edition), question(test, first, edition))


def fact(first: date, edition: Edition) -> str:
    """When."""
    late = (edition.today - first).days
    if late > 0:
        return f"Was to start on {weekday(first, edition.today)}, {count(late, 'day')} ago, and has not."
    return "Starts today." if not late else f"Starts on {weekday(first, edition.today)}."


def question(test: Experiment, first: date, edition: Edition) -> str:
    """The first thing that one has to ask before it begins."""
    chance = power(test, edition.catalog)
    if first < edition.today:
        return "What keeps it, and on which day does it start?"
    if not test.hypothesis:
        return "What do we expect, and why?"
    if test.must_decide and not [*test.judged_by("primary")]:
        return "Which number decides?"
    if test.must_decide and chance is not None and chance < ENOUGH:
        days = days_needed(test, edition.catalog)
        longer = f"run it for {count(days, 'day')}" if days else "find more users"
        return f"It would show its effect {percent(chance)} of the time: do we {longer}, or look for a larger one?"
    if not [*test.judged_by("guardrail")]:
        return "What would make us stop it before its end?"
    return "Is all of it ready?"
