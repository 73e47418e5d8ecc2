"""An experiment as the overlap engine sees it."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, audience_of
from prodops_cli.models.design import LayerUse, Variant
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import DEFAULT_BUCKETS, Layer
from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.overlap.duration import Duration
from prodops_cli.overlap.effect import prolonged
from prodops_cli.overlap.ramp import changing
from prodops_cli.overlap.trial import Slot, Trial
from prodops_cli.overlap.window import Timing, Window, window


def trial(experiment: Experiment, catalog: Catalog, known: Attributes, today: date) -> Trial:
    """What of an experiment can get in another one's way."""
    zone = catalog.settings.zone
    window, lasting = changing_window(experiment, today, zone), tuple(aftermath(experiment))
    return Trial(
        id=experiment.id,
        window=window,
        effect=prolonged(window, lasting, zone) if lasting else None,
        audience=audience_of(experiment, known),
        surfaces=experiment.surfaces or (),
        slot=slot(experiment.layer, catalog),
        traffic=100.0 if experiment.traffic is None else experiment.traffic,
        treated=treated(experiment.variants or ()),
        excludes=frozenset(experiment.excludes or ()),
        requires=frozenset(experiment.requires or ()),
        holdout=experiment.holdout,
        primary=frozenset(experiment.judged_by("primary")),
        guardrail=frozenset(experiment.judged_by("guardrail")),
        salt=experiment.salt,
    )


def window_of(experiment: Experiment, today: date, zone: ZoneInfo) -> Window:
    """When an experiment exposes its users; one without a status counts as a draft."""
    return window(
        Timing(
            experiment.status or "draft",
            experiment.start,
            experiment.end,
            experiment.actual_start,
            experiment.actual_end,
            experiment.duration,
        ),
        today,
        zone,
    )


def changing_window(experiment: Experiment, today: date, zone: ZoneInfo) -> Window:
    """When an experiment changes what users see: a rollout while it is opened, all others while they run."""
    whole = window_of(experiment, today, zone)
    if experiment.type != "rollout":
        return whole
    return changing(whole, (step.on for step in experiment.ramp or () if step.on), zone)


def aftermath(experiment: Experiment) -> Iterator[Duration]:
    """How long its effect goes on after its end."""
    if experiment.switchback and experiment.switchback.burn_out:
        yield experiment.switchback.burn_out
    if experiment.cooldown:
        yield experiment.cooldown


def slot(use: LayerUse | None, catalog: Catalog) -> Slot | None:
    """An experiment's place in a layer."""
    if use is None or use.id is None:
        return None
    layer = catalog.get(Layer, use.id)
    total = layer.size if layer else DEFAULT_BUCKETS
    return Slot(use.id, total, tuple(BucketRange(start, stop) for start, stop in use.buckets or ()))


def treated(variants: tuple[Variant, ...]) -> float:
    """The treatments' share of all weights, from 0 to 1; all of it where no control is named."""
    weights = [(variant.role, 1 if variant.weight is None else variant.weight) for variant in variants]
    total = sum(weight for _, weight in weights)
    return sum(weight for role, weight in weights if role != "control") / total if total else 1.0
