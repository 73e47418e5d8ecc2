"""Where an experiment's units come from: eligible ones and its part of them, or clusters and windows."""

from math import inf
from typing import Final

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import DEFAULT_BUCKETS, Layer
from prodops_cli.overlap.buckets import BucketRange, size
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.sizing.lack import Lack
from prodops_cli.statistics.supply import Step, Supply, Visitors, Windows

DAYS_OF_MONTH: Final = 30
SECONDS_OF_DAY: Final = 86_400


def supply(experiment: Experiment, catalog: Catalog) -> Supply | Lack:
    """A switchback's units are windows, those of all others users, accounts and the like."""
    if experiment.type == "switchback":
        return windows(experiment)
    eligible = experiment.eligible_units
    if not eligible or not (eligible.per_day or eligible.total):
        return Lack(("eligible_units",), "how many could take part", "{per_day: 5000}")
    per_day = inf if eligible.per_day is None else eligible.per_day
    total = inf if eligible.total is None else eligible.total
    return Visitors(per_day, total, steps(experiment, catalog))


def windows(experiment: Experiment) -> Windows | Lack:
    """One unit for each cluster and window."""
    design = experiment.switchback
    if design is None or not design.clusters:
        return Lack(("switchback", "clusters"), "which places switch together", "[{id: north, units: [DE-HH]}]")
    if design.window is None or not (length := days(design.window)):
        return Lack(("switchback", "window"), "how long each place stays with one variant", "12h")
    if design.burn_in is not None and days(design.burn_in) >= length:
        return Lack(("switchback", "burn_in"), "shorter than `window`, or nothing is left to count", "1h")
    return Windows(len(design.clusters), length)


def steps(experiment: Experiment, catalog: Catalog) -> tuple[Step, ...]:
    """Its part of the eligible units from the start on; a ramp opens it step by step, a layer's buckets limit it."""
    most = bucket_share(experiment, catalog)
    ramp = sorted(
        (step.on, step.traffic / 100) for step in experiment.ramp or () if step.on and step.traffic is not None
    )
    if not ramp:
        return (Step(0, most if most is not None else share_of(experiment.traffic, 1)),)
    first = experiment.first_day(catalog.settings.zone) or ramp[0][0]
    opened = [Step(max((on - first).days, 0), min(share, 1 if most is None else most)) for on, share in ramp]
    begun = {step.after: step for step in (Step(0, share_of(experiment.traffic, 0)), *opened)}
    return tuple(begun.values())


def share_of(traffic: float | None, otherwise: float) -> float:
    """A percent as a share."""
    return otherwise if traffic is None else traffic / 100


def bucket_share(experiment: Experiment, catalog: Catalog) -> float | None:
    """The part of its layer's buckets that it has; None where it was given none."""
    use = experiment.layer
    if use is None or not use.buckets:
        return None
    layer = catalog.get(Layer, use.id)
    ranges = tuple(BucketRange(start, stop) for start, stop in use.buckets)
    return min(size(ranges) / (layer.size if layer else DEFAULT_BUCKETS), 1.0)


def days(length: Duration) -> float:
    """A length of time in days; a month has thirty."""
    return length.months * DAYS_OF_MONTH + length.days + length.seconds / SECONDS_OF_DAY
