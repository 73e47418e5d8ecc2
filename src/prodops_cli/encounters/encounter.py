"""An encounter: two experiments that would change one surface for the same users, on days that are still to come."""

from dataclasses import dataclass
from datetime import date

from prodops_cli.encounters.pair import Pair
from prodops_cli.encounters.trial import next_step
from prodops_cli.encounters.words import part, witnessed
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.collide import Overlapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter(Pair):
    """With the proof that they meet.

    `next_step` is the first day on which the rollout of the two, which runs, could go on and meet nobody.
    """

    verdict: Overlapping
    shared_by_later: Bounds
    next_step: date | None = None

    @property
    def rollout(self) -> Experiment:
        """The one of the two that is a rollout; of two such ones the later."""
        return self.later if self.later.type == "rollout" else self.earlier

    @property
    def example(self) -> str:
        """One user whom both would take, and how many of the users do the same."""
        return f"for example: {witnessed(self.verdict.witness, self.zone, self.today)}{self._share()}"

    def _share(self) -> str:
        share = part(self.shared_by_later)
        condition = ", if all of them take part" if self.assumes_all else ""
        return f"; {share} of the users of {self.later.id} would be in both{condition}" if share else ""

    @property
    def assumes_all(self) -> bool:
        """Whether either says nothing of its traffic, so that all users are assumed to take part."""
        return any(
            each.traffic is None and not (each.layer and each.layer.buckets) for each in (self.earlier, self.later)
        )


def waiting(met: Encounter) -> str:
    """What can be done about a test and a rollout: the rollout can wait, with all of it or with its next step."""
    if not met.later.is_exposing and (met.free_from or met.later.type != "rollout"):
        return met.remedy
    rollout, test = met.rollout, met.earlier if met.rollout is met.later else met.later
    step = next_step(rollout, met.today)
    if step and met.next_step:
        rest = " and the later ones as far" if any(each.on and each.on > step for each in rollout.ramp or ()) else ""
        moved = f"move the step of {rollout.id} on {step.isoformat()} to {met.next_step.isoformat()}"
        return f"{moved}{rest}, or {met.agreement}"
    if rollout.is_exposing and step is None:
        return f"leave today out of the analysis of {test.id}, or {met.agreement}"
    what = " with its next step" if step else ""
    return f"let {rollout.id} wait{what} until {test.id} has ended, or {met.agreement}"


def after(met: Encounter) -> str:
    """What can be done about a test that begins while an earlier one is still felt; what runs can't begin later."""
    leave = "leave these days out of its analysis"
    if met.later.is_exposing or met.free_from is None:
        return leave
    return f"start {met.later.id} on {met.free_from.isoformat()}, or {leave}"
