"""Stakes: what happens to an entity next, and what it costs; what makes a mistake in it matter this week."""

from collections.abc import Iterator
from datetime import date, tzinfo
from operator import itemgetter

from prodops_cli.findings import Stakes
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric
from prodops_cli.models.tool import Tool


def stakes_of(entity: Entity, today: date, zone: tzinfo) -> Stakes | None:
    """What is at stake; None for what is over."""
    if not entity.is_live_on(today):
        return None
    ahead = [(day, what) for day, what in turns(entity, zone) if day is not None and day >= today]
    day, what = min(ahead, key=itemgetter(0), default=(None, ""))
    price, cost = (entity.price, yearly(entity)) if isinstance(entity, Tool) else ("", 0.0)
    return Stakes(day, what, price, cost)


def turns(entity: Entity, zone: tzinfo) -> Iterator[tuple[date | None, str]]:
    """The days on which something happens to an entity, and what, as one says it before the day."""
    match entity:
        case Experiment():
            yield entity.first_day(zone), "starts"
            yield entity.last_day(zone), "ends"
        case Tool():
            if entity.contract:
                yield entity.contract.decide_by, "decide by"
                yield entity.contract.renewal, "renews"
                yield entity.contract.ends, "ends"
            yield entity.trial_ends, "trial ends"
        case Launch():
            yield entity.target_date, "launches"
        case Metric():
            yield entity.expires, "expires"
            yield entity.remove_after, "goes after"
        case Goal(period=period) if period:
            yield period.end, "ends"
        case _:
            pass


def yearly(tool: Tool) -> float:
    """What a tool costs in a year, in its own currency; 0 where nobody knows."""
    return tool.yearly[1] if tool.yearly else 0.0
