"""Vacancies: which cities or regions no switchback and no synthetic control has, and when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from prodops_cli.overlap.audiences.attribute import UNDECLARED, Attribute
from prodops_cli.overlap.ground import shared_places
from prodops_cli.overlap.trial import Trial
from prodops_cli.scheduling.schedule import Schedule


@dataclass(frozen=True, slots=True, order=True)
class Stay:
    """Somebody who has a place from a minute on, up to another."""

    start: int
    stop: int
    who: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """Places that are taken by the same ones; where nobody is named, they are free."""

    attribute: str
    places: tuple[str, ...]
    taken: tuple[Stay, ...]


@dataclass(frozen=True)
class Vacancies:
    """The places of a catalog, if everybody does as a schedule says."""

    schedule: Schedule

    def __iter__(self) -> Iterator[Vacancy]:
        """The places by attribute, the free ones first; none, where nobody treats whole places."""
        for name in sorted({each.places.attribute for each, _, _ in self.stays if each.places}):
            groups: defaultdict[tuple[Stay, ...], list[str]] = defaultdict(list)
            for place in sorted(self.known(name)):
                groups[tuple(sorted(self.taken(name, place)))].append(place)
            for taken, places in sorted(groups.items()):
                yield Vacancy(name, tuple(places), taken)

    @cached_property
    def stays(self) -> tuple[tuple[Trial, int, int], ...]:
        """Who wants places for itself from today on, from when, and until when."""
        clock, planned = self.schedule.clock, self.planned
        found = []
        for id, trial in self.schedule.trials.located.items():
            if trial.places is None or id in self.schedule.posed.tasks:
                continue
            start, stop = clock.span(trial.felt.possible)
            quiet = trial.places.pre_period
            found.append((trial, min(start, clock.span(quiet)[0]) if quiet else start, stop))
        mine = ((self.schedule.posed.moving[id], *span) for id, span in planned.items())
        whole = (*found, *(each for each in mine if each[0].places))
        return tuple(each for each in whole if each[2] > 0)

    @property
    def planned(self) -> Mapping[str, tuple[int, int]]:
        """When those of the plan want them."""
        return {
            each.task.id: (each.start - each.task.lead, each.start + each.task.felt) for each in self.schedule.planned
        }

    def known(self, name: str) -> frozenset[str]:
        """The places that somebody has, and those beside them."""
        attribute = self.attribute(name)
        treating = (each.places for each, _, _ in self.stays)
        used = {place for each in treating if each and each.attribute == name for place in each.all}
        above = {attribute.parents.get(place) for place in used}
        beside = (str(each) for each in attribute.values if attribute.parents.get(str(each)) in above)
        return frozenset(used.union(beside))

    def taken(self, name: str, place: str) -> Iterator[Stay]:
        """Who has a place, a part of it, or a place around it."""
        for trial, start, stop in self.stays:
            wanted = trial.places.all if trial.places and trial.places.attribute == name else frozenset[str]()
            if shared_places(frozenset((place,)), wanted, self.attribute(name)):
                yield Stay(max(start, 0), stop, trial.id)

    def attribute(self, name: str) -> Attribute:
        """What is declared of the places."""
        return self.schedule.trials.attributes.get(name, UNDECLARED)
