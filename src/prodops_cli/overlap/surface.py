"""Surfaces, the places that experiments change: dotted paths, in which a parent contains its children."""

from collections.abc import Iterable
from itertools import product


def contains(parent: str, child: str) -> bool:
    """`checkout` contains itself and `checkout.payment`, and not `checkoutx`."""
    return child == parent or child.startswith(f"{parent}.")


def above(surface: str) -> tuple[str, ...]:
    """The parents, nearest first, without the surface itself."""
    words = surface.split(".")
    return tuple(".".join(words[:count]) for count in range(len(words) - 1, 0, -1))


def shared(a: Iterable[str], b: Iterable[str]) -> tuple[str, ...]:
    """What both change: of two surfaces of which one contains the other, the narrower."""
    return tuple(sorted({max(x, y, key=len) for x, y in product(a, b) if contains(x, y) or contains(y, x)}))
