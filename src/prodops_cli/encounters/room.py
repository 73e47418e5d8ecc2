"""Room: the first day on which an experiment could start and meet nobody."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property

from prodops_cli.encounters.audience import Attributes
from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.dimension import audience, buckets, exclusion, geo, holdout
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial, common_buckets
from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER, instant


@dataclass(frozen=True)
class Room:
    """Trials by id, each with the surfaces on which it must be alone. Some of them are `holdouts`."""

    trials: Mapping[str, Trial]
    attributes: Attributes
    zone: tzinfo
    holdouts: Collection[str] = ()

    def free_from(self, moved: Trial, not_before: datetime = BEGINNING) -> date | None:
        """The first day, after its planned start, from which a trial as long meets no other; None if there is none.

        It is free of what lasts of others, and of their pre-periods, too. Trials of which nobody knows when they start
        are in nobody's way.
        """
        start = max(moved.felt.possible.start, not_before)
        stop = self.stop(moved, start)
        for other in sorted(self.neighbours(moved), key=lambda each: each.wanted.start):
            taken = other.wanted if moved.places else other.felt.possible
            if taken.start >= stop:
                break
            if start < taken.stop and self.could_meet(moved, other):
                if taken.stop >= FOREVER:
                    return None
                start = instant(self.day_after(taken.stop), self.zone)
                stop = self.stop(moved, start)
        return start.astimezone(self.zone).date()

    def is_taken(self, trial: Trial) -> bool:
        """Whether a trial might meet another one as it is planned."""
        planned = trial.felt.possible
        return any(
            planned.intersection(other.felt.possible) and self.could_meet(trial, other)
            for other in self.neighbours(trial)
        )

    def neighbours(self, trial: Trial) -> Iterator[Trial]:
        """The other trials with dates that change a surface of this one, its parents or its children."""
        found = {other.id: other for surface in trial.surfaces for other in self.around(surface)}
        found |= {other.id: other for other in self.placed.get(trial.slot.layer if trial.slot else "", ())}
        near_places = self.concerned if trial.places else self.local
        found |= {other.id: other for concern in concerns(trial) for other in near_places.get(concern, ())}
        return (other for other in found.values() if other.window.sure and not self.is_told_elsewhere(trial, other))

    def is_told_elsewhere(self, trial: Trial, other: Trial) -> bool:
        """Whether it is no other trial, or a holdout that it forgets as it is planned."""
        if other.id in self.holdouts and not common_buckets(trial, other):
            return trial.felt.possible.intersection(other.felt.possible) is not None
        return other.id == trial.id

    def around(self, surface: str) -> Iterator[Trial]:
        """The trials that change a surface, a parent or a child of it."""
        yield from self.within.get(surface, ())
        for parent in above(surface):
            yield from self.exactly.get(parent, ())

    @cached_property
    def placed(self) -> Mapping[str, list[Trial]]:
        """The trials that were given buckets, by layer."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.trials.values():
            if trial.slot and trial.buckets:
                found[trial.slot.layer].append(trial)
        return found

    @cached_property
    def local(self) -> Mapping[str, list[Trial]]:
        """The trials that treat whole places, by what brings others near to them."""
        return {concern: [each for each in some if each.places] for concern, some in self.concerned.items()}

    @cached_property
    def concerned(self) -> Mapping[str, list[Trial]]:
        """All trials, by what brings them near to those that treat whole places."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.trials.values():
            for concern in concerns(trial):
                found[concern].append(trial)
        return found

    @cached_property
    def exactly(self) -> Mapping[str, list[Trial]]:
        """The trials that name a surface."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for trial in self.trials.values():
            for surface in trial.surfaces:
                found[surface].append(trial)
        return found

    @cached_property
    def within(self) -> Mapping[str, list[Trial]]:
        """The trials that name a surface or a child of it."""
        found: defaultdict[str, list[Trial]] = defaultdict(list)
        for surface, trials in self.exactly.items():
            for each in (surface, *above(surface)):
                found[each] += trials
        return found

    def could_meet(self, a: Trial, b: Trial) -> bool:
        """Whether it is not proved that two trials can't meet, whenever they run."""
        apart = (isinstance(dimension(a, b, self.attributes), Apart) for dimension in (exclusion, holdout, buckets))
        if any(apart):
            return False
        if common_buckets(a, b) and a.slot and not a.slot.audience_aware:
            return True
        if not self.could_share_users(a, b) or not (a.places or b.places or near(a, b)):
            return False
        return not isinstance(geo(a, b, self.attributes), Apart)

    def could_share_users(self, a: Trial, b: Trial) -> bool:
        """Whether audiences can meet; asked once for each two of them, since most are those of many trials."""
        pair = self.crowd(a), self.crowd(b)
        if pair not in self._could_share:
            self._could_share[pair] = not isinstance(audience(a, b, self.attributes), Apart)
        return self._could_share[pair]

    def crowd(self, trial: Trial) -> int:
        """A number for its audience: trials with one audience have one number."""
        if trial.id not in self._crowds:
            self._crowds[trial.id] = self._audiences.setdefault(trial.audience, len(self._audiences))
        return self._crowds[trial.id]

    @cached_property
    def _crowds(self) -> dict[str, int]:
        return {}

    @cached_property
    def _audiences(self) -> dict[Audience, int]:
        return {}

    @cached_property
    def _could_share(self) -> dict[tuple[int, int], bool]:
        return {}

    def stop(self, trial: Trial, start: datetime) -> datetime:
        """When a trial would stop that starts then, by the clock on the wall: two weeks are fourteen days."""
        planned = trial.felt.possible
        if planned.open_ended:
            return FOREVER
        length = self.on_the_wall(planned.stop) - self.on_the_wall(planned.start)
        try:
            return instant(self.on_the_wall(start) + length, self.zone)
        except OverflowError:
            return FOREVER

    def on_the_wall(self, at: datetime) -> datetime:
        """An instant as clocks show it."""
        return at.astimezone(self.zone).replace(tzinfo=None)

    def day_after(self, stop: datetime) -> date:
        """The first day of which nothing lies before a stop."""
        return (stop - timedelta(microseconds=1)).astimezone(self.zone).date() + timedelta(1)


def concerns(trial: Trial) -> Iterator[str]:
    """What brings a trial near to one that treats whole places: its surfaces, their parents, its primary metrics."""
    for surface in trial.surfaces:
        yield surface
        yield from above(surface)[:1]
    yield from (f"metric {metric}" for metric in sorted(trial.primary))


def near(a: Trial, b: Trial) -> bool:
    """Whether two that assign users one by one have anything in common that can't have both."""
    return bool(shared(a.surfaces, b.surfaces)) or bool(common_buckets(a, b))
