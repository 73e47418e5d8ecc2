"""GrowthBook's experiments, with what their phases come to: who is in, since when, and where in a namespace."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.record import Record, at
from prodops_cli.importers.remaining import remaining
from prodops_cli.importers.values.condition import REST, audience, opaque

PARTS: Final = ("metrics", "factMetrics", "namespaces", "experiments")
BUCKETS: Final = 10_000
"""Of a layer; GrowthBook gives ranges as shares."""
READ: Final = frozenset(
    (
        *(
            f"phases.{key}"
            for key in ("dateStarted", "dateEnded", "coverage", "seed", "targetingCondition", "condition")
        ),
        *(f"phases.namespace.{key}" for key in ("namespaceId", "range")),
        *(f"phases.trafficSplit.{key}" for key in ("variationId", "weight")),
        *(f"phases.savedGroupTargeting.{key}" for key in ("matchType", "savedGroups")),
        *(f"phases.prerequisites.{key}" for key in ("id", "condition")),
        *(f"variations.{key}" for key in ("variationId", "key", "name")),
        *("inverse", "behavior.goal", "resultSummary.winner"),
        *(
            f"{above}windowSettings.{key}"
            for above in ("", "behavior.")
            for key in ("type", "windowValue", "windowUnit")
        ),
    )
)
"""The paths of what stands below `read`."""


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
    said = remaining(value, READ if value.get("archived") is not False else READ | {"archived"})
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
    return {
        "phase": last,
        "started": phases[0].get("dateStarted") if phases else None,
        "ended": last.get("dateEnded") if over else None,
        "ramp": ramp(phases),
        "variants": list(variants(value, last)),
        "winner": winner(value),
        "buckets": buckets(at(last, "namespace.range")),
        "audience": targeted(last),
    }


def targeted(phase: Mapping[str, Value]) -> dict[str, Value]:
    """Who is in; groups and other features are known to GrowthBook alone."""
    said = phase.get("targetingCondition") or phase.get("condition")
    groups = [
        f"{each.get('matchType')} of {', '.join(map(str, named))}"
        for each in mappings(phase.get("savedGroupTargeting"))
        if isinstance(named := each.get("savedGroups"), list)
    ]
    needed = mappings(phase.get("prerequisites"))
    only: dict[str, Value] = {"saved_groups": opaque("; ".join(groups))} if groups else {}
    return condition(said) | only | ({"prerequisites": opaque([*needed])} if needed else {})


def condition(said: Value) -> dict[str, Value]:
    """The audience of a condition, which is JSON in a text."""
    try:
        found = json.loads(said) if isinstance(said, str) and said.strip() else said
    except (ValueError, RecursionError):
        return {REST: opaque(said)}
    return audience(found) if isinstance(found, dict) else {}


def ramp(phases: Sequence[Mapping[str, Value]]) -> list[Value]:
    """The days on which traffic changed from phase to phase; none where it never did."""
    steps = [(str(each.get("dateStarted") or "")[:10], each.get("coverage")) for each in phases]
    known = [(day, float(share)) for day, share in steps if day and isinstance(share, int | float)]
    if len({share for _, share in known}) < 2:
        return []
    percents = [(day, round(share * 100, 9)) for day, share in known]
    return [{"on": day, "traffic": int(each) if each.is_integer() else each} for day, each in percents]


def winner(value: Mapping[str, Value]) -> Value:
    """What the variation is called that won; none where nothing did."""
    won = at(value, "resultSummary.winner") if at(value, "resultSummary.status") == "won" else None
    named = enumerate(mappings(value.get("variations")))
    return next((name(each, index) for index, each in named if won and each.get("variationId") == won), None)


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
