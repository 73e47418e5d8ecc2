"""Whether two trials can take one client at one instant: with a proof, a witness, or the reasons for doubt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from prodops_cli.overlap.answer import Apart, Together, Unsure
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.value import Client
from prodops_cli.overlap.dimension import DIMENSIONS
from prodops_cli.overlap.doubt import Doubt
from prodops_cli.overlap.traffic import Shares
from prodops_cli.overlap.trial import Trial
from prodops_cli.overlap.windows.stretch import ALWAYS, Stretch
from prodops_cli.overlap.windows.window import common


@dataclass(frozen=True, slots=True)
class Disjoint:
    """Proved by these dimensions (`time`, `holdout`, `layer`, `audience.country`, `geo`). See `Apart`."""

    by: tuple[str, ...]
    unstable: bool


@dataclass(frozen=True, slots=True)
class Witness:
    """A client that both trials would take at this instant, which begins their joint window."""

    client: Client
    at: datetime


@dataclass(frozen=True, slots=True)
class Overlapping:
    """In the window, both surely take such clients."""

    window: Stretch
    witness: Witness
    shares: Shares


@dataclass(frozen=True, slots=True)
class Possible:
    """If they meet at all, then in the window; each doubt by itself keeps us from saying."""

    window: Stretch
    doubts: tuple[Doubt, ...]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Those that are not known (`time`, `audience.segment`, `layer`), each once."""
        return tuple(dict.fromkeys(doubt.dimension for doubt in self.doubts))


Verdict = Disjoint | Overlapping | Possible


def collide(a: Trial, b: Trial, attributes: Mapping[str, Attribute]) -> Verdict:
    """The same whichever is named first, but for the shares, which are those of a and of b."""
    first, second = (a, b) if a.id <= b.id else (b, a)
    doubts: list[Doubt] = []
    client: Client = {}
    passing: Apart | None = None
    for dimension in DIMENSIONS:
        answer = dimension(first, second, attributes)
        match answer:
            case Apart(by, unstable=False):
                return Disjoint(by, unstable=False)
            case Apart():
                passing = passing or answer
            case Unsure():
                doubts.extend(answer.doubts)
            case Together():
                client = {**client, **answer.evidence}
            case _:
                assert_never(answer)
    if passing:
        return Disjoint(passing.by, unstable=True)
    window = common(a.window, b.window) or ALWAYS
    if doubts:
        return Possible(window, tuple(dict.fromkeys(doubts)))
    return Overlapping(window, Witness(client, window.start), Shares(a, b, attributes))
