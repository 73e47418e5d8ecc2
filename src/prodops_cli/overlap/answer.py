"""The answers to "can these two meet?": a proof that they can't, evidence that they can, why nobody can tell."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Evidence_co = TypeVar("Evidence_co", covariant=True)
Doubt_co = TypeVar("Doubt_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Apart:
    """It is proved that they can't meet.

    By these dimensions (`time`, `audience.country`); several only where all of them are needed.
    Unstable: true at any instant, but a client may move from one side to the other.
    """

    by: tuple[str, ...]
    unstable: bool = False


@dataclass(frozen=True, slots=True)
class Together(Generic[Evidence_co]):
    """It is proved that they meet: here is where."""

    evidence: Evidence_co


@dataclass(frozen=True, slots=True)
class Unsure(Generic[Doubt_co]):
    """Neither is proved; at least one doubt."""

    doubts: tuple[Doubt_co, ...]
