"""GrowthBook's experiments, with what their phases come to: who is in, since when, and where in a namespace."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.record import Record, at

PARTS: Final = ("metrics", "factMetrics", "namespaces", "experiments")
BUCKETS: Final = 10_000
"""Of a layer; GrowthBook gives ranges as shares."""
READ: Final = frozenset(("phases", "variations", "inverse", "goal", "windowSettings"))
"""The keys that say what stands below `read`."""
NO_CONDITION: Final = ("", "{}")


def prepared(records: Sequence[Record]) -> list[Record]:
    """Each page that the API gives, with what is read out of its parts."""
    return [record.saying(page(record.value)) for record in records]


def page(value: Mapping[str, Value]) -> dict[str, Value]:
    """A page of the API; one thing alone is a page of it."""
    alone = {f"{part}": [value[part.removesuffix("s")]] for part in PARTS if part.removesuffix("s") in value}
    said = {**value, **alone}
    made = {
        part: [whole(part, each) for each in listed] for part in PARTS if isinstance(listed := said.get(part), list)
    }
    return {**said, **made}


def whole(part: str, value: Value) -> Value:
    """One thing with what is read out of it, without what that was read from."""
    if not isinstance(value, dict):
        return value
    read = experiment(value) if part == "experiments" else metric(value)
    said = {key: inner for key, inner in value.items() if key not in READ}
    behavior = said.get("behavior")
    if isinstance(behavior, dict):
        said["behavior"] = {key: inner for key, inner in behavior.items() if key not in READ}
    return {**said, "read": read}


def metric(value: Mapping[str, Value]) -> dict[str, Value]:
    """Which way is good, the window, and what its formula is written in."""
    goal = at(value, "behavior.goal")
    inverse = value.get("inverse")
    direction = goal or ({True: "decrease", False: "increase"}[inverse] if isinstance(inverse, bool) else None)
    settings = at(value, "behavior.windowSettings") or value.get("windowSettings")
    window = settings if isinstance(settings, dict) and settings.get("type") not in (None, "none") else {}
    language = "sql" if at(value, "numerator.column") or at(value, "sql.conversionSQL") else None
    said: dict[str, Value] = {"value": window.get("windowValue"), "unit": window.get("windowUnit")}
    return {"direction": direction, "window": said, "language": language}


def experiment(value: Mapping[str, Value]) -> dict[str, Value]:
    """What the phases of an experiment come to: the last is what runs."""
    phases = mappings(value.get("phases"))
    last: dict[str, Value] = phases[-1] if phases else {}
    over = value.get("status") == "stopped"
    condition = last.get("targetingCondition") or last.get("condition")
    return {
        "phase": last,
        "started": phases[0].get("dateStarted") if phases else None,
        "ended": last.get("dateEnded") if over else None,
        "variants": list(variants(value, last)),
        "buckets": buckets(at(last, "namespace.range")),
        "condition": condition if condition not in NO_CONDITION else None,
    }


def variants(value: Mapping[str, Value], phase: Mapping[str, Value]) -> Iterator[Value]:
    """The variations with their weights in a phase; the first is the control, as GrowthBook has it."""
    weights = {str(each.get("variationId")): each.get("weight") for each in mappings(phase.get("trafficSplit"))}
    shares = [weight for weight in weights.values() if isinstance(weight, int | float)]
    whole = 100 if all(is_whole(weight * 100) for weight in shares) else BUCKETS
    for index, each in enumerate(mappings(value.get("variations"))):
        weight = weights.get(str(each.get("variationId")))
        share = round(weight * whole) if isinstance(weight, int | float) else None
        yield {"key": name(each, index), "role": "treatment" if index else "control", "weight": share}


def is_whole(number: float) -> bool:
    """Whether a number has no decimals, but for what floats add."""
    return abs(number - round(number)) < 1e-9


def mappings(value: Value) -> list[dict[str, Value]]:
    """The mappings of a list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def name(variation: Mapping[str, Value], index: int) -> Value:
    """What a variation is called: a key that only counts says less than its name."""
    key = str(variation.get("key") or "")
    return key if key and not key.isdecimal() else variation.get("name") or key or str(index)


def buckets(value: Value) -> Value:
    """The place of an experiment in its namespace."""
    match value:
        case [int() | float() as start, int() | float() as stop]:
            return [[round(start * BUCKETS), round(stop * BUCKETS)]]
        case _:
            return None
