"""An experiment as far as it can get in another one's way."""

from dataclasses import dataclass

from prodops_cli.overlap.audience import EVERYONE, Audience
from prodops_cli.overlap.buckets import Buckets, intersection, joined, size
from prodops_cli.overlap.window import Window

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Slot:
    """Its place in a layer. Without buckets, the layer is to find it some."""

    layer: str
    total: int  # buckets in the layer
    buckets: Buckets = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """Ids are unique. `excludes` are ids of trials."""

    id: str
    window: Window
    audience: Audience = EVERYONE
    surfaces: tuple[str, ...] = ()
    slot: Slot | None = None
    traffic: float = 100.0  # percent of the audience; explicit buckets beat it
    treated: float = 0.5  # the treatments' share of all weights, 0..1
    excludes: frozenset[str] = frozenset()
    primary: frozenset[str] = frozenset()  # metrics
    guardrail: frozenset[str] = frozenset()
    salt: str | None = None

    @property
    def buckets(self) -> Buckets:
        """Its explicit buckets, joined."""
        return joined(self.slot.buckets) if self.slot else ()

    @property
    def taken(self) -> float:
        """The share of its audience that takes part, 0..1."""
        if self.slot and self.slot.total and self.buckets:
            return min(1.0, size(self.buckets) / self.slot.total)
        return min(max(self.traffic / PERCENT, 0.0), 1.0)


def same_layer(a: Trial, b: Trial) -> bool:
    return a.slot is not None and b.slot is not None and a.slot.layer == b.slot.layer


def common_buckets(a: Trial, b: Trial) -> Buckets | None:
    """None where it doesn't depend on buckets, or nobody knows: not in one layer, or without buckets on either side."""
    return intersection(a.buckets, b.buckets) if same_layer(a, b) and a.buckets and b.buckets else None
