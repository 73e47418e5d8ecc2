"""How many users two trials share: of all, of either one, and in the treatments of the other."""

from collections.abc import Mapping
from dataclasses import dataclass

from prodops_cli.overlap import reach
from prodops_cli.overlap.attribute import Attribute
from prodops_cli.overlap.bounds import Bounds, exactly
from prodops_cli.overlap.buckets import size
from prodops_cli.overlap.trial import Trial, common_buckets, same_layer


@dataclass(frozen=True, slots=True)
class Shares:
    """Each from 0 to 1. They hold while both trials run; layers, dates and exclusions are another question."""

    both: Bounds  # of the population: T_AB · p_A · p_B
    of_a: Bounds  # of a's users, those in b too: (T_AB / T_A) · p_B
    of_b: Bounds
    treated_of_a: Bounds  # of a's users, those in b's treatments
    treated_of_b: Bounds


def shares(a: Trial, b: Trial, attributes: Mapping[str, Attribute]) -> Shares:
    """After the formulas for independent assignment, or by counting buckets where both have some in one layer."""
    together = _together(a, b)
    of_a = reach.share_within(a.audience, b.audience, attributes) * _given(together, a)
    of_b = reach.share_within(b.audience, a.audience, attributes) * _given(together, b)
    return Shares(
        both=reach.joint_share(a.audience, b.audience, attributes) * together,
        of_a=of_a,
        of_b=of_b,
        treated_of_a=of_a * exactly(b.treated),
        treated_of_b=of_b * exactly(a.treated),
    )


def _together(a: Trial, b: Trial) -> Bounds:
    """Of those in both audiences, the ones that both trials take."""
    common = common_buckets(a, b)
    if common is not None and a.slot:
        return exactly(min(1.0, size(common) / max(a.slot.total, 1)))
    if same_layer(a, b) or (a.salt is not None and a.salt == b.salt):
        # Assigned by one and the same lot: it may be the same users, or as different ones as there is room for.
        return Bounds(max(0.0, a.taken + b.taken - 1), min(a.taken, b.taken))
    return exactly(a.taken * b.taken)


def _given(together: Bounds, trial: Trial) -> Bounds:
    """Of those that the trial takes, the ones that both take."""
    if not trial.taken:
        return exactly(0.0)
    return Bounds(min(1.0, together.low / trial.taken), min(1.0, together.high / trial.taken))
