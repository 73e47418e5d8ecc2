"""Words: how people say what changed, and who rests on it."""

from collections.abc import Iterator, Sequence
from datetime import date

from prodops_cli.catalog.catalog import Mention
from prodops_cli.changes.change import FieldChange, Item
from prodops_cli.changes.effects import Redefinition
from prodops_cli.changes.usage import State, Use
from prodops_cli.documents.node import Value
from prodops_cli.findings import Related
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.phrases import count, day, listing

MOST = 3
"""How many are named in a sentence."""
STATES: dict[State, str] = {"running": "running", "ended": "just ended", "in its period": "in its period"}


def few(ids: Sequence[str], most: int = MOST) -> str:
    """`a`, `b` and 38 others."""
    named = [f"`{id}`" for id in ids]
    return listing(named if len(ids) <= most + 1 else [*named[:most], f"{len(ids) - most} others"])


def resting(uses: Sequence[Use], today: date) -> str:
    """Who rests on a metric: the one who does, or how many there are of each sort."""
    if len(uses) == 1:
        return alone(uses[0], today)
    found = {state: sum(use.state == state for use in uses) for state in STATES}
    said = (
        ("running experiment", found["running"]),
        ("experiment that has just ended", found["ended"]),
        ("goal in its period", found["in its period"]),
    )
    plurals = {"experiment that has just ended": "experiments that have just ended", "goal in its period": "goals"}
    counts = [count(number, noun, plurals.get(noun, "")) for noun, number in said if number]
    return f"{listing(counts)} rest on it"


def alone(use: Use, today: date) -> str:
    """What the only one who rests on a metric does."""
    by = use.mention.by
    match use.state:
        case "running":
            return f"`{by.id}` is running on it"
        case "ended":
            return f"`{by.id}` ended on {day(use.until, today)} and rests on it" if use.until else f"`{by.id}` ended"
        case "in its period":
            until = f" until {day(use.until, today)}" if use.until else ""
            return f"the goal `{by.id}` is measured by it{until}"


def affected(uses: Sequence[Use]) -> Iterator[str]:
    """A line for each state: who they are, how they use the metric, and whom to ask."""
    for state, words in STATES.items():
        found = [each(use) for use in uses if use.state == state]
        if found:
            yield f"{words}: {', '.join(found)}"


def each(use: Use) -> str:
    """`one-page (primary, through aov; owner growth)`."""
    through = f", through {' and '.join(use.path)}" if use.path else ""
    return f"{use.mention.by.id} ({use.role}{through}{owner(use.mention.by)})"


def owner(entity: Entity) -> str:
    """`; owner growth`; empty where there is none."""
    return f"; owner {entity.owner}" if isinstance(entity, Owned) and entity.owner else ""


def places(uses: Sequence[Use]) -> tuple[Related, ...]:
    """Where those stand who rest on a metric."""
    return tuple(Related(use.mention.place, f"{use.role} here, {STATES[use.state]}") for use in uses)


def others(redefinition: Redefinition) -> tuple[Related, ...]:
    """Where the same was done to other metrics."""
    return tuple(Related(change.at(fields[0]), "the same here") for change, fields in redefinition.metrics[1:])


def mentioned(mentions: Sequence[Mention]) -> tuple[Related, ...]:
    """Where else something is named."""
    return tuple(Related(mention.place, "named here, too") for mention in mentions)


def edit(field: FieldChange) -> str:
    """`window` went from `7d` to `14d`; `variants.t` was written."""
    name = ".".join(map(str, field.address))
    if field.before is None or field.after is None or isinstance(field.address[-1], Item):
        return f"`{name}` was {'written' if field.before is None else 'removed'}"
    if is_short(field.before) and is_short(field.after):
        return f"`{name}` went from `{shown(field.before)}` to `{shown(field.after)}`"
    return f"`{name}` was rewritten"


def is_short(value: Value) -> bool:
    """Whether a value can be shown in a sentence."""
    return isinstance(value, bool | int | float) or (isinstance(value, str) and len(value.split()) == 1)


def shown(value: Value) -> str:
    """A value as documents write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
