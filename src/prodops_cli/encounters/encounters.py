"""All encounters of a catalog, each sort found once, and without comparing every experiment with every other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.found.capacity import Demand, demands
from prodops_cli.encounters.found.clash import BucketClash, clashes
from prodops_cli.encounters.found.doubts import Doubtful, doubtful
from prodops_cli.encounters.found.holdouts import Forgetting, forgetful
from prodops_cli.encounters.found.launches import Launches
from prodops_cli.encounters.found.readers import Readers, Watch, readers, watched
from prodops_cli.encounters.found.salted import salted
from prodops_cli.encounters.found.surfaces import Surfaces
from prodops_cli.encounters.found.tried import Tried, tried
from prodops_cli.encounters.found.units import PlaceClash, place_clashes
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment


@dataclass(frozen=True)
class Encounters:
    """What several rules, commands and reports look at."""

    catalog: Catalog
    today: date

    def __iter__(self) -> Iterator[Encounter]:
        """The pairs that meet on a surface from today on, and that nobody has agreed to, by id.

        Two that were given the same buckets are a clash, and nothing else besides.
        """
        return iter(self.reported)

    @cached_property
    def trials(self) -> Trials:
        """The experiments, as trials."""
        return Trials(self.catalog, self.today)

    @cached_property
    def surfaces(self) -> Surfaces:
        """Who meets whom on a surface."""
        return Surfaces(self.trials)

    @cached_property
    def reported(self) -> tuple[Encounter, ...]:
        """The pairs that meet on a surface."""
        clashing = {(clash.earlier.id, clash.later.id) for clash in self.clashes}
        return tuple(met for met in self.surfaces.meetings() if (met.earlier.id, met.later.id) not in clashing)

    @cached_property
    def moving(self) -> tuple[Encounter, ...]:
        """The tests on surfaces that a rollout changes meanwhile."""
        return tuple(self.surfaces.moving())

    @cached_property
    def lasting(self) -> tuple[Encounter, ...]:
        """The tests that begin while the effect of an earlier one lasts."""
        return tuple(self.surfaces.lasting())

    @cached_property
    def doubtful(self) -> tuple[Doubtful, ...]:
        """The tests of which nobody can tell whether they meet others on a surface."""
        return tuple(doubtful(self.trials, self.surfaces))

    @cached_property
    def clashes(self) -> tuple[BucketClash, ...]:
        """The pairs that were given the same buckets."""
        return tuple(clashes(self.trials, self.surfaces))

    @cached_property
    def places(self) -> tuple[PlaceClash, ...]:
        """The pairs that want the same places."""
        return tuple(place_clashes(self.trials, self.surfaces))

    @cached_property
    def forgetful(self) -> Mapping[str, tuple[Forgetting, ...]]:
        """By holdout: the experiments that take its users."""
        return forgetful(self.trials, self.surfaces)

    @cached_property
    def demands(self) -> Mapping[str, tuple[Demand, ...]]:
        """What is needed of each layer when most is needed."""
        return demands(self.trials, self.surfaces, self.clashes)

    @cached_property
    def readers(self) -> Readers:
        """Who is decided by a metric, and meets another one that is."""
        return readers(self.trials, self.surfaces)

    @cached_property
    def watched(self) -> Mapping[str, Watch]:
        """Whom a metric decides, and whom it guards meanwhile."""
        return watched(self.trials, self.surfaces)

    @cached_property
    def salted(self) -> Mapping[str, tuple[Experiment, ...]]:
        """By id: those that deal users by the same salt and start before it."""
        return salted(self.trials)

    @cached_property
    def launches(self) -> Launches:
        """What goes out while it is measured, or beside something else."""
        return Launches(self.trials)

    @cached_property
    def tried(self) -> Tried:
        """What was tried and decided before."""
        return tried(self.catalog)
