"""Sights: the experiments that a user of whom some things are said sees on a day, surely or perhaps."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from prodops_cli.encounters.asked.admission import Admission, admission
from prodops_cli.encounters.asked.because import undated
from prodops_cli.encounters.asked.comparison import was_given_up
from prodops_cli.encounters.trial import window_of
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.audiences.audience import Audience, Constraint
from prodops_cli.overlap.audiences.condition import OneOf
from prodops_cli.overlap.audiences.truth import Truth
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.overlap.windows.instant import end_of, instant
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.phrases import day, listing

ALL: Final = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """A variant, and the share of such users that sees it, from 0 to 1."""

    key: str
    role: Literal["control", "treatment"] | None
    share: float


@dataclass(frozen=True, slots=True)
class Sight:
    """An experiment in which such a user takes part by lot; `reasons` say why only perhaps."""

    experiment: Experiment
    reasons: tuple[str, ...]
    taken: float
    variants: tuple[Seen, ...]


@dataclass(frozen=True)
class Sights:
    """What a user sees of the experiments on a day, which may lie before or after today."""

    trials: Trials
    client: Client
    on: date

    def __iter__(self) -> Iterator[Sight]:
        """The experiments by id, without those that such a user surely doesn't see."""
        for experiment in self.trials.named.values():
            if (sight := self.sight(experiment)) is not None:
                yield sight

    @property
    def undated(self) -> tuple[Experiment, ...]:
        """Drafts of which nobody wrote when they start: nothing is told of them."""
        drafts = (each for each in self.trials.catalog.all(Experiment) if each.status in ("draft", "scheduled"))
        return tuple(each for each in drafts if each.start is None and each.actual_start is None)

    def sight(self, experiment: Experiment) -> Sight | None:
        """What such a user sees of one experiment; None where that is surely nothing."""
        if was_given_up(experiment) or experiment in self.undated or (when := self.time(experiment)) is None:
            return None
        trial = self.trials.of(experiment)
        admitted = admission(trial.audience, self.client, self.trials.attributes)
        placed = self.place(experiment)
        if Truth.FALSE in (admitted.truth, placed.truth):
            return None
        reasons = (*when, *(f"only for {each.only_if}" for each in (admitted, placed) if each.only_if))
        share = self.taken(experiment, trial.taken)
        return Sight(experiment, (*reasons, *others(experiment)), share, tuple(variants(experiment, share)))

    def time(self, experiment: Experiment) -> tuple[str, ...] | None:
        """Why nobody can tell whether it runs that day; nothing where it surely does, None where it surely doesn't."""
        window = window_of(experiment, self.trials.today, self.trials.zone)
        whole = Stretch(instant(self.on, self.trials.zone), end_of(self.on, self.trials.zone))
        if not window.possible.intersection(whole):
            return None
        if not window.sure or not window.sure.intersection(whole):
            doubt = window.doubt
            return (undated(experiment.id, doubt, self.trials.zone, self.trials.today),) if doubt else ()
        return tuple(self.plans(experiment))

    def plans(self, experiment: Experiment) -> Iterator[str]:
        """Why one that is planned for the day may not run."""
        match experiment.status:
            case "draft" | None:
                yield "it is a draft"
            case "scheduled" if self.on <= self.trials.today:
                yield f"it was to start on {self.start_of(experiment)}, and nobody wrote that it runs"
            case "cancelled" if experiment.actual_start is None:
                yield "it was cancelled, and nobody wrote whether it ever ran"

    def start_of(self, experiment: Experiment) -> str:
        """The day on which it starts."""
        first = experiment.first_day(self.trials.zone)
        return day(first, self.trials.today) if first else "a day that nobody wrote"

    def place(self, experiment: Experiment) -> Admission:
        """Whether the user is where places are treated, and not users."""
        match experiment:
            case Experiment(switchback=design) if design:
                units = tuple(unit for cluster in design.clusters or () for unit in cluster.units or ())
                found = self.placed(design.geo_type, units)
                turns = "places whose turn it is"
                return found if found.truth is Truth.FALSE else Admission(Truth.UNKNOWN, turns)
            case Experiment(synthetic_control=design) if design:
                return self.placed(design.geo_type, design.treatment_units or ())
            case _:
                return Admission(Truth.TRUE)

    def placed(self, attribute: str | None, units: tuple[str, ...]) -> Admission:
        """Whether the user is in one of some places."""
        if not attribute or not units:
            return Admission(Truth.UNKNOWN, "some places, and nobody wrote which")
        there = Audience((Constraint(attribute, (OneOf(frozenset(units)),)),))
        return admission(there, self.client, self.trials.attributes)

    def taken(self, experiment: Experiment, planned: float) -> float:
        """The share of its users that takes part that day: what the ramp says, else what is planned."""
        ramp = experiment.ramp or ()
        steps = sorted((step.on, step.traffic) for step in ramp if step.on and step.traffic is not None)
        reached = [traffic / ALL for first, traffic in steps if first <= self.on]
        return reached[-1] if reached else planned


def others(experiment: Experiment) -> Iterator[str]:
    """What it asks of other experiments."""
    if experiment.requires:
        yield f"only for users of {listing(experiment.requires)}"
    if experiment.excludes:
        yield f"not for users of {listing(experiment.excludes, 'or')}"
    if experiment.holdout:
        yield f"not for users of the holdout {experiment.holdout}"


def variants(experiment: Experiment, taken: float) -> Iterator[Seen]:
    """Each variant with its share of such users; rollouts and treated places have no lot, and so no control."""
    has_lot = experiment.type not in ("rollout", "synthetic_control")
    named = [each for each in experiment.variants or () if each.key and (has_lot or each.role != "control")]
    weights = [(each, 1 if each.weight is None else each.weight) for each in named]
    total = sum(weight for _, weight in weights)
    for each, weight in weights:
        yield Seen(each.key or "", each.role, taken * weight / total if total else 0.0)
