"""A share that is known, or known to lie between two others."""

from dataclasses import dataclass

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Bounds:
    """0 <= low <= high <= 1."""

    low: float
    high: float

    @property
    def exact(self) -> bool:
        return self.high - self.low <= TOLERANCE

    def __mul__(self, other: "Bounds") -> "Bounds":
        return Bounds(self.low * other.low, self.high * other.high)


def exactly(share: float) -> Bounds:
    return Bounds(share, share)


NOTHING = exactly(0.0)
ALL = exactly(1.0)
ANYTHING = Bounds(0.0, 1.0)


def without(*parts: Bounds) -> Bounds:
    """What is left of all without some parts that may have anything in common."""
    taken = united(parts)
    return Bounds(1 - taken.high, 1 - taken.low)


def proportion(part: Bounds, rest: Bounds) -> Bounds:
    """What part is of part + rest, of two parts that have nothing in common."""
    if rest.high <= 0:
        return ALL
    if part.high <= 0:
        return NOTHING
    low = part.low / (part.low + rest.high)
    high = part.high / (part.high + rest.low)
    return Bounds(low, high)


def quotient(part: Bounds, whole: Bounds) -> Bounds:
    """What part is of whole, where the part lies within the whole."""
    low = part.low / whole.high if whole.high > 0 else 0.0
    high = part.high / whole.low if whole.low > 0 else 1.0
    return Bounds(min(low, 1.0), min(high, 1.0))


def summed(parts: tuple[Bounds, ...]) -> Bounds:
    """The union of parts that have nothing in common."""
    return Bounds(min(sum(part.low for part in parts), 1.0), min(sum(part.high for part in parts), 1.0))


def united(parts: tuple[Bounds, ...]) -> Bounds:
    """The union of parts that may have anything in common."""
    return Bounds(max((part.low for part in parts), default=0.0), min(sum(part.high for part in parts), 1.0))
