"""An encounter: two experiments that would change one surface for the same users, on days that are still to come."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.bounds import Bounds
from prodops_cli.overlap.collide import Overlapping, Witness
from prodops_cli.overlap.instant import FOREVER
from prodops_cli.overlap.stretch import Stretch
from prodops_cli.overlap.value import ClientValue, Opaque
from prodops_cli.phrases import count, day, days, listing, percent, portion

ALMOST_NOTHING_KNOWN = 0.95


@dataclass(frozen=True, slots=True)
class Encounter:
    """`later` is the one that starts later (of two that start together, the greater id).

    `window` is what is left of their joint window from today on. `same` are surfaces that both name, `nested` those of
    which one names a parent. `free_from` is the first day on which `later`, not yet begun, could start and meet nobody.
    """

    earlier: Experiment
    later: Experiment
    verdict: Overlapping
    window: Stretch
    same: tuple[str, ...]
    nested: tuple[str, ...]
    shared_by_later: Bounds
    free_from: date | None
    zone: ZoneInfo
    today: date

    @property
    def first_day(self) -> date:
        """The first day on which they meet."""
        return self.window.start.astimezone(self.zone).date()

    @property
    def last_day(self) -> date | None:
        """The last day on which they meet; None where no end is in sight."""
        if self.window.stop >= FOREVER:
            return None
        return (self.window.stop - timedelta(microseconds=1)).astimezone(self.zone).date()

    @property
    def when(self) -> str:
        """`from 7 to 14 Sep (8 days)`, `on 7 Sep`, `from 7 Sep on`."""
        first, last = self.first_day, self.last_day
        if last is None:
            return f"from {day(first, self.today)} on, with no end in sight"
        if first == last:
            return f"on {day(first, self.today)}"
        return f"from {days(first, last, self.today)} ({count((last - first).days + 1, 'day')})"

    @property
    def surfaces(self) -> str:
        """The surfaces that they share, in words."""
        return listing(self.same or self.nested)

    @property
    def example(self) -> str:
        """One user whom both would take, and how many of the users do the same."""
        return f"for example: {witness(self.verdict.witness, self.zone, self.today)}{self._share()}"

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

    @property
    def remedy(self) -> str:
        """What can be done about it."""
        other = self.earlier.owner
        agree = f"accept it{f' with {other}' if other and other != self.later.owner else ''} in accepted_overlaps"
        if self.later.is_exposing:
            return f"end {self.earlier.id} or {self.later.id}, or {agree}"
        if self.free_from is None:
            return f"end {self.earlier.id} first, or {agree}"
        return f"start {self.later.id} on {self.free_from.isoformat()}, or {agree}"


def witness(found: Witness, zone: ZoneInfo, today: date) -> str:
    """A user and a day: `a user with country DE and platform web on 7 Sep`."""
    said = [f"{name} {in_words(value)}" for name, value in sorted(found.client.items()) if value is not None]
    lacking = [f"no {name}" for name, value in sorted(found.client.items()) if value is None]
    when = day(local(found.at, zone), today)
    return f"a user with {listing(said + lacking)} on {when}" if said or lacking else f"any user on {when}"


def local(at: datetime, zone: ZoneInfo) -> date:
    """The day of an instant where the catalog is."""
    return at.astimezone(zone).date()


def in_words(value: ClientValue) -> str:
    """A value of an attribute, as one would write it."""
    if isinstance(value, tuple):
        return listing([in_words(each) for each in value])
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"for whom `{value.text}` holds" if isinstance(value, Opaque) else str(value)
