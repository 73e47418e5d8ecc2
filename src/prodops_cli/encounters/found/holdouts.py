"""Holdouts: users who are to see none of the changes, and the experiments that forget them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prodops_cli.encounters.encounter import Encounter
from prodops_cli.encounters.found.surfaces import Surfaces
from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, crossings
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial


@dataclass(frozen=True, slots=True)
class Forgetting:
    """An experiment that takes users of a holdout, and where and when they meet."""

    experiment: Experiment
    met: Encounter


def forgetful(trials: Trials, surfaces: Surfaces) -> Mapping[str, tuple[Forgetting, ...]]:
    """By holdout: the experiments on its surfaces, and in its window, that surely take users of it, by id.

    Those that nobody has agreed to.
    """
    holdouts = list(trials.holdouts.values())
    planned = (each for id, each in trials.experiments.items() if each.is_scheduled and id not in trials.holdouts)
    others = [trials.exposing(each) for each in planned]
    spans = ([Span(each.window.possible, tuple(concerns(each))) for each in side] for side in (holdouts, others))
    found: defaultdict[str, dict[str, Forgetting]] = defaultdict(dict)
    for one, other in crossings(*spans):
        holdout, each = holdouts[one], others[other]
        if each.id in found[holdout.id] or not shared(each.surfaces, holdout.surfaces):
            continue
        if not trials.is_accepted(each, holdout) and (met := surfaces.between(each, holdout)):
            found[holdout.id][each.id] = Forgetting(trials.experiments[each.id], met)
    return {id: tuple(each for _, each in sorted(others.items())) for id, others in found.items() if others}


def concerns(trial: Trial) -> Iterator[str]:
    """Its surfaces, and all that contain them; each once."""
    yield from dict.fromkeys(name for surface in trial.surfaces for name in (surface, *above(surface)))
