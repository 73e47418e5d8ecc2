"""What two trials have in common that makes it matter whether they meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from prodops_cli.overlap.surface import shared
from prodops_cli.overlap.trial import Trial, same_layer

InterferenceKind = Literal["surface", "layer", "primary_metric", "guardrail_metric", "salt"]


@dataclass(frozen=True, slots=True)
class Interference:
    """`guardrail_metric`: the primary metric of one guards the other. What they share, in order."""

    kind: InterferenceKind
    what: tuple[str, ...]


def interferences(a: Trial, b: Trial) -> tuple[Interference, ...]:
    """The same whichever is named first."""
    return tuple(Interference(kind, what) for kind, what in _kinds(a, b) if what)


def _kinds(a: Trial, b: Trial) -> Iterator[tuple[InterferenceKind, tuple[str, ...]]]:
    yield "surface", shared(a.surfaces, b.surfaces)
    yield "layer", (a.slot.layer,) if a.slot and same_layer(a, b) else ()
    yield "primary_metric", tuple(sorted(a.primary & b.primary))
    yield "guardrail_metric", tuple(sorted((a.primary & b.guardrail) | (b.primary & a.guardrail)))
    yield "salt", (a.salt,) if a.salt and a.salt == b.salt else ()
