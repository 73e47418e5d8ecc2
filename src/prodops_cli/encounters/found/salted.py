"""Experiments that deal their users by one salt."""

from collections import defaultdict
from collections.abc import Mapping

from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.collide import Disjoint, collide


def salted(trials: Trials) -> Mapping[str, tuple[Experiment, ...]]:
    """By the later one's id: those before it that have its salt, and that it may meet. Drafts without dates wait."""
    dated = [each for each in trials.live.values() if each.salt and each.window.sure]
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, other in pairs([Span(each.window.possible, (each.salt or "",)) for each in dated]):
        earlier, later = in_order(dated[one], dated[other])
        if not isinstance(collide(earlier, later, trials.attributes), Disjoint):
            found[later.id].append(earlier.id)
    return {id: tuple(trials.experiments[each] for each in sorted(others)) for id, others in found.items()}
