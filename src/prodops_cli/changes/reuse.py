"""Reuse: whether an id was given to something else."""

from typing import Final

from prodops_cli.changes.change import Change
from prodops_cli.changes.renames import likeness
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric

LITTLE: Final = 0.2
"""Who has less than this part of what it says in common with what had the id before is something else."""


def is_reused(change: Change) -> bool:
    """Whether what has the id now is not what had it before: it says other things, or begins again after its end."""
    before, after = change.before, change.after
    if before is None or after is None or before.id != after.id or not change.fields:
        return False
    if isinstance(before, Experiment | Launch | Metric) and not before.is_live and after.is_live:
        return names_differ(change) or any(field.aspect == "calculation" for field in change.fields)
    return names_differ(change) and likeness(before, after) < LITTLE


def names_differ(change: Change) -> bool:
    """Whether people call it otherwise, too."""
    return any(field.keys == ("name",) for field in change.fields)
