"""What the tools cost for each seat that somebody uses, in each currency: nothing is converted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from typing import NamedTuple

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.expenses import code, money
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count
from prodops_cli.reports.scores.measure import Measure
from prodops_cli.reports.scores.reading import Part, Reading


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
    dearest = sorted(tools, key=lambda each: (-each.costs / each.seats, each.tool.title))
    parts = {each.tool.id: Part(each.tool.title, money(each.costs / each.seats, currency)) for each in dearest}
    return Reading(costs / seats, said.strip(), parts)


def seats(catalogs: Iterable[Catalog]) -> Iterator[Measure]:
    """A measure for each currency that tools are or were paid in."""
    for currency in sorted({currency for catalog in catalogs for currency in used(catalog)}):
        yield Measure(
            f"A year for an active seat in {currency}" if currency else "A year for an active seat",
            "What the tools in use cost in a year, for each of their active seats: only tools of which both are known, "
            "and only this currency.",
            partial(seat, currency),
            made_of="For each seat",
            came="New",
            went="No longer counted",
        )
