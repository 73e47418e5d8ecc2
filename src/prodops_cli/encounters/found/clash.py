"""A clash: two experiments that were given the same buckets of one layer for the same days."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from prodops_cli.encounters.found.surfaces import Surfaces
from prodops_cli.encounters.trials import Trials, in_order
from prodops_cli.encounters.words import as_written
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer
from prodops_cli.overlap.answer import Together
from prodops_cli.overlap.buckets import BucketRange, Buckets, first, size
from prodops_cli.overlap.candidates import Span, pairs
from prodops_cli.overlap.collide import Disjoint, collide
from prodops_cli.overlap.trial import Trial, common_buckets
from prodops_cli.overlap.windows.window import meet
from prodops_cli.phrases import count, listing


@dataclass(frozen=True, slots=True)
class BucketClash:
    """`later` starts later (of two that start together, it has the greater id); `since` is the first common day.

    `free` are as many other buckets as `later` has, which nobody has or needs while it runs; `free_from` is the first
    day on which it could start with its own, and meet nobody.
    """

    earlier: Experiment
    later: Experiment
    layer: str
    common: Buckets
    since: date
    free: Buckets = ()
    free_from: date | None = None

    @property
    def count(self) -> str:
        """`1,000 buckets`."""
        return count(size(self.common), "bucket")

    @property
    def ranges(self) -> str:
        """`from 4000 to 4999`, `number 7`: the last one included, as people count."""
        return listing([number(each) for each in self.common])

    @property
    def remedy(self) -> str:
        """What can be done: users of what runs can't be dealt anew."""
        if self.later.is_exposing:
            return f"end {self.earlier.id} or {self.later.id}, or accept it in accepted_overlaps"
        ways = [f"give {self.later.id} the buckets {as_written(self.free)}, which are free"] if self.free else []
        ways += [f"start it on {self.free_from.isoformat()}"] if self.free_from else []
        return ", or ".join(ways) or f"end {self.earlier.id} first"


def number(buckets: BucketRange) -> str:
    """A range in words."""
    first, last = buckets.start, buckets.stop - 1
    return f"number {first}" if first == last else f"from {first} to {last}"


def clashes(trials: Trials, surfaces: Surfaces) -> Iterator[BucketClash]:
    """Those of experiments that are to run, from today on, without anybody having agreed to it."""
    placed = [each for each in trials.live.values() if each.buckets and trials.experiments[each.id].is_scheduled]
    spans = [Span(each.window.possible, (each.slot.layer,) if each.slot else ()) for each in placed]
    for one, other in pairs(spans):
        if found := clash(placed[one], placed[other], trials):
            later = trials.live[found.later.id]
            yield replace(found, free=others_for(later, trials), free_from=surfaces.free_from(later.id))


def others_for(trial: Trial, trials: Trials) -> Buckets:
    """As many buckets as a trial has that are free for as long as it runs; none where there are fewer."""
    free, wanted = trials.layers.free(trial, trial.window.possible), size(trial.buckets)
    return first(wanted, free) if size(free) >= wanted else ()


def clash(a: Trial, b: Trial, trials: Trials) -> BucketClash | None:
    """The buckets that two trials of one layer both have. Only some layers let audiences share buckets."""
    common = common_buckets(a, b)
    met = meet(a.window, b.window)
    if not common or not a.slot or not isinstance(met, Together) or trials.is_accepted(a, b):
        return None
    left = met.evidence.intersection(trials.ahead)
    layer = trials.catalog.get(Layer, a.slot.layer)
    audiences_share = layer is not None and layer.packing == "audience_aware"
    is_apart = isinstance(collide(a, b, trials.attributes), Disjoint) if audiences_share else excludes(a, b)
    if left is None or is_apart:
        return None
    earlier, later = (trials.experiments[each.id] for each in in_order(a, b))
    return BucketClash(earlier, later, a.slot.layer, common, left.start.astimezone(trials.zone).date())


def excludes(a: Trial, b: Trial) -> bool:
    """Whether either trial says that it takes none of the other's users."""
    return a.id in b.excludes or b.id in a.excludes
