"""An experiment as far as it can get in another one's way."""

from dataclasses import dataclass, replace

from prodops_cli.overlap.audiences.audience import EVERYONE, Audience
from prodops_cli.overlap.bounds import NOTHING, Bounds
from prodops_cli.overlap.buckets import Buckets, intersection, joined, size
from prodops_cli.overlap.places import Places
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.overlap.windows.window import Window

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Slot:
    """Its place in a layer. Without buckets, the layer is to find it some."""

    layer: str
    total: int  # buckets in the layer
    buckets: Buckets = ()
    # When there may not be room for all members of the layer: see packing.crowded. None: nobody counted.
    crowded: tuple[Stretch, ...] | None = None
    audience_aware: bool = False  # members with audiences that can't meet may have the same buckets


@dataclass(frozen=True, slots=True)
class Trial:
    """Ids are unique. `excludes`, `requires` and `holdout` are ids of trials.

    The window is when it exposes its clients; of places, the treatment period.
    """

    id: str
    window: Window
    audience: Audience = EVERYONE
    surfaces: tuple[str, ...] = ()
    slot: Slot | None = None
    traffic: float = 100.0  # percent of the audience; explicit buckets beat it
    treated: float = 0.5  # the treatments' share of all weights, 0..1; of places that are treated throughout, 1
    excludes: frozenset[str] = frozenset()
    requires: frozenset[str] = frozenset()  # it takes only users of all of these
    holdout: str | None = None  # whose users it doesn't take
    withheld: Bounds = NOTHING  # of its audience, those whom its holdout keeps; what it takes, it takes of the others
    places: Places | None = None  # None: it assigns its users one by one
    effect: Window | None = None  # the window and what burn-out and cooldown add to it, where they do
    primary: frozenset[str] = frozenset()  # metrics
    guardrail: frozenset[str] = frozenset()
    salt: str | None = None

    @property
    def felt(self) -> Window:
        """When what it changes may be felt: its window, and the time after it until its effect is gone."""
        return self.effect or self.window

    @property
    def wanted(self) -> Stretch:
        """When it may need its places: from its pre-period until its effect is gone."""
        felt, before = self.felt.possible, self.places and self.places.pre_period
        return Stretch(min(before.start, felt.start), felt.stop) if before else felt

    @property
    def lasting(self) -> "Trial":
        """The same for as long as it is felt; by then its layer may have given its buckets to others."""
        slot = self.slot and replace(self.slot, crowded=None)
        return replace(self, window=self.felt, slot=slot)

    @property
    def buckets(self) -> Buckets:
        """Its explicit buckets, joined."""
        return joined(self.slot.buckets) if self.slot and self.slot.buckets else ()

    @property
    def taken(self) -> float:
        """The share of its audience that takes part, 0..1."""
        return taken(self.traffic, self.slot)


def taken(traffic: float, slot: Slot | None) -> float:
    """The share of an audience that takes part with so many percent of it and that place in a layer, 0..1."""
    if slot and slot.total and (given := size(slot.buckets)):
        return min(1.0, given / slot.total)
    return min(max(traffic / PERCENT, 0.0), 1.0)


def same_layer(a: Trial, b: Trial) -> bool:
    return a.slot is not None and b.slot is not None and a.slot.layer == b.slot.layer


def common_buckets(a: Trial, b: Trial) -> Buckets | None:
    """None where it doesn't depend on buckets, or nobody knows: not in one layer, or without buckets on either side."""
    return intersection(a.buckets, b.buckets) if same_layer(a, b) and a.buckets and b.buckets else None
