"""The formulas of the scorecard: what each measure says of a catalog on a day. Each stands here, and nowhere else."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median
from typing import Final, NamedTuple, TypeVar

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.expenses import code, money
from prodops_cli.catalog.reviews import holds_for, is_overdue
from prodops_cli.encounters.encounters import Encounters
from prodops_cli.encounters.found.clash import BucketClash
from prodops_cli.encounters.pair import Pair
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, percent
from prodops_cli.reports.books.service import names_one

LATELY: Final = timedelta(days=90)
AnyEntity = TypeVar("AnyEntity", bound=Entity)


class Part(NamedTuple):
    """What something adds to a measure: what it is called, and how much; that is empty where being there is all."""

    title: str
    adds: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a measure says on a day: its value (None where there is nothing to count), in words, and what made it so."""

    value: float | None = None
    text: str = "nothing to count"
    parts: Mapping[str, Part] = field(default_factory=dict)


def share(things: Iterable[AnyEntity], is_good: Callable[[AnyEntity], bool]) -> Reading:
    """How many of some things are as they should be; its parts are those that are not."""
    found = [(each, is_good(each)) for each in things]
    if not found:
        return Reading()
    good = sum(is_fine for _, is_fine in found)
    lacking = {f"{each.kind} {each.id}": Part(each.title) for each, is_fine in found if not is_fine}
    return Reading(good / len(found), f"{percent(good / len(found))}, {good:,} of {len(found):,}", lacking)


def owned(catalog: Catalog, day: date) -> Reading:
    """What is in use and has an owner who is there."""

    def is_answered(each: Owned) -> bool:
        owner = catalog.get(Owner, each.owner)
        return owner is not None and not owner.farewell(day)

    return share((each for each in catalog.all(Owned) if each.is_live_on(day)), is_answered)


def fresh(catalog: Catalog, day: date) -> Reading:
    """What is in use, must be reviewed, and is not late; what has no day at all was never reviewed."""
    due = (each for each in catalog.all(Owned) if each.is_live_on(day) and holds_for(each, catalog.settings))
    return share(due, lambda each: bool(each.reviewed or each.created) and not is_overdue(each, catalog.settings, day))


def decided(catalog: Catalog, day: date) -> Reading:
    """The tests that ended lately and are decided."""
    return share(ended(catalog, day), is_decided)


def ended(catalog: Catalog, day: date) -> Iterator[Experiment]:
    """The tests that ended lately."""
    for each in catalog.all(Experiment):
        last = each.last_day(catalog.settings.zone)
        is_test = each.status == "completed" and each.type not in ("rollout", "holdout")
        if is_test and last is not None and day - LATELY <= last < day:
            yield each


def is_decided(test: Experiment) -> bool:
    """Whether somebody has said what happens now."""
    return test.decision is not None and test.decision.outcome is not None


def waiting(catalog: Catalog, day: date) -> Reading:
    """The days from the end of a test to its decision, of those decided lately: as many took longer as took less."""
    days: dict[str, tuple[str, int]] = {}
    for each in catalog.all(Experiment):
        last, on = each.last_day(catalog.settings.zone), each.decision.date if each.decision else None
        if is_decided(each) and last is not None and on is not None and day - LATELY <= on < day:
            days[each.id] = each.title, max((on - last).days, 0)
    if not days:
        return Reading()
    middle = median(number for _, number in days.values())
    said = f"{middle:g} {'day' if middle == 1 else 'days'}, of {count(len(days), 'decision')}"
    return Reading(middle, said, {id: Part(title, count(number, "day")) for id, (title, number) in days.items()})


def tied(catalog: Catalog, day: date) -> Reading:
    """The tests that run or are planned, and name a goal that there is."""
    planned = (each for each in catalog.all(Experiment) if each.is_scheduled and each.is_live_on(day))
    return share(planned, lambda test: names_one(test, catalog))


def avoidable(catalog: Catalog, day: date) -> Reading:
    """The pairs of tests that will be in each other's way, of which one has not begun."""
    return met(catalog, day, both_run=False)


def too_late(catalog: Catalog, day: date) -> Reading:
    """The pairs of tests that are in each other's way, and both run."""
    return met(catalog, day, both_run=True)


def met(catalog: Catalog, day: date, *, both_run: bool) -> Reading:
    """The pairs that meet from a day on, and that nobody has agreed to."""
    found = Encounters(catalog, day)
    met: tuple[Pair | BucketClash, ...] = (*found.reported, *found.clashes)
    pairs = {
        f"{each.earlier.id} {each.later.id}": Part(f"{each.earlier.title} meets {each.later.title}")
        for each in met
        if (each.earlier.is_exposing and each.later.is_exposing) == both_run
    }
    return Reading(float(len(pairs)), count(len(pairs), "pair"), pairs)


class Used(NamedTuple):
    """A tool with what it costs in a year, and how many of its seats somebody uses."""

    tool: Tool
    costs: float
    seats: int


def used(catalog: Catalog) -> Mapping[str, list[Used]]:
    """By currency: the tools in use of which both are known."""
    found: defaultdict[str, list[Used]] = defaultdict(list)
    for tool in catalog.all(Tool):
        active, price = tool.seats.active if tool.seats else None, tool.yearly
        if tool.is_live and active and price:
            found[code(price[0])].append(Used(tool, price[1], active))
    return found


def seat(currency: str, catalog: Catalog, day: date) -> Reading:
    """What tools cost in a year for each seat that somebody uses, in one currency."""
    tools = [each for each in used(catalog).get(currency, ()) if each.tool.is_live_on(day)]
    if not tools:
        return Reading()
    costs, seats = sum(each.costs for each in tools), sum(each.seats for each in tools)
    said = f"{money(costs / seats, currency)}, {money(costs, currency)} for {count(seats, 'active seat')}"
    parts = {each.tool.id: Part(each.tool.title, money(each.costs / each.seats, currency)) for each in tools}
    return Reading(costs / seats, said.strip(), parts)
