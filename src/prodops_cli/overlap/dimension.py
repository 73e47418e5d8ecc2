"""The dimensions in which two trials may be apart, each by itself, the cheapest first and those that never change."""

from collections.abc import Callable, Mapping

from prodops_cli.overlap import ground
from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences import clients
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.overlap.bounds import TOLERANCE
from prodops_cli.overlap.doubt import Doubt, Undated, Unpacked
from prodops_cli.overlap.trial import Trial, common_buckets, same_layer
from prodops_cli.overlap.windows import window

Attributes = Mapping[str, Attribute]

# Together: what it takes of a client to be in both, as far as this dimension is concerned.
Answer = Apart | Together[Client] | Unsure[Doubt]
Dimension = Callable[[Trial, Trial, Attributes], Answer]

ANYBODY: Together[Client] = Together({})


def time(a: Trial, b: Trial, _: Attributes) -> Answer:
    answer = window.meet(a.window, b.window)
    match answer:
        case Apart():
            return answer
        case Together():
            return ANYBODY
        case Unsure():
            sides = ((a.id, a.window.doubt), (b.id, b.window.doubt))
            return Unsure(tuple(Undated(trial, why) for trial, why in sides if why))


def exclusion(a: Trial, b: Trial, _: Attributes) -> Answer:
    return Apart(("exclusion",)) if a.id in b.excludes or b.id in a.excludes else ANYBODY


def holdout(a: Trial, b: Trial, _: Attributes) -> Answer:
    """Two that keep clear of the same holdout may well meet each other."""
    return Apart(("holdout",)) if a.holdout == b.id or b.holdout == a.id else ANYBODY


def buckets(a: Trial, b: Trial, _: Attributes) -> Answer:
    """Where both were given some of one layer."""
    common = common_buckets(a, b)
    return Apart(("buckets",)) if common == () else ANYBODY


def layer(a: Trial, b: Trial, attributes: Attributes) -> Answer:
    """Where the layer is to find buckets for at least one of them: other ones, as long as there are enough."""
    if a.slot is None or b.slot is None or not same_layer(a, b) or (a.buckets and b.buckets):
        return ANYBODY
    if a.taken + b.taken > 1 + TOLERANCE or _may_share_buckets(a, b, attributes):
        return ANYBODY
    return Apart(("layer",)) if _roomy(a, b) else Unsure((Unpacked(a.slot.layer),))


def audience(a: Trial, b: Trial, attributes: Attributes) -> Answer:
    return clients.meet(a.audience, b.audience, attributes)


def geo(a: Trial, b: Trial, attributes: Attributes) -> Answer:
    """Asked of two that no audience divides: then it is their places that do."""
    answer = ground.meet(a, b, attributes) if a.places or b.places else ANYBODY
    return Apart(("geo",), answer.unstable) if isinstance(answer, Apart) else answer


def _may_share_buckets(a: Trial, b: Trial, attributes: Attributes) -> bool:
    """The layer counts on it that their audiences can't meet."""
    aware = a.slot is not None and a.slot.audience_aware
    return aware and isinstance(audience(a, b, attributes), Apart)


def _roomy(a: Trial, b: Trial) -> bool:
    """It is known when both run, and that their layer has enough for all of its members then."""
    joint = a.window.sure and b.window.sure and window.common(a.window, b.window)
    crowds = [each.slot.crowded if each.slot else None for each in (a, b)]
    return joint is not None and all(crowd is not None and not any(map(joint.intersection, crowd)) for crowd in crowds)


# An audience or a place may divide two trials today and not tomorrow, so they are asked last.
DIMENSIONS: tuple[Dimension, ...] = (time, exclusion, holdout, buckets, layer, audience, geo)
