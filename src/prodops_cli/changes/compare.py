"""Comparing: where two values of a model differ in what they mean."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from prodops_cli.changes.change import Item
from prodops_cli.changes.pairs import pairs
from prodops_cli.documents.node import Address
from prodops_cli.models.part import Part


class Spot(NamedTuple):
    """An address in two texts, and what people call it."""

    address: Address = ()
    old: Address = ()
    new: Address = ()

    def __truediv__(self, step: str) -> "Spot":
        """A key below it."""
        return Spot((*self.address, step), (*self.old, step), (*self.new, step))

    def item(self, name: str | int, old: int, new: int) -> "Spot":
        """A list's item below it."""
        step = name if isinstance(name, int) else Item(name)
        return Spot((*self.address, step), (*self.old, old), (*self.new, new))

    def up_to(self, depth: int) -> "Spot":
        """The first steps alone."""
        return Spot(self.address[:depth], self.old[:depth], self.new[:depth])


HERE: Final = Spot()


def differences(before: object, after: object, spot: Spot = HERE) -> Iterator[Spot]:
    """Where two values of one field differ, as deep as they are alike."""
    match before, after:
        case Part(), Part() if type(before) is type(after):
            yield from parts(before, after, spot)
        case dict(), dict():
            for key in before | after:
                yield from differences(before.get(key), after.get(key), spot / key)
        case tuple(), tuple() if any(isinstance(each, Part) for each in (*before, *after)):
            yield from items(before, after, spot)
        case _ if not is_same(before, after):
            yield spot
        case _:
            pass


def parts(before: Part, after: Part, spot: Spot) -> Iterator[Spot]:
    """Where two parts differ; what only looks otherwise is no difference."""
    for key, name in (before.names | after.names).items():
        old, new = getattr(before, name, None), getattr(after, name, None)
        for found in differences(old, new, spot / key):
            if len(found.address) > len(spot.address) + 1 or before.sense(name) != after.sense(name):
                yield found


def items(before: tuple[object, ...], after: tuple[object, ...], spot: Spot) -> Iterator[Spot]:
    """Where two lists of parts differ: by the names of their items, in whatever order they stand."""
    for pair in pairs(before, after, is_alike):
        old = len(before) if pair.old is None else pair.old
        new = len(after) if pair.new is None else pair.new
        below = spot.item(pair.name, old, new)
        if pair.old is None or pair.new is None:
            yield below
        else:
            yield from differences(before[pair.old], after[pair.new], below)


def is_alike(before: object, after: object) -> bool:
    """Whether two values mean the same."""
    return next(differences(before, after), None) is None


def is_same(one: object, other: object) -> bool:
    """Whether two values are the same: true is not 1."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other and isinstance(one, bool) is isinstance(other, bool)
