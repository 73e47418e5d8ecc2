"""Standings: what is to be made of a comparison on a day: in each other's way, agreed, over, or no harm."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations, product
from zoneinfo import ZoneInfo

from prodops_cli.encounters.asked.because import settled
from prodops_cli.encounters.asked.comparison import Comparison
from prodops_cli.encounters.encounter import after, waiting
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.findings import Severity
from prodops_cli.models.outcome import AcceptedOverlap
from prodops_cli.overlap.collide import Possible


class Sort(StrEnum):
    """How two experiments stand to each other, the worst first."""

    in_the_way = "in each other's way"
    unsure = "nobody can tell"
    lasting = "one after the other, and still felt"
    beside = "side by side"
    agreed = "agreed"
    over = "over"
    apart = "can't meet"


@dataclass(frozen=True, slots=True)
class Told:
    """What the lint says of a pair, and what can be done.

    `lasting` is what of the one is felt in the other; `common` what brings them together beside what both name.
    """

    severity: Severity
    remedy: str
    lasting: str = ""
    common: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A comparison, and what is to be made of it. `told` is None where the lint is silent."""

    pair: Comparison
    sort: Sort
    told: Told | None
    accepted: AcceptedOverlap | None

    @property
    def remedies(self) -> tuple[str, ...]:
        """What can be done."""
        match self.pair.verdict:
            case _ if self.sort in (Sort.agreed, Sort.apart):
                return ()
            case _ if self.sort is Sort.over:
                return ("read both results with care",)
            case Possible(doubts=doubts):
                return tuple(dict.fromkeys(settled(doubt) for doubt in doubts))
            case _ if self.told:
                return (self.told.remedy,)
            case _:
                return ()


@dataclass(frozen=True)
class Standings:
    """How pairs stand on a day."""

    encounters: Encounters

    @property
    def zone(self) -> ZoneInfo:
        """Where a day begins and ends."""
        return self.encounters.trials.zone

    @property
    def today(self) -> date:
        """The day from which they are seen."""
        return self.encounters.today

    def of(self, pair: Comparison) -> Standing:
        """How a pair stands."""
        accepted = self.acceptance(pair)
        told = self.told.get(pair.ids)
        if told and not pair.window and not told.lasting:
            told = None
        return Standing(pair, self.sort(pair, told, accepted), told, accepted)

    def sort(self, pair: Comparison, told: Told | None, accepted: AcceptedOverlap | None) -> Sort:
        """The sort of a pair."""
        window = pair.window
        if window is None:
            return Sort.lasting if told else Sort.apart
        if window.stop <= self.encounters.trials.ahead.start:
            return Sort.over
        if accepted:
            return Sort.agreed
        if isinstance(pair.verdict, Possible):
            return Sort.unsure
        return Sort.in_the_way if told and told.severity > Severity.notice else Sort.beside

    def acceptance(self, pair: Comparison) -> AcceptedOverlap | None:
        """The agreement of people that the two may meet, while it lasts."""
        said = (
            accepted
            for one, other in ((pair.a, pair.b), (pair.b, pair.a))
            for accepted in one.accepted_overlaps or ()
            if accepted.experiment == other.id and (accepted.until is None or self.today <= accepted.until)
        )
        return next(said, None)

    @cached_property
    def told(self) -> Mapping[tuple[str, str], Told]:
        """What the lint says, by the ids of pairs; of several the loudest."""
        found: dict[tuple[str, str], Told] = {}
        sorts = (self.of_metrics, self.of_effects, self.of_doubts, self.of_salts, self.of_surfaces, self.of_holdouts)
        for ids, told in (each for sort in sorts for each in sort()):
            if ids not in found or found[ids].severity <= told.severity:
                found[ids] = told
        return found

    def of_metrics(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those that look at one metric."""
        for metric, readers in self.encounters.readers.items():
            for one, other in combinations(readers, 2):
                yield two(one.id, other.id), Told(Severity.notice, f"look at what both did to {metric} together")
        for metric, watch in self.encounters.watched.items():
            for one, other in product(watch.decided, watch.guarded):
                yield two(one.id, other.id), Told(Severity.notice, f"look at {metric} with and without the other test")

    def of_doubts(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those of which nobody can tell."""
        for found in self.encounters.doubtful:
            yield from ((two(found.experiment.id, other.id), Told(found.severity, "")) for other in found.others)

    def of_salts(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those that deal users by one salt."""
        for id, others in self.encounters.salted.items():
            yield from ((two(id, other.id), Told(Severity.warning, f"give {id} another salt")) for other in others)

    def of_surfaces(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those that change one surface, or have the same buckets."""
        for met in self.encounters.moving:
            yield two(met.earlier.id, met.later.id), Told(Severity.warning, waiting(met))
        for met in self.encounters.reported:
            yield two(met.earlier.id, met.later.id), Told(met.severity, met.remedy)
        for clash in self.encounters.clashes:
            yield two(clash.earlier.id, clash.later.id), Told(Severity.error, clash.remedy)
        for place in self.encounters.places:
            yield two(place.earlier.id, place.later.id), Told(place.severity, place.remedy, common=place.beside)

    def of_holdouts(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those that take users of a holdout."""
        for id, forget in self.encounters.forgetful.items():
            for each in forget:
                remedy, common = f"write `holdout: {id}` in {each.experiment.id}", f"{id} is a holdout"
                yield two(id, each.experiment.id), Told(Severity.error, remedy, common=common)

    def of_effects(self) -> Iterator[tuple[tuple[str, str], Told]]:
        """Those of which one begins while the other is still felt."""
        for met in self.encounters.lasting:
            said = f"{met.later.id} begins while {met.earlier.id} is still felt on {met.surfaces} {met.when}"
            yield two(met.earlier.id, met.later.id), Told(Severity.notice, after(met), said)


def two(a: str, b: str) -> tuple[str, str]:
    """The ids of a pair."""
    return (a, b) if a < b else (b, a)
