"""Comparisons: all experiments that share a place, a layer, a metric or a salt, two by two, over or not."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final, TypeAlias

from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.collide import Disjoint, Verdict, collide
from prodops_cli.overlap.interference import Interference, interferences
from prodops_cli.overlap.surface import above
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch

When: TypeAlias = Callable[[Trial], Stretch]
SURFACE: Final = "surface "
LAYER: Final = "layer "
METRIC: Final = "metric "
GUARDRAIL: Final = "guardrail "
SALT: Final = "salt "


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two experiments, the one with the smaller id first, what they share, and whether they can meet."""

    a: Experiment
    b: Experiment
    trials: tuple[Trial, Trial]
    sharing: tuple[Interference, ...]
    verdict: Verdict

    @property
    def ids(self) -> tuple[str, str]:
        """Who they are."""
        return self.a.id, self.b.id

    @property
    def window(self) -> Stretch | None:
        """When they meet, or might; None where they can't."""
        return None if isinstance(self.verdict, Disjoint) else self.verdict.window

    def shared(self, kind: str) -> tuple[str, ...]:
        """What of a kind they share."""
        return tuple(what for each in self.sharing if each.kind == kind for what in each.what)


@dataclass(frozen=True)
class Comparisons:
    """The experiments of a catalog, over or not, each two of which can be compared."""

    trials: Trials

    def meeting(self, some: Collection[str] = ()) -> Iterator[Comparison]:
        """Those that share something and meet, or of which nobody can tell; of some of them, if any are named."""
        found = self.among(self.candidates(lambda each: each.window.possible), some)
        return (each for each in found if not isinstance(each.verdict, Disjoint))

    def every(self, some: Collection[str] = ()) -> Iterator[Comparison]:
        """Those, too, that can't meet."""
        return self.among(self.candidates(lambda _: ALWAYS), some)

    def between(self, ids: Iterable[str]) -> Iterator[Comparison]:
        """Each two of those that are named, whatever they share."""
        return (self.compared(*two) for two in combinations(sorted(set(ids)), 2))

    def among(self, found: Iterable[tuple[str, str]], some: Collection[str]) -> Iterator[Comparison]:
        """The candidates that share something, and are named."""
        named = found if not some else ((a, b) for a, b in found if a in some or b in some)
        return (each for a, b in named if (each := self.compared(a, b)).sharing)

    def compared(self, a: str, b: str) -> Comparison:
        """Two experiments, compared."""
        one, other = self.all[a], self.all[b]
        verdict = collide(one, other, self.trials.attributes)
        return Comparison(self.experiments[a], self.experiments[b], (one, other), interferences(one, other), verdict)

    def candidates(self, when: When) -> Iterator[tuple[str, str]]:
        """The ids of those that have a key and a time in common, by id."""
        ids = sorted(self.all)
        spans = [Span(when(self.all[id]), tuple(keys(self.all[id]))) for id in ids]
        return ((ids[low], ids[high]) for low, high in sorted(pairs(spans, parents)))

    @cached_property
    def experiments(self) -> dict[str, Experiment]:
        """All experiments that have days, or will have, by id; of several with one id the first."""
        return {id: each for id, each in self.trials.named.items() if not was_given_up(each)}

    @cached_property
    def all(self) -> dict[str, Trial]:
        """All experiments as trials, by id."""
        return {id: self.trials.exposing(each) for id, each in self.experiments.items()}


def was_given_up(experiment: Experiment) -> bool:
    """Whether it was cancelled before anybody gave it a day."""
    return experiment.status == "cancelled" and not (experiment.start or experiment.actual_start)


def keys(trial: Trial) -> Iterator[str]:
    """What a trial can share; a guardrail is each trial's own, so that it meets primary metrics alone."""
    yield from (f"{SURFACE}{surface}" for surface in trial.surfaces)
    yield from (f"{METRIC}{metric}" for metric in sorted(trial.primary))
    yield from (f"{GUARDRAIL}{metric} {trial.id}" for metric in sorted(trial.guardrail))
    if trial.slot:
        yield f"{LAYER}{trial.slot.layer}"
    if trial.salt:
        yield f"{SALT}{trial.salt}"


def parents(key: str) -> Iterable[str]:
    """The keys that contain a key."""
    if key.startswith(SURFACE):
        return (f"{SURFACE}{surface}" for surface in above(key.removeprefix(SURFACE)))
    if key.startswith(GUARDRAIL):
        return (f"{METRIC}{key.removeprefix(GUARDRAIL).partition(' ')[0]}",)
    return ()
