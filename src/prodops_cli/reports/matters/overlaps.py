"""Overlaps ahead: experiments that are about to change one place for the same users."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from prodops_cli.catalog.people import People
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.trial import treated
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, day, listing, percent, portion, weekday
from prodops_cli.reports.material.edition import Edition
from prodops_cli.reports.matters.matter import Matter, dated, workday_before

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
        owners=(later.owner, *(each.earlier.owner for each in overlap.encounters)),
    )


def sentence(overlap: Overlap, people: People) -> str:
    """`“Saved cards” (Payments, Ana) and “One-page checkout” (Growth, Tom) meet from 7 to 14 Sep (8 days).`"""
    first = overlap.encounters[0]
    later, others = overlap.later, [each.earlier for each in overlap.encounters]
    if len(others) > 1:
        them = listing([f"{quoted(each)} ({people.who(each.owner)})" for each in others])
        return (
            f"{quoted(later)} ({people.who(later.owner)}) meets {them} from {day(overlap.first_day, first.today)} on."
        )
    return f"{both(later, first.earlier, people)} meet {first.when}."


def both(one: Experiment, other: Experiment, people: People) -> str:
    """Two experiments with their owners; what both have in common is said once."""
    owners, teams = ([say(each.owner) for each in (one, other)] for say in (people.who, people.team))
    if owners[0] == owners[1]:
        return f"{quoted(one)} and {quoted(other)} (both {owners[0]})"
    if teams[0] and teams[0] == teams[1]:
        mine, theirs = (people.person(each.owner) for each in (one, other))
        return f"{quoted(one)} ({mine}) and {quoted(other)} ({theirs}), both {teams[0]},"
    return f"{quoted(one)} ({owners[0]}) and {quoted(other)} ({owners[1]})"


def quoted(experiment: Experiment) -> str:
    """Its name in a sentence."""
    return f"“{experiment.title}”"


def consequence(encounters: tuple[Encounter, ...]) -> str:
    """How many see what: only of two, and where it is known."""
    found = encounters[0]
    share = found.shared_by_later
    if len(encounters) > 1 or share.high - share.low >= TOO_LITTLE_KNOWN or not share.high:
        return ""
    if not share.exact:
        said = f"{percent(share.low)} to {percent(share.high)} of the first one's users are in both"
    else:
        changed = share.low * treated(found.earlier.variants or ()) * treated(found.later.variants or ())
        said = f"{portion(share.low)} of the first one's users are in both, and {portion(changed)} see both changes"
    return f"If all users take part, {said}." if found.assumes_all else f"{said[0].upper()}{said[1:]}."


def option(overlap: Overlap, today: date) -> str:
    """The way out that costs least."""
    later, found = overlap.later, overlap.encounters[0]
    if later.is_exposing:
        return "stop one of them, or agree in writing to read the results with care."
    if found.free_from is None:
        others = listing([quoted(each.earlier) for each in overlap.encounters])
        return f"{quoted(later)} waits until {others} {'have' if len(overlap.encounters) > 1 else 'has'} ended."
    start = later.first_day(found.zone)
    delay = (found.free_from - start).days if start else 0
    return f"{quoted(later)} starts {weekday(found.free_from, today)}" + (
        f", {count(delay, 'day')} later." if delay > 0 else "."
    )


def spoken(surfaces: list[str]) -> str:
    """`Checkout payment` for `checkout.payment`."""
    return listing([surface.replace(".", " ").replace("_", " ").replace("-", " ") for surface in surfaces]).capitalize()
