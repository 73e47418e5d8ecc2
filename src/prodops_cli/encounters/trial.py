"""An experiment as the overlap engine sees it."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.audience import Attributes, audience_of
from prodops_cli.models.design import LayerUse, Variant
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import DEFAULT_BUCKETS, Layer
from prodops_cli.models.places import Stretch as WrittenStretch
from prodops_cli.overlap.audiences.audience import EVERYONE
from prodops_cli.overlap.bounds import ANYTHING, NOTHING, Bounds
from prodops_cli.overlap.buckets import BucketRange
from prodops_cli.overlap.effect import prolonged
from prodops_cli.overlap.places import Places
from prodops_cli.overlap.trial import Slot, Trial, taken
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.overlap.windows.instant import end_of, instant
from prodops_cli.overlap.windows.ramp import changing
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Timing, Window, window

PLACE = "place"
"""What places are values of where nobody says so."""


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
        treated=1.0 if experiment.synthetic_control else treated(experiment.variants or ()),
        places=places(experiment, zone),
        excludes=frozenset(experiment.excludes or ()),
        requires=frozenset(experiment.requires or ()),
        holdout=experiment.holdout,
        withheld=withheld(experiment, catalog, known),
        primary=frozenset(experiment.judged_by("primary")),
        guardrail=frozenset(experiment.judged_by("guardrail")),
        salt=experiment.salt,
    )


def withheld(experiment: Experiment, catalog: Catalog, known: Attributes) -> Bounds:
    """Of an experiment's users, those whom its holdout keeps: its control, or all where none is named."""
    if experiment.holdout is None:
        return NOTHING
    holdout = catalog.get(Experiment, experiment.holdout)
    if holdout is None:
        return ANYTHING
    place, given = slot(holdout.layer, catalog), treated(holdout.variants or ())
    if given == 1.0 and holdout.traffic is None and not (place and place.buckets):
        return ANYTHING
    kept = taken(100.0 if holdout.traffic is None else holdout.traffic, place) * (1 - given if given < 1 else 1.0)
    return held(experiment, holdout, kept, known)


def held(experiment: Experiment, holdout: Experiment, kept: float, known: Attributes) -> Bounds:
    """The same, of a holdout that keeps so many of its own users."""
    layers = {each.layer and each.layer.id for each in (experiment, holdout)}
    if (len(layers) == 1 and None not in layers) or (holdout.salt and holdout.salt == experiment.salt):
        return ANYTHING  # dealt by one lot
    is_everywhere = holdout.is_scheduled and audience_of(holdout, known) in (EVERYONE, audience_of(experiment, known))
    return Bounds(kept if is_everywhere else 0.0, kept)


def places(experiment: Experiment, zone: ZoneInfo) -> Places | None:
    """The places that a switchback or a synthetic control treats, and those with which it compares them."""
    if switchback := experiment.switchback:
        units = (unit for cluster in switchback.clusters or () for unit in cluster.units or ())
        return Places(switchback.geo_type or PLACE, frozenset(units))
    if control := experiment.synthetic_control:
        compared = frozenset((*(control.control_units or ()), *(control.donor_pool or ())))
        before = stretch(control.pre_period, zone)
        return Places(control.geo_type or PLACE, frozenset(control.treatment_units or ()), compared, before)
    return None


def stretch(written: WrittenStretch | None, zone: ZoneInfo) -> Stretch | None:
    """What is written from one day to another, where both are."""
    if written is None or written.start is None or written.end is None:
        return None
    return Stretch(instant(written.start, zone), end_of(written.end, zone))


def window_of(experiment: Experiment, today: date, zone: ZoneInfo) -> Window:
    """When an experiment exposes its users; one without a status counts as a draft."""
    treatment = experiment.synthetic_control.treatment_period if experiment.synthetic_control else None
    return window(
        Timing(
            experiment.status or "draft",
            (treatment and treatment.start) or experiment.start,
            (treatment and treatment.end) or experiment.end,
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


def next_step(experiment: Experiment, today: date) -> date | None:
    """The first day, from today on, on which a rollout that runs changes again."""
    if experiment.type != "rollout" or not experiment.is_exposing:
        return None
    return min((step.on for step in experiment.ramp or () if step.on and step.on >= today), default=None)


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
    aware = layer is not None and layer.packing == "audience_aware"
    ranges = tuple(BucketRange(start, stop) for start, stop in use.buckets or ())
    return Slot(use.id, total, ranges, audience_aware=aware)


def treated(variants: tuple[Variant, ...]) -> float:
    """The treatments' share of all weights, from 0 to 1; all of it where no control is named."""
    weights = [(variant.role, 1 if variant.weight is None else variant.weight) for variant in variants]
    total = sum(weight for _, weight in weights)
    return sum(weight for role, weight in weights if role != "control") / total if total else 1.0
