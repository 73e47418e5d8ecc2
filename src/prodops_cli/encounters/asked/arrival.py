"""Arrivals: the launches that a user of whom some things are said has on a day, surely or perhaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from prodops_cli.encounters.asked.admission import admission
from prodops_cli.encounters.audience import audience
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.launch import Launch
from prodops_cli.overlap.audiences.audience import EVERYONE
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.phrases import day


@dataclass(frozen=True, slots=True)
class Arrival:
    """A launch for such a user, and its day; `reasons` say why only perhaps."""

    launch: Launch
    when: date
    reasons: tuple[str, ...]


def arrivals(trials: Trials, client: Client, on: date) -> Iterator[Arrival]:
    """The launches up to a day, the last first."""
    named = {each.id: each for each in reversed(trials.catalog.all(Launch))}
    found = (arrival for each in named.values() if (arrival := arrived(each, trials, client, on)))
    yield from sorted(found, key=lambda each: (-each.when.toordinal(), each.launch.id))


def arrived(launch: Launch, trials: Trials, client: Client, on: date) -> Arrival | None:
    """A launch, if it may be there for the user by then."""
    when = launch.day
    if when is None or when > on or launch.is_off:
        return None
    whom = audience(launch.audience, launch, trials.attributes, ("audience",)) if launch.audience else EVERYONE
    admitted = admission(whom, client, trials.attributes)
    if admitted.truth is Truth.FALSE:
        return None
    only = (f"only for {admitted.only_if}",) if admitted.only_if else ()
    return Arrival(launch, when, (*plans(launch, when, trials.today), *only))


def plans(launch: Launch, when: date, today: date) -> Iterator[str]:
    """Why it may not be there, or not for all."""
    match launch.status:
        case "launched":
            pass
        case "in_progress":
            yield "it is on its way to everybody"
        case _ if when > today:
            yield f"it is planned for {day(when, today)}"
        case _:
            yield f"it was planned for {day(when, today)}, and nobody wrote that it went out"
    if launch.stage in ("idea", "alpha", "beta"):
        yield f"it is in {launch.stage}, which not everybody has"
