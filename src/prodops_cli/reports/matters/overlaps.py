"""Overlaps ahead: experiments that are about to change one place for the same users."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.trial import treated
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, day, listing, portion, weekday
from prodops_cli.reports.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated, workday_before
from prodops_cli.reports.people import People

SOON = timedelta(weeks=4)
TOO_LITTLE_KNOWN = 0.5


@dataclass(frozen=True, slots=True)
class Overlap:
    """An experiment, and those that were there before it and would get in its way."""

    later: Experiment
    encounters: tuple[Encounter, ...]

    @property
    def first_day(self) -> date:
        """The first day on which it meets one of them."""
        return min(encounter.first_day for encounter in self.encounters)

    @property
    def is_planned(self) -> bool:
        """Whether it is meant to happen: a draft is only an idea."""
        return self.later.is_scheduled and any(encounter.earlier.is_scheduled for encounter in self.encounters)


def overlaps(edition: Edition) -> tuple[Overlap, ...]:
    """All overlaps ahead, the first to come first."""
    found: defaultdict[str, list[Encounter]] = defaultdict(list)
    for encounter in edition.encounters:
        found[encounter.later.id].append(encounter)
    grouped = (Overlap(encounters[0].later, tuple(encounters)) for encounters in found.values())
    return tuple(sorted(grouped, key=lambda overlap: (overlap.first_day, overlap.later.id)))


def overlap_matters(edition: Edition) -> Iterator[Matter]:
    """Those that nobody can put off: both are planned, and they meet within four weeks."""
    for overlap in overlaps(edition):
        if overlap.is_planned and overlap.first_day <= edition.today + SOON:
            yield matter(overlap, edition)


def matter(overlap: Overlap, edition: Edition) -> Matter:
    """What is to be decided: who moves."""
    later, today = overlap.later, edition.today
    is_ahead = not later.is_exposing and overlap.first_day > today
    by = max(workday_before(overlap.first_day), today) if is_ahead else today
    return Matter(
        what=spoken(sorted({place for each in overlap.encounters for place in each.same or each.nested})),
        who="",
        by=by,
        when=dated(by, today) if is_ahead else "now",
        text=f"{sentence(overlap, edition.people)} {consequence(overlap.encounters)}".strip(),
        option=option(overlap, today),
    )


def sentence(overlap: Overlap, people: People) -> str:
    """`Saved cards (Payments, Ana) and One-page checkout (Growth, Tom) share it from 7 to 14 Sep (8 days).`"""
    others = [each.earlier for each in overlap.encounters]
    owners = [people.who(each.owner) for each in (overlap.later, *others)]
    if len(set(owners)) == 1:
        titles = listing([each.title for each in (overlap.later, *others)])
        subject = f"{titles} ({'both' if len(others) == 1 else 'all'} {owners[0]})"
    else:
        pairs = zip((overlap.later, *others), owners, strict=True)
        subject = listing([f"{each.title} ({who})" for each, who in pairs])
    first = min(overlap.encounters, key=lambda each: each.first_day)
    return f"{subject} share it {first.when if len(others) == 1 else f'from {day(first.first_day, first.today)} on'}."


def consequence(encounters: tuple[Encounter, ...]) -> str:
    """`Every user of Saved cards is in both; 1 in 4 sees both changes.`: only of two, and where it is known."""
    found = encounters[0]
    shared = found.shared_by_later
    if len(encounters) > 1 or shared.high - shared.low >= TOO_LITTLE_KNOWN or not shared.high:
        return ""
    if not shared.exact:
        return f"{portion(shared.low)} to {portion(shared.high)} of the users of {found.later.title} are in both."
    both = shared.low * treated(found.earlier.variants or ()) * treated(found.later.variants or ())
    who = "Every user" if portion(shared.low) == "all" else f"{portion(shared.low)} of the users".capitalize()
    return f"{who} of {found.later.title} is in both; {portion(both)} of them see both changes."


def option(overlap: Overlap, today: date) -> str:
    """The way out that costs least."""
    later, found = overlap.later, overlap.encounters[0]
    if later.is_exposing:
        return f"stop one of them, or agree in writing to read {later.title} with care."
    if found.free_from is None:
        return f"{later.title} waits until {listing([each.earlier.title for each in overlap.encounters])} has ended."
    start = later.first_day(found.zone)
    delay = (found.free_from - start).days if start else 0
    return f"{later.title} starts {weekday(found.free_from, today)}" + (
        f", {count(delay, 'day')} later." if delay > 0 else "."
    )


def spoken(surfaces: list[str]) -> str:
    """`Checkout payment` for `checkout.payment`."""
    return listing([surface.replace(".", " ").replace("_", " ").replace("-", " ") for surface in surfaces]).capitalize()
