"""Choices: which pairs of experiments somebody asks for."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.selection import must_be, people_of, surfaces
from prodops_cli.encounters.asked.comparison import Comparison, Comparisons
from prodops_cli.encounters.asked.standing import Standing, Standings
from prodops_cli.failure import Misuse
from prodops_cli.models.entity import Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER, end_of, instant
from prodops_cli.overlap.windows.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Choice:
    """Pairs with one of the `ids` (of several ids, those between them); `everything`: also those that can't meet."""

    ids: tuple[str, ...] = ()
    owner: str | None = None
    surfaces: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    everything: bool = False

    @property
    def is_named(self) -> bool:
        """Whether it is for certain pairs, which are told in any case."""
        return len(self.ids) > 1

    @property
    def is_broad(self) -> bool:
        """Whether nothing in particular is asked for."""
        return self == Choice()


def chosen(choice: Choice, standings: Standings) -> Iterator[Standing]:
    """How the pairs stand that are asked for, by id. Raises Misuse for what no catalog of these can have."""
    comparisons = Comparisons(standings.encounters.trials)
    check(choice, comparisons)
    catalog = standings.encounters.catalog
    owners = people_of(catalog, choice.owner) if choice.owner else None
    frame = frame_of(choice, standings.zone)
    for pair in asked(choice, comparisons, standings.told):
        is_theirs = owners is None or pair.a.owner in owners or pair.b.owner in owners
        is_there = not choice.surfaces or bool(shared(choice.surfaces, pair.shared("surface")))
        if is_theirs and is_there and is_within(pair, frame):
            yield standings.of(pair)


def experiments(choice: Choice, standings: Standings) -> tuple[Experiment, ...]:
    """The experiments that are named, or are theirs and there, by id; all, where nothing is said."""
    trials = standings.encounters.trials
    owners = people_of(trials.catalog, choice.owner) if choice.owner else None
    return tuple(
        each
        for id, each in Comparisons(trials).experiments.items()
        if (not choice.ids or id in choice.ids)
        and (owners is None or each.owner in owners)
        and (not choice.surfaces or shared(choice.surfaces, each.surfaces or ()))
    )


def asked(choice: Choice, comparisons: Comparisons, told: Collection[tuple[str, str]]) -> Iterator[Comparison]:
    """The pairs before all else that is asked of them: those that meet, and those of which the lint has something."""
    if choice.is_named:
        return comparisons.between(choice.ids)
    found = comparisons.every(choice.ids) if choice.everything else comparisons.meeting(choice.ids)
    pairs = {each.ids: each for each in found}
    more = (ids for ids in told if ids not in pairs and (not choice.ids or set(choice.ids) & set(ids)))
    pairs |= {ids: comparisons.compared(*ids) for ids in more}
    return (pairs[ids] for ids in sorted(pairs))


def frame_of(choice: Choice, zone: ZoneInfo) -> Stretch:
    """From the first day to the end of the last."""
    start = instant(choice.since, zone) if choice.since else BEGINNING
    return Stretch(start, end_of(choice.until, zone) if choice.until else FOREVER)


def is_within(pair: Comparison, frame: Stretch) -> bool:
    """Whether they meet in a frame, or both are there, where they can't meet."""
    spans = [pair.window] if pair.window else [each.window.possible for each in pair.trials]
    return all(span.intersection(frame) for span in spans)


def check(choice: Choice, comparisons: Comparisons) -> None:
    """Raises Misuse for what can't be: silence could also mean that nobody looked."""
    catalog = comparisons.trials.catalog
    for id in choice.ids:
        must_be(id, catalog.ids("experiment"), "experiment")
        if id not in comparisons.experiments:
            raise Misuse(f"`{id}` was cancelled before it had a day", "it meets nobody; leave it out")
    if choice.owner is not None:
        must_be(choice.owner, catalog.ids("owner") | {each.owner or "" for each in catalog.all(Owned)}, "owner")
    must_be_known(choice.surfaces, catalog)
    if choice.since and choice.until and choice.until < choice.since:
        raise Misuse(f"{choice.until} is before {choice.since}", "exchange --since and --until")


def must_be_known(places: tuple[str, ...], catalog: Catalog) -> None:
    """Raises Misuse for a surface that nobody declares or changes."""
    known = set(surfaces(catalog))
    for surface in places:
        must_be(surface, known, "surface")
