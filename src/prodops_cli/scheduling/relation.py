"""How two experiments stand in each other's way: not at one time, not with the same buckets, or not at all."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prodops_cli.encounters.room import Room
from prodops_cli.encounters.trials import Trials
from prodops_cli.overlap.answer import Apart
from prodops_cli.overlap.dimension import audience, exclusion, holdout
from prodops_cli.overlap.trial import Trial, same_layer

Relation: TypeAlias = Literal["time", "buckets"] | None


@dataclass(frozen=True, slots=True)
class Relations:
    """What the lint would say of two, whenever they run."""

    trials: Trials
    room: Room

    def between(self, a: Trial, b: Trial) -> Relation:
        """What must be different of two, so that neither is in the other's way."""
        if self.trials.is_accepted(a, b):
            return None
        if same_layer(a, b) and a.buckets and b.buckets:
            return None if self.may_share_buckets(a, b) else "buckets"
        if self.is_packed(a, b) or not self.room.could_meet(a, b):
            return None
        return "time"

    def may_share_buckets(self, a: Trial, b: Trial) -> bool:
        """Whether two may be given the same buckets at one time."""
        dimensions = (exclusion, holdout, audience) if a.slot and a.slot.audience_aware else (exclusion,)
        return any(isinstance(each(a, b, self.trials.attributes), Apart) for each in dimensions)

    def is_packed(self, a: Trial, b: Trial) -> bool:
        """Whether their layer finds buckets that keep them apart."""
        is_in_use = a.slot is not None and a.slot.layer in self.trials.layers.by_id
        return is_in_use and same_layer(a, b) and not (a.places or b.places)
