"""A stretch of time: the instants from a start up to, and without, a stop."""

from dataclasses import dataclass
from datetime import datetime

from prodops_cli.overlap.windows.instant import BEGINNING, FOREVER


@dataclass(frozen=True, slots=True)
class Stretch:
    """Both ends in UTC. Where the stop is not after the start, it is empty."""

    start: datetime
    stop: datetime

    @property
    def empty(self) -> bool:
        return self.stop <= self.start

    @property
    def open_ended(self) -> bool:
        return self.stop >= FOREVER

    def intersection(self, other: "Stretch") -> "Stretch | None":
        """The instants of both, or None where there are none."""
        common = Stretch(max(self.start, other.start), min(self.stop, other.stop))
        return None if common.empty else common


ALWAYS = Stretch(BEGINNING, FOREVER)
