"""Trials: the experiments of a catalog on a day, as the overlap engine sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, attributes
from prodops_cli.encounters.layers import Layers
from prodops_cli.encounters.trial import next_step, trial, window_of
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.collide import Disjoint, Verdict, collide
from prodops_cli.overlap.surface import contains
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.instant import FOREVER, instant
from prodops_cli.overlap.windows.ramp import onward
from prodops_cli.overlap.windows.stretch import Stretch

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
    def named(self) -> dict[str, Experiment]:
        """The experiments by id; of several with one id the first."""
        return dict(sorted({each.id: each for each in reversed(self.catalog.all(Experiment))}.items()))

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """Those that are not over."""
        return {id: experiment for id, experiment in self.named.items() if experiment.is_live}

    @cached_property
    def attributes(self) -> Attributes:
        """What the settings say of attributes."""
        return attributes(self.catalog.settings, self.catalog.settings_document)

    @cached_property
    def live(self) -> dict[str, Trial]:
        """The experiments that are not over, as trials by id."""
        return {each.id: each for each in self.layers.packed(self._dealt)}

    @cached_property
    def layers(self) -> Layers:
        """The layers, and who is to run in them; drafts take no room."""
        planned = (each for each in self._dealt if self.experiments[each.id].is_scheduled)
        return Layers(self.catalog, tuple(planned), self.attributes)

    @cached_property
    def _dealt(self) -> tuple[Trial, ...]:
        return tuple(map(self._made, self.experiments.values()))

    @cached_property
    def lasting(self) -> dict[str, Trial]:
        """The experiments that are over, and whose effect is not."""
        over = (each for each in self.named.values() if not each.is_live and (each.cooldown or each.switchback))
        made = {each.id: self._made(each) for each in over}
        return {id: each for id, each in made.items() if each.effect and each.effect.possible.intersection(self.ahead)}

    def _made(self, experiment: Experiment) -> Trial:
        return trial(experiment, self.catalog, self.attributes, self.today)

    @cached_property
    def located(self) -> dict[str, Trial]:
        """All but holdouts, with those of their surfaces that stand one experiment at a time, by id."""
        live = {**self.live, **self.lasting}
        return {id: self.alone(live[id]) for id in sorted(live) if self.named[id].type != "holdout"}

    @cached_property
    def holdouts(self) -> dict[str, Trial]:
        """The holdouts that are to run."""
        live = self.live.items()
        return {id: each for id, each in live if self.named[id].type == "holdout" and self.named[id].is_scheduled}

    @cached_property
    def changing(self) -> dict[str, Trial]:
        """Those of them that change such a surface, and when; a rollout that stands, from its next step on."""
        return {id: self.stepping(each) for id, each in self.located.items() if each.surfaces}

    def stepping(self, each: Trial) -> Trial:
        """A trial; a rollout that runs, from its next step on."""
        step = next_step(self.named[each.id], self.today)
        if step is None:
            return each
        since = instant(step, self.zone)
        return replace(each, window=onward(each.window, since), effect=each.effect and onward(each.effect, since))

    @cached_property
    def testing(self) -> dict[str, Trial]:
        """Those that are not over and give users their variants."""
        return {id: each for id, each in self.changing.items() if id in self.live and self.is_test(each)}

    def alone(self, each: Trial) -> Trial:
        """A trial with those of its surfaces alone that stand one experiment at a time."""
        alone = tuple(surface for surface in each.surfaces if not self.is_concurrent(surface))
        return each if alone == each.surfaces else replace(each, surfaces=alone)

    def is_concurrent(self, surface: str) -> bool:
        """Whether several experiments may change a surface at once."""
        return any(contains(name, surface) for name in self._concurrent)

    @cached_property
    def _concurrent(self) -> tuple[str, ...]:
        return tuple(name for name, each in self.catalog.settings.surfaces.items() if each.concurrent)

    def is_test(self, each: Trial) -> bool:
        """Whether it gives users their variants, one by one."""
        return self.named[each.id].type in USER_LEVEL

    def is_accepted(self, a: Trial, b: Trial) -> bool:
        """Whether either side's file says that people have agreed to the two meeting."""
        return any(
            accepted.experiment == other.id and (accepted.until is None or self.today <= accepted.until)
            for one, other in ((a, b), (b, a))
            for accepted in self.named[one.id].accepted_overlaps or ()
        )

    def of(self, experiment: Experiment) -> Trial:
        """An experiment as a trial, over or not."""
        found = self.live.get(experiment.id) if self.experiments.get(experiment.id) is experiment else None
        return found or self._made(experiment)

    def compare(self, a: Experiment, b: Experiment) -> Verdict:
        """Whether two experiments, over or not, can take one user at one instant."""
        one, other = (self.exposing(each) for each in (a, b))
        return collide(one, other, self.attributes)

    def are_apart(self, a: Experiment, b: Experiment) -> bool:
        """Whether it is proved that two experiments never have a user in common, not even by what lasts of them."""
        one, other = (self.exposing(each).lasting for each in (a, b))
        verdict = collide(one, other, self.attributes)
        return isinstance(verdict, Disjoint) and not verdict.unstable

    def order(self, one: Experiment, other: Experiment) -> str:
        """Of two that never run at the same time, what the other does, as the one says it."""
        this, that = (self.exposing(each).window.possible for each in (one, other))
        return "ends before this one starts" if that.stop <= this.start else "starts after this one has ended"

    def exposing(self, experiment: Experiment) -> Trial:
        """A trial for as long as users see it: a rollout also when it no longer changes."""
        return replace(self.of(experiment), window=window_of(experiment, self.today, self.zone))

    def tests(self) -> Iterator[Trial]:
        """The trials that are not over and give users their variants, by id."""
        return (each for each in self.live.values() if self.is_test(each))


def in_order(a: Trial, b: Trial) -> tuple[Trial, Trial]:
    """The one that starts earlier, and the other; of two that start together, the smaller id comes first."""
    earlier, later = sorted((a, b), key=lambda each: (each.window.possible.start, each.id))
    return earlier, later
