"""Readers: experiments that look at one metric, and meet elsewhere than on a surface."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from prodops_cli.encounters.found.surfaces import Surfaces, TrialPair
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, crossings, pairs
from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Trial

Readers = Mapping[str, tuple[Experiment, ...]]
Sides = tuple[set[str], set[str]]


@dataclass(frozen=True, slots=True)
class Watch:
    """The experiments that a metric decides, and those that it guards; each of them meets one of the other side."""

    decided: tuple[Experiment, ...]
    guarded: tuple[Experiment, ...]


def readers(trials: Trials, surfaces: Surfaces) -> Readers:
    """By metric: the scheduled experiments that it decides, of which each meets another one on other surfaces.

    Those that nobody has agreed to. Two on one surface are an encounter already.
    """
    tests = [each for each in scheduled(trials) if each.primary]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs([span(each, each.primary) for each in tests]):
        pair = a, b = tests[one], tests[other]
        news = [metric for metric in a.primary & b.primary if not {a.id, b.id} <= found[metric]]
        if news and meet_elsewhere(pair, trials, surfaces):
            for metric in news:
                found[metric] |= {a.id, b.id}
    return {metric: named(ids, trials) for metric, ids in found.items()}


def watched(trials: Trials, surfaces: Surfaces) -> Mapping[str, Watch]:
    """By metric: the scheduled experiments that it decides, and those others that it guards meanwhile."""
    tests = scheduled(trials)
    decided, guarded = [each for each in tests if each.primary], [each for each in tests if each.guardrail]
    spans = [span(each, each.primary) for each in decided], [span(each, each.guardrail) for each in guarded]
    found: defaultdict[str, Sides] = defaultdict(lambda: (set(), set()))
    for one, other in crossings(*spans):
        a, b = decided[one], guarded[other]
        news = [metric for metric in a.primary & b.guardrail if not is_known(found[metric], a, b)]
        if a is not b and news and meet_elsewhere((a, b), trials, surfaces):
            for metric in news:
                found[metric][0].add(a.id)
                found[metric][1].add(b.id)
    watches = ((metric, Watch(*(named(side, trials) for side in sides))) for metric, sides in found.items())
    return {metric: watch for metric, watch in watches if watch.decided}


def is_known(sides: Sides, decided: Trial, guarded: Trial) -> bool:
    """Whether each of the two is told already."""
    return decided.id in sides[0] and guarded.id in sides[1]


def scheduled(trials: Trials) -> list[Trial]:
    """The tests that are to run, or run."""
    return [each for each in trials.tests() if trials.experiments[each.id].is_scheduled]


def span(trial: Trial, metrics: Collection[str]) -> Span:
    """When a trial looks at some metrics."""
    return Span(trial.window.possible, metrics)


def meet_elsewhere(pair: TrialPair, trials: Trials, surfaces: Surfaces) -> bool:
    """Whether two surely have users in common, and no surface, and nobody has agreed to it."""
    a, b = pair
    apart = not shared(a.surfaces, b.surfaces) and not trials.is_accepted(a, b)
    return apart and surfaces.between(a, b) is not None


def named(ids: Iterable[str], trials: Trials) -> tuple[Experiment, ...]:
    """Experiments by id."""
    return tuple(trials.experiments[id] for id in sorted(ids))
