"""Trials: the experiments of a catalog on a day, as the overlap engine sees them."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, attributes
from prodops_cli.encounters.trial import trial
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.collide import Verdict, collide
from prodops_cli.overlap.instant import FOREVER, instant
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.surface import contains
from prodops_cli.overlap.trial import Trial

USER_LEVEL: Final = frozenset(("ab_test", "multivariate", "bandit"))
"""Designs that give users their variants, and so meet other designs of the sort on a surface."""


@dataclass(frozen=True)
class Trials:
    """What the finders of pairs look at, each of it made once."""

    catalog: Catalog
    today: date

    @property
    def zone(self) -> ZoneInfo:
        """Where a day begins and ends."""
        return self.catalog.settings.zone

    @cached_property
    def ahead(self) -> Stretch:
        """What can still be changed: today, and all that follows."""
        return Stretch(instant(self.today, self.zone), FOREVER)

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """The experiments that are not over, by id; of several with one id the first."""
        named = {experiment.id: experiment for experiment in reversed(self.catalog.all(Experiment))}
        return {id: experiment for id, experiment in sorted(named.items()) if experiment.is_live}

    @cached_property
    def attributes(self) -> Attributes:
        """What the settings say of attributes."""
        return attributes(self.catalog.settings, self.catalog.settings_document)

    @cached_property
    def live(self) -> dict[str, Trial]:
        """The experiments that are not over, as trials by id."""
        return {
            id: trial(experiment, self.catalog, self.attributes, self.today)
            for id, experiment in self.experiments.items()
        }

    @cached_property
    def testing(self) -> dict[str, Trial]:
        """The trials that give users their variants, on surfaces that stand one experiment at a time."""
        alone = {id: self.alone(each) for id, each in self.live.items() if self.experiments[id].type in USER_LEVEL}
        return {id: each for id, each in alone.items() if each.surfaces}

    def alone(self, each: Trial) -> Trial:
        """A trial with those of its surfaces alone that stand one experiment at a time."""
        return replace(each, surfaces=tuple(surface for surface in each.surfaces if not self.is_concurrent(surface)))

    def is_concurrent(self, surface: str) -> bool:
        """Whether several experiments may change a surface at once."""
        declared = self.catalog.settings.surfaces
        return any(each.concurrent and contains(name, surface) for name, each in declared.items())

    def is_accepted(self, a: Trial, b: Trial) -> bool:
        """Whether either side's file says that people have agreed to the two meeting."""
        return any(
            accepted.experiment == other.id and (accepted.until is None or self.today <= accepted.until)
            for one, other in ((a, b), (b, a))
            for accepted in self.experiments[one.id].accepted_overlaps or ()
        )

    def of(self, experiment: Experiment) -> Trial:
        """An experiment as a trial, over or not."""
        found = self.live.get(experiment.id) if self.experiments.get(experiment.id) is experiment else None
        return found or trial(experiment, self.catalog, self.attributes, self.today)

    def compare(self, a: Experiment, b: Experiment) -> Verdict:
        """Whether two experiments, over or not, can take one user at one instant."""
        return collide(self.of(a), self.of(b), self.attributes)

    def order(self, one: Experiment, other: Experiment) -> str:
        """Of two that never run at the same time, what the other does, as the one says it."""
        is_before = self.of(other).window.possible.stop <= self.of(one).window.possible.start
        return "ends before this one starts" if is_before else "starts after this one has ended"


def in_order(a: Trial, b: Trial) -> tuple[Trial, Trial]:
    """The one that starts earlier, and the other; of two that start together, the smaller id comes first."""
    earlier, later = sorted((a, b), key=lambda each: (each.window.possible.start, each.id))
    return earlier, later
