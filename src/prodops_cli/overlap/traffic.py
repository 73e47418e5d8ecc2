"""How many users two trials share: of all, of either one, and in the treatments of the other."""

from collections.abc import Mapping
from dataclasses import dataclass

from prodops_cli.overlap.audiences import reach
from prodops_cli.overlap.audiences.attribute import Attribute
from prodops_cli.overlap.audiences.audience import Audience
from prodops_cli.overlap.bounds import ALL, Bounds, exactly, without
from prodops_cli.overlap.buckets import size
from prodops_cli.overlap.ground import counted, treated
from prodops_cli.overlap.trial import Trial, common_buckets, same_layer


@dataclass(frozen=True, slots=True)
class Shares:
    """Each from 0 to 1, and worked out when it is asked for.

    After the formulas for independent assignment, or by counting buckets where both trials have some in one layer.
    They hold while both run; layers, dates and exclusions are another question. Users of a holdout are in no trial that
    names it; those of two holdouts may be the same.
    """

    a: Trial
    b: Trial
    attributes: Mapping[str, Attribute]

    @property
    def both(self) -> Bounds:
        """Of the population, those in both: T_AB · p_A · p_B, of those whom no holdout keeps."""
        audiences = reach.joint_share(counted(self.a), counted(self.b), self.attributes)
        return audiences * _together(self.a, self.b) * without(*_kept(self.a, self.b).values())

    @property
    def of_a(self) -> Bounds:
        """Of a's users, those in b too: (T_AB / T_A) · p_B."""
        return _within(self.a, self.b, counted(self.b), self.attributes)

    @property
    def of_b(self) -> Bounds:
        """Of b's users, those in a too."""
        return _within(self.b, self.a, counted(self.a), self.attributes)

    @property
    def treated_of_a(self) -> Bounds:
        """Of a's users, those in b's treatments."""
        return _within(self.a, self.b, treated(self.b), self.attributes) * exactly(self.b.treated)

    @property
    def treated_of_b(self) -> Bounds:
        """Of b's users, those in a's treatments."""
        return _within(self.b, self.a, treated(self.a), self.attributes) * exactly(self.a.treated)


def _within(mine: Trial, theirs: Trial, people: Audience, attributes: Mapping[str, Attribute]) -> Bounds:
    """Of those that one trial takes, the ones among these people that the other one takes too."""
    return (
        reach.share_within(counted(mine), people, attributes)
        * _given(_together(mine, theirs), mine)
        * _spared(mine, theirs)
    )


def _kept(*trials: Trial) -> Mapping[str, Bounds]:
    """By holdout: of the users in its trials' audiences, those whom it keeps."""
    found: dict[str, Bounds] = {}
    for each in trials:
        if each.holdout is not None:
            known = found.get(each.holdout, each.withheld)
            found[each.holdout] = Bounds(min(known.low, each.withheld.low), max(known.high, each.withheld.high))
    return found


def _spared(mine: Trial, theirs: Trial) -> Bounds:
    """Of those that one trial takes, the ones whom the other's holdout doesn't keep."""
    if theirs.holdout is None or theirs.holdout == mine.holdout:
        return ALL
    if mine.holdout is None:
        return without(theirs.withheld)
    left, others = without(mine.withheld), theirs.withheld
    least = 1 - others.high / left.low if left.low > others.high else 0.0
    return Bounds(least, min(1.0, (1 - others.low) / left.low) if left.low else 1.0)


def _together(a: Trial, b: Trial) -> Bounds:
    """Of those in both audiences, the ones that both trials take."""
    common = common_buckets(a, b)
    if common is not None and a.slot:
        return exactly(min(1.0, size(common) / max(a.slot.total, 1)))
    if same_layer(a, b) or (a.salt is not None and a.salt == b.salt):
        # Assigned by one and the same lot: it may be the same users, or as different ones as there is room for.
        return Bounds(max(0.0, a.taken + b.taken - 1), min(a.taken, b.taken))
    return exactly(a.taken * b.taken)


def _given(together: Bounds, trial: Trial) -> Bounds:
    """Of those that the trial takes, the ones that both take."""
    if not trial.taken:
        return exactly(0.0)
    return Bounds(min(1.0, together.low / trial.taken), min(1.0, together.high / trial.taken))
