"""Power: how likely a test is to show the effect that it looks for."""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.experiment import Experiment
from prodops_cli.sizing.plan import plan


def power(experiment: Experiment, catalog: Catalog) -> float | None:
    """The power of the planned time, for the primary metric that has the least; None where it can't be told of one."""
    found = plan(experiment, catalog)
    known = [each.power for each in found.answers if each.power is not None]
    return min(known) if found.is_sized and known and len(known) == len(found.answers) else None
