"""A pair: two experiments that have something in common, on days that are still to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from prodops_cli.documents.document import Place
from prodops_cli.encounters.days import last_day, when
from prodops_cli.findings import Related, Severity
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.phrases import listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """`later` is the one that starts later (of two that start together, the greater id).

    `window` is what is left of their joint window from today on. `same` are surfaces that both name, `nested` those of
    which one names a parent. `free_from` is the first day on which `later`, not yet begun, could start and meet nobody;
    `room` the buckets of `earlier`'s layer that would keep `later` apart from everybody.
    """

    earlier: Experiment
    later: Experiment
    window: Stretch
    same: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    free_from: date | None = None
    room: str = ""
    zone: ZoneInfo
    today: date

    @property
    def severity(self) -> Severity:
        """How loud it is: an error where both are to run on the very same surface, else a warning."""
        are_planned = self.earlier.is_scheduled and self.later.is_scheduled
        return Severity.error if are_planned and self.same else Severity.warning

    @property
    def first_day(self) -> date:
        """The first day on which they meet."""
        return self.window.start.astimezone(self.zone).date()

    @property
    def last_day(self) -> date | None:
        """The last day on which they meet; None where no end is in sight."""
        return last_day(self.window, self.zone)

    @property
    def when(self) -> str:
        """`from 7 to 14 Sep (8 days)`, `on 7 Sep`, `from 7 Sep on`."""
        return when(self.window, self.zone, self.today)

    @property
    def surfaces(self) -> str:
        """The surfaces that they share, in words."""
        return listing(self.same or self.nested)

    @property
    def place(self) -> Place:
        """Where a finding about the two stands: where the later one says when it begins, else what it changes."""
        return self.later.at("start" if self.later.start else "surfaces")

    @property
    def related(self) -> tuple[Related, ...]:
        """What else one must see: the surfaces that both change, and the end of the earlier one."""
        return (*self._shared(), self._end())

    def _shared(self) -> Iterator[Related]:
        for index, surface in enumerate(self.later.surfaces or ()):
            if surface in (*self.same, *self.nested):
                yield Related(self.later.at("surfaces", index), f"{self.earlier.id} changes it too")

    def _end(self) -> Related:
        key = next((key for key in ("actual_end", "end", "duration") if getattr(self.earlier, key)), "surfaces")
        owner = f", owner {self.earlier.owner}" if self.earlier.owner else ""
        ends = "ends here" if key != "surfaces" else "has no end"
        return Related(self.earlier.at(key), f'"{self.earlier.title}"{owner}, {ends}')

    @property
    def agreement(self) -> str:
        """What can be done where nobody gives way: `accept it with payments in accepted_overlaps`."""
        other = self.earlier.owner
        return f"accept it{f' with {other}' if other and other != self.later.owner else ''} in accepted_overlaps"

    @property
    def remedy(self) -> str:
        """What can be done about it."""
        if self.later.is_exposing:
            return f"end {self.earlier.id} or {self.later.id}, or {self.agreement}"
        ways = [f"start {self.later.id} on {self.free_from.isoformat()}"] if self.free_from else []
        ways += [f"give it {self.room}"] if self.room else []
        return ", or ".join([*(ways or [f"end {self.earlier.id} first"]), self.agreement])
