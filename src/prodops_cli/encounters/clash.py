"""A clash: two experiments that were given the same buckets of one layer for the same days."""

from dataclasses import dataclass
from datetime import date

from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.buckets import Buckets, size
from prodops_cli.phrases import count, listing


@dataclass(frozen=True, slots=True)
class BucketClash:
    """`later` starts later (of two that start together, it has the greater id); `since` is the first common day."""

    earlier: Experiment
    later: Experiment
    layer: str
    common: Buckets
    since: date

    @property
    def buckets(self) -> str:
        """`1,000 buckets, from 4000 to 4999`: the last one included, as people count."""
        ranges = [f"from {each.start} to {each.stop - 1}" for each in self.common]
        return f"{count(size(self.common), 'bucket')}, {listing(ranges)}"
