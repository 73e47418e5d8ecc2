"""Holdouts: users who are to see none of the changes, and the experiments that forget them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, crossings
from prodops_cli.overlap.collide import Overlapping, collide
from prodops_cli.overlap.surface import above, shared
from prodops_cli.overlap.trial import Trial


def forgetful(trials: Trials) -> Mapping[str, tuple[Experiment, ...]]:
    """By holdout: the experiments on its surfaces, and in its window, that surely take users of it, by id."""
    planned = [each for id, each in trials.live.items() if trials.experiments[id].is_scheduled]
    holdouts = [each for each in planned if trials.named[each.id].type == "holdout"]
    others = [trials.exposing(trials.named[each.id]) for each in planned if trials.named[each.id].type != "holdout"]
    spans = ([Span(each.window.possible, tuple(concerns(each))) for each in side] for side in (holdouts, others))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in crossings(*spans):
        holdout, each = holdouts[one], others[other]
        if each.id not in found[holdout.id] and breaks(each, holdout, trials):
            found[holdout.id].add(each.id)
    return {id: tuple(trials.experiments[each] for each in sorted(ids)) for id, ids in found.items() if ids}


def concerns(trial: Trial) -> Iterator[str]:
    """Its surfaces, and all that contain them; each once."""
    yield from dict.fromkeys(name for surface in trial.surfaces for name in (surface, *above(surface)))


def breaks(trial: Trial, holdout: Trial, trials: Trials) -> bool:
    """Whether it is proved that a trial takes users of a holdout, and nobody has agreed to it."""
    if not shared(trial.surfaces, holdout.surfaces) or trials.is_accepted(trial, holdout):
        return False
    met = collide(trial, holdout, trials.attributes)
    return isinstance(met, Overlapping) and met.window.intersection(trials.ahead) is not None
