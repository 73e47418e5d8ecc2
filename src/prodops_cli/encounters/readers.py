"""Readers: experiments that one metric decides, and that meet elsewhere than on a surface."""

from collections import defaultdict
from collections.abc import Mapping

from prodops_cli.encounters.surfaces import Surfaces
from prodops_cli.encounters.trials import USER_LEVEL, Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.surface import shared

Readers = Mapping[str, tuple[Experiment, ...]]


def readers(trials: Trials, surfaces: Surfaces) -> Readers:
    """By metric: the scheduled experiments that it decides, of which each meets another one on other surfaces.

    Those that nobody has agreed to. Two on one surface are an encounter already.
    """
    judged = [
        each
        for id, each in trials.live.items()
        if each.primary and trials.experiments[id].is_scheduled and trials.experiments[id].type in USER_LEVEL
    ]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in pairs([Span(each.window.possible, each.primary) for each in judged]):
        a, b = judged[one], judged[other]
        news = [metric for metric in a.primary & b.primary if not {a.id, b.id} <= found[metric]]
        if news and not shared(a.surfaces, b.surfaces) and not trials.is_accepted(a, b) and surfaces.between(a, b):
            for metric in news:
                found[metric] |= {a.id, b.id}
    return {metric: tuple(trials.experiments[id] for id in sorted(ids)) for metric, ids in found.items()}
