"""Layers: traffic that their members share."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from prodops_cli.overlap.buckets import BucketRange, Buckets, difference, size
from prodops_cli.overlap.trial import PERCENT, Trial

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Layer:
    """Reserved buckets are nobody's. Audience-aware ones give the same buckets to audiences that can't meet."""

    id: str
    total: int  # buckets
    audience_aware: bool = False
    reserved: Buckets = ()

    @property
    def offered(self) -> Buckets:
        """The buckets that members may have."""
        return difference((BucketRange(0, self.total),), self.reserved)

    @property
    def kept(self) -> Fraction:
        """The reserved part of the layer."""
        return 1 - self._part(self.offered) if self.reserved else NOTHING

    def needed(self, trial: Trial) -> Fraction:
        """The part of the layer that a member needs: its buckets, or else its traffic."""
        buckets = trial.buckets
        return self._part(buckets) if buckets else _exact(trial.traffic)

    def _part(self, buckets: Buckets) -> Fraction:
        return Fraction(size(buckets), max(self.total, 1))

    def members(self, trials: Iterable[Trial]) -> tuple[Trial, ...]:
        """Those that have a place in this layer."""
        return tuple(trial for trial in trials if trial.slot and trial.slot.layer == self.id)


@cache
def _exact(percent: float) -> Fraction:
    """As people write it, since floats of a hundred small parts don't add up to one."""
    return max(Fraction(str(percent)) / PERCENT, NOTHING)
