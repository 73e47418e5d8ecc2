"""An encounter: two experiments that would change one surface for the same users, on days that are still to come."""

from dataclasses import dataclass

from prodops_cli.encounters.pair import Pair
from prodops_cli.encounters.words import witnessed
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.collide import Overlapping
from prodops_cli.phrases import percent, portion

ALMOST_NOTHING_KNOWN = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter(Pair):
    """With the proof that they meet."""

    verdict: Overlapping
    shared_by_later: Bounds

    @property
    def example(self) -> str:
        """One user whom both would take, and how many of the users do the same."""
        return f"for example: {witnessed(self.verdict.witness, self.zone, self.today)}{self._share()}"

    def _share(self) -> str:
        low, high = self.shared_by_later.low, self.shared_by_later.high
        if high - low >= ALMOST_NOTHING_KNOWN:
            return ""
        share = portion(low) if self.shared_by_later.exact else f"{percent(low)} to {percent(high)}"
        condition = ", if all of them take part" if self.assumes_all else ""
        return f"; {share} of the users of {self.later.id} would be in both{condition}"

    @property
    def assumes_all(self) -> bool:
        """Whether either says nothing of its traffic, so that all users are assumed to take part."""
        return any(
            each.traffic is None and not (each.layer and each.layer.buckets) for each in (self.earlier, self.later)
        )


def waiting(met: Encounter) -> str:
    """What can be done about a test and a rollout: it can wait with its next step."""
    if met.later.type != "rollout" and not met.later.is_exposing:
        return met.remedy
    rollout, test = (met.later, met.earlier) if met.later.type == "rollout" else (met.earlier, met.later)
    return f"let {rollout.id} wait with its next step until {test.id} has ended, or {met.agreement}"
