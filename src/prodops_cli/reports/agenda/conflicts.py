"""Conflicts: tests that are about to meet, each asked of the owner of the one that comes later."""

from collections.abc import Iterator
from typing import Final

from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import day, listing, weekday
from prodops_cli.reports.agenda.item import Item
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.clashes import clashes
from prodops_cli.reports.matters.overlaps import Overlap, consequence, overlaps, quoted, spoken

MOST_NAMED: Final = 3


def conflicts(edition: Edition) -> Iterator[Item]:
    """All that are planned; a draft is only an idea."""
    for overlap in overlaps(edition):
        if overlap.is_planned:
            yield Item(overlap.later, overlap.first_day, meeting(overlap, edition), moving(overlap, edition))
    for clash in clashes(edition):
        fact = (
            f"Gets users that {named(clash.earlier, edition)} has already, from {day(clash.since, edition.today)} on."
        )
        question = f"Can it have other users, or wait until {quoted(clash.earlier)} has ended?"
        if clash.later.is_exposing:
            question = f"Which of the two do we end: this or {quoted(clash.earlier)}?"
        yield Item(clash.later, clash.since, fact, question)


def meeting(overlap: Overlap, edition: Edition) -> str:
    """Whom it meets, where and when, and how many users see both."""
    met = overlap.encounters
    others = [named(each.earlier, edition) for each in met[:MOST_NAMED]]
    if len(met) > MOST_NAMED:
        others.append(f"{len(met) - MOST_NAMED} more")
    place = spoken(sorted({place for each in met for place in each.same or each.nested}))
    when = met[0].when if len(met) == 1 else f"from {day(overlap.first_day, edition.today)} on"
    return f"{place}: meets {listing(others)} {when}. {consequence(met)}".strip()


def named(experiment: Experiment, edition: Edition) -> str:
    """`“One-page checkout” (Tom Okafor)`."""
    people = edition.people
    return f"{quoted(experiment)} ({people.person(experiment.owner) or people.who(experiment.owner)})"


def moving(overlap: Overlap, edition: Edition) -> str:
    """What its owner is asked."""
    free = overlap.encounters[0].free_from
    if overlap.later.is_exposing:
        return "Do we end one of them, or agree in writing to read both with care?"
    if free is None:
        return "Can it wait until they have ended, or do we agree in writing that they meet?"
    return f"Can it start on {weekday(free, edition.today)}, or do we agree in writing that they meet?"
