"""The dimensions in which two trials may be apart, each by itself, the cheapest first and those that never change."""

from collections.abc import Callable, Mapping

from prodops_cli.overlap import clients, window
from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.doubt import Doubt, Undated, Unpacked
from prodops_cli.overlap.trial import Trial, common_buckets, same_layer
from prodops_cli.overlap.value import Client

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


def layer(a: Trial, b: Trial, _: Attributes) -> Answer:
    if a.slot is None or not same_layer(a, b):
        return ANYBODY
    common = common_buckets(a, b)
    if common is None:
        return Unsure((Unpacked(a.slot.layer),))
    return ANYBODY if common else Apart(("buckets",))


def audience(a: Trial, b: Trial, attributes: Attributes) -> Answer:
    return clients.meet(a.audience, b.audience, attributes)


# An audience may divide two trials today and not tomorrow, so it is asked last.
DIMENSIONS: tuple[Dimension, ...] = (time, exclusion, holdout, layer, audience)
