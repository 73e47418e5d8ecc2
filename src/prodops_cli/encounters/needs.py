"""What experiments require, and what that requires in turn."""

from collections.abc import Mapping

from prodops_cli.encounters.trials import Trials
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.trial import Trial


def needs(experiment: Experiment, trials: Trials) -> Mapping[str, Trial]:
    """The experiment, and all others that its users must be in, as trials by id."""
    found: dict[str, Trial] = {}
    ahead = [experiment]
    while ahead:
        each = ahead.pop()
        if each.id not in found:
            found[each.id] = trials.exposing(each)
            ahead += [trials.named[id] for id in each.requires or () if id in trials.named]
    return found
