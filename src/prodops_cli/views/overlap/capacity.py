"""What `prodops overlap --capacity` prints, for people and programs: each layer, week by week: used, free, by whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from typing import Final

from prodops_cli.encounters.trials import Trials
from prodops_cli.outputs.encode import written
from prodops_cli.outputs.look import Ink, Look
from prodops_cli.outputs.screen import shown, wrap
from prodops_cli.overlap.layers.capacity import ALL, room
from prodops_cli.overlap.layers.layer import NOTHING
from prodops_cli.overlap.windows.instant import instant
from prodops_cli.overlap.windows.stretch import Stretch
from prodops_cli.phrases import count, days, percent
from prodops_cli.views.overlap.calendar import WEEK, Scale, scale
from prodops_cli.views.overlap.json import rounded
from prodops_cli.views.plain import VERSION, Json
from prodops_cli.views.table import cut

BAR: Final = 20
FULL: Final = "█"
FREE: Final = "·"


@dataclass(frozen=True, slots=True)
class Filling:
    """What is left of a layer in a week (below nothing where it is over), and who is in it."""

    free: Fraction
    members: tuple[str, ...]


@dataclass(frozen=True)
class Capacity:
    """The layers in some weeks; without days, this one and the next twelve."""

    trials: Trials
    since: date | None
    until: date | None

    def lines(self, look: Look) -> Iterator[str]:
        """A row for each stretch of weeks that are alike."""
        weeks = scale(self.since or self.trials.today, self.until, self.trials.today, look.width)
        for number, id in enumerate(sorted(self.trials.layers.by_id)):
            if number:
                yield ""
            yield look.paint(cut(shown(self.title(id)), look.width), Ink.bold)
            for (first, last), filling in self.rows(id, weeks):
                yield from self.row(id, days(first, last, self.trials.today), filling, look)
        if not self.trials.layers.by_id:
            yield "no layer is in use: experiments share traffic without one"

    def as_json(self, revision: str | None) -> Iterator[str]:
        """One object, a line for each week of a layer."""
        mondays = self.mondays(scale(self.since or self.trials.today, self.until, self.trials.today, 1))
        head = {"version": VERSION, "today": self.trials.today.isoformat(), "revision": revision}
        yield written(head)[:-1] + ', "layers": ['
        for number, id in enumerate(sorted(self.trials.layers.by_id)):
            layer = self.trials.layers.by_id[id]
            known = {"id": id, "buckets": layer.total, "reserved": rounded(float(layer.kept))}
            yield f'{"," if number else ""}{written(known)[:-1]}, "weeks": ['
            weeks = zip(mondays, self.fillings(id, mondays), strict=True)
            yield ",\n".join(written(self.week(id, monday, filling)) for monday, filling in weeks)
            yield "]}"
        yield "]}"

    def week(self, id: str, monday: date, filling: Filling) -> Json:
        """A week of a layer as plain values; what is used may be more than all."""
        return {
            "start": monday.isoformat(),
            "end": (monday + timedelta(WEEK - 1)).isoformat(),
            "used": rounded(float(ALL - filling.free)),
            "free": rounded(float(max(filling.free, NOTHING))),
            "members": [{"id": member, "needs": rounded(self.needed(id, member))} for member in filling.members],
        }

    def needed(self, id: str, member: str) -> float:
        """The part of a layer that a member needs."""
        return float(self.trials.layers.by_id[id].needed(self.trials.live[member]))

    def title(self, id: str) -> str:
        """`checkout-web: 10,000 buckets, 5% reserved`."""
        layer = self.trials.layers.by_id[id]
        reserved = f", {percent(float(layer.kept))} reserved" if layer.kept else ""
        return f"{id}: {count(layer.total, 'bucket')}{reserved}"

    def rows(self, id: str, weeks: Scale) -> Iterator[tuple[tuple[date, date], Filling]]:
        """The first and last days of weeks that are alike."""
        mondays = self.mondays(weeks)
        fillings = zip(mondays, self.fillings(id, mondays), strict=True)
        for filling, group in groupby(fillings, key=lambda pair: pair[1]):
            alike = [monday for monday, _ in group]
            yield (alike[0], alike[-1] + timedelta(WEEK - 1)), filling

    def mondays(self, weeks: Scale) -> list[date]:
        """The first day of each week."""
        return [weeks.first + timedelta(number * WEEK) for number in range(weeks.weeks)]

    def fillings(self, id: str, mondays: list[date]) -> Iterator[Filling]:
        """How full a layer is in each week."""
        zone, uses = self.trials.zone, self.trials.layers.uses(id)
        stretches = [Stretch(instant(day, zone), instant(day + timedelta(WEEK), zone)) for day in mondays]
        left = room(self.trials.layers.by_id[id], uses, stretches)
        for stretch, free in zip(stretches, left, strict=True):
            there = ((each.id, each.window.sure) for each in self.trials.layers.members[id])
            present = [member for member, sure in there if sure and sure.intersection(stretch)]
            yield Filling(free, tuple(sorted(present)))

    def row(self, id: str, when: str, filling: Filling, look: Look) -> Iterator[str]:
        """`7 to 27 Sep      70% used  30% free  ██████████████······`, and who."""
        used = ALL - filling.free
        bar = bar_of(used)
        over = (
            f"{percent(float(-filling.free))} too much" if filling.free < 0 else f"{percent(float(filling.free))} free"
        )
        head = f"  {when:<17}  {percent(float(used)):>5} used  {over:<14}  "
        yield head + look.paint(bar, Ink.red if filling.free < 0 else Ink.green)
        parts = [self.part(id, member) for member in filling.members]
        yield from (f"      {line}" for line in wrap(shown(", ".join(parts)), look.width - 6) if parts)

    def part(self, id: str, member: str) -> str:
        """A member with the part of the layer that it needs."""
        return f"{member} {percent(self.needed(id, member))}"


def bar_of(used: Fraction) -> str:
    """A bar for what is used; any use is a mark, and what is free is one, too."""
    full = min(max(round(used * BAR), int(used > 0)), BAR - int(used < 1))
    return FULL * full + FREE * (BAR - full)
