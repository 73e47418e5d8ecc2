"""Readings: what a measure says of a catalog on a day, and what makes it say so."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final, NamedTuple, TypeVar

from prodops_cli.models.entity import Entity
from prodops_cli.phrases import percent

LATELY: Final = timedelta(days=90)
AnyEntity = TypeVar("AnyEntity", bound=Entity)


class Part(NamedTuple):
    """What something adds to a measure: what it is called, and how much; that is empty where being there is all."""

    title: str
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure says on a day: its value (None where there is nothing to count), in words, and what made it so.

    Parts stand in the order in which one tells them.
    """

    value: float | None = None
    text: str = "nothing to count"
    parts: Mapping[str, Part] = field(default_factory=dict)


def share(things: Iterable[AnyEntity], is_good: Callable[[AnyEntity], bool]) -> Reading:
    """How many of some things are as they should be; its parts are those that are not."""
    found = [(each, is_good(each)) for each in things]
    if not found:
        return Reading()
    good = sum(is_fine for _, is_fine in found)
    bad = sorted((each for each, is_fine in found if not is_fine), key=lambda each: (each.title, each.id))
    lacking = {f"{each.kind} {each.id}": Part(each.title) for each in bad}
    return Reading(good / len(found), f"{percent(good / len(found))}, {good:,} of {len(found):,}", lacking)
