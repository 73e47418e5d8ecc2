"""A clash: two experiments that were given the same buckets of one layer for the same days."""

from dataclasses import dataclass
from datetime import date

from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.buckets import BucketRange, Buckets, size
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
    def count(self) -> str:
        """`1,000 buckets`."""
        return count(size(self.common), "bucket")

    @property
    def ranges(self) -> str:
        """`from 4000 to 4999`, `number 7`: the last one included, as people count."""
        return listing([number(each) for each in self.common])


def number(buckets: BucketRange) -> str:
    """A range in words."""
    first, last = buckets.start, buckets.stop - 1
    return f"number {first}" if first == last else f"from {first} to {last}"
