"""dbt's metrics of all generations, each with what its sort says: how it is calculated, from what, over which time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from prodops_cli.documents.node import Value
from prodops_cli.importers.record import Record, at
from prodops_cli.importers.remaining import remaining

REF: Final = re.compile(r"""(?:ref|source)\(\s*(?:['"][^'"]*['"]\s*,\s*)?['"]([^'"]+)['"]""")
METRIC: Final = re.compile(r"""\{\{\s*metric\(\s*['"]([^'"]+)['"]\s*\)\s*\}\}""")
OR: Final = re.compile(r"\bor\b", re.IGNORECASE)
NAMED: Final = re.compile(r"""\bmetric\(\s*['"]([^'"]+)['"]""")
PARAMS: Final = ("type_params", "type_params.cumulative_type_params", "type_params.conversion_type_params", "")
"""Where the parameters of a sort stand, by generation."""

NAMES: Final = (
    *("base_measure", "base_metric", "conversion_measure", "conversion_metric", "denominator", "input_metric"),
    *("input_metrics", "measure", "metrics", "numerator"),
)
"""The keys of other metrics and measures, alone or with what is done to them."""
PARTS: Final = (
    *(path for name in NAMES for path in (name, f"{name}.name")),
    *("metrics.alias", "input_metrics.alias", "measure.filter"),
    *("entity", "expr", "window", "window.count", "window.granularity", "window.period"),
)
"""What is read of the parameters."""
READ: Final = frozenset(
    (
        *("agg", "calculation_method", "expression", "model", "sql", "time_grains", "time_granularity", "type"),
        *("filter", "filters", "filters.field", "filters.operator", "filters.value"),
        *(f"measures.{key}" for key in ("agg", "create_metric", "dataset", "description", "expr", "label", "name")),
        *(f"{params}.{part}".strip(".") for params in PARAMS for part in PARTS),
    )
)
"""The paths of what stands below `read`; what else a metric says, or its measure, is told as dropped."""


def prepared(records: Sequence[Record]) -> list[Record]:
    """The metrics of all files, wherever they stand in them."""
    measures = dict(pair for record in records for pair in measures_of(record))
    found = (metric for record in records for metric in metrics_of(record))
    return [metric.saying(whole(metric.value, dataset, measures)) for metric, dataset in found]


def metrics_of(record: Record) -> Iterator[tuple[Record, str]]:
    """The metrics of a file, with the model below which they stand; measures that are metrics are among them."""
    for metric in below(record, "metrics"):
        yield metric, ""
    for model in below(record, "models"):
        for metric in below(model, "metrics"):
            yield metric, str(model.value.get("name", ""))
    for model in below(record, "semantic_models"):
        for measure in below(model, "measures"):
            if measure.value.get("create_metric") is True:
                name = measure.value.get("name")
                own = {"name": name, "type": "simple", "type_params": {"measure": name}}
                kept = {key: measure.value[key] for key in ("label", "description") if key in measure.value}
                yield measure.saying({**own, **kept}), ""


def measures_of(record: Record) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """The measures of a file's semantic models by name, each with its dataset."""
    for model in below(record, "semantic_models"):
        dataset = name_in(model.value.get("model"))
        for measure in below(model, "measures"):
            yield str(measure.value.get("name")), {**measure.value, "dataset": dataset}


def below(record: Record, key: str) -> Iterator[Record]:
    """The mappings of a list below a key."""
    listed = record.value.get(key)
    for index, value in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(value, dict):
            yield record.below(value, key, index)


def whole(metric: Mapping[str, Value], dataset: str, measures: Mapping[str, Mapping[str, Value]]) -> dict[str, Value]:
    """A metric without what is read here, and what that comes to."""
    measure = measures.get(name_of(param(metric, "measure")), {})
    calculation = conversion(metric) or expression(metric, measure)
    is_sql = not (inputs(metric) or conversion(metric) or param(metric, "numerator"))
    read: dict[str, Value] = {
        "sort": sort(metric, measure),
        "expression": calculation,
        "language": ("sql" if is_sql else "formula") if calculation else None,
        "aggregation": aggregation(metric, measure),
        "numerator": name_of(param(metric, "numerator")),
        "denominator": name_of(param(metric, "denominator")),
        "filter": filters(metric.get("filter") or metric.get("filters"), measure_filter(metric)),
        "inputs": [*inputs(metric)],
        "window": window(param(metric, "window")),
        "grain": grain(metric),
        "entity": param(metric, "entity"),
        "dataset": dataset or name_in(metric.get("model")) or measure.get("dataset"),
    }
    return {**remaining({**metric, "measures": dict(measure)}, READ), "read": read}


def measure_filter(metric: Mapping[str, Value]) -> Value:
    """What is asked of a measure where it is used."""
    used = param(metric, "measure")
    return used.get("filter") if isinstance(used, dict) else None


def conversion(metric: Mapping[str, Value]) -> str:
    """How many of one thing there are for each of another; empty for all other sorts."""
    parts = (
        name_of(param(metric, f"{part}_measure")) or name_of(param(metric, f"{part}_metric"))
        for part in ("conversion", "base")
    )
    above, below = parts
    return f"{above} / {below}" if above and below else ""


def param(metric: Mapping[str, Value], key: str) -> Value:
    """A parameter of a metric, wherever its generation has it."""
    found = (at(metric, f"{place}.{key}" if place else key) for place in PARAMS)
    return next((value for value in found if value is not None), None)


def method(metric: Mapping[str, Value]) -> str:
    """How a metric of dbt 1.5 or before is calculated; before 1.3 that was called type, and expression was derived."""
    said = metric.get("calculation_method") or (metric.get("type") if "sql" in metric else None)
    return {"expression": "derived"}.get(str(said), str(said)) if said else ""


def sort(metric: Mapping[str, Value], measure: Mapping[str, Value]) -> Value:
    """What kind of number it is, in dbt's words: of a simple metric, how its measure is aggregated."""
    said = method(metric) or str(metric.get("type") or "")
    return (metric.get("agg") or measure.get("agg") or said) if said == "simple" else said


def aggregation(metric: Mapping[str, Value], measure: Mapping[str, Value]) -> Value:
    """How values become one; derived metrics have none."""
    said = method(metric)
    return (said if said != "derived" else None) or metric.get("agg") or measure.get("agg")


def expression(metric: Mapping[str, Value], measure: Mapping[str, Value]) -> Value:
    """The calculation, metrics in it by their names; a measure without one is the column of its name."""
    said = (
        metric.get("expression")
        or metric.get("sql")
        or param(metric, "expr")
        or measure.get("expr")
        or measure.get("name")
    )
    return unaliased(METRIC.sub(r"\1", said), metric) if isinstance(said, str) else said


def unaliased(said: str, metric: Mapping[str, Value]) -> str:
    """A calculation with names for aliases; the alias of a metric that is shifted or filtered stays."""
    listed = param(metric, "metrics") or metric.get("input_metrics")
    used = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    names = {str(each["alias"]): name_of(each) for each in used if each.keys() == {"name", "alias"}}
    return re.sub(r"\w+", lambda word: names.get(word[0], word[0]), said)


def inputs(metric: Mapping[str, Value]) -> list[str]:
    """The metrics that it is calculated from, each once."""
    listed = param(metric, "metrics") or metric.get("input_metrics")
    named = [name_of(each) for each in listed] if isinstance(listed, list) else []
    written = str(metric.get("expression") or metric.get("sql") or "")
    ones = (name_of(metric.get(key)) for key in ("input_metric", "base_metric", "conversion_metric"))
    return list(dict.fromkeys(filter(None, (*named, *ones, *NAMED.findall(written)))))


def name_of(value: Value) -> str:
    """The name of a metric or measure, alone or with what is done to it."""
    return str(value.get("name") or "") if isinstance(value, dict) else str(value or "")


def name_in(value: Value) -> str:
    """The model in `ref('orders')`; the text itself, where it is none."""
    said = str(value or "")
    found = REF.search(said)
    return found[1] if found else said


def filters(*values: Value) -> Value:
    """The conditions of filters in one text; of dbt 1.5 and before, column, operator and value."""
    each = [one for value in values if value for one in (value if isinstance(value, list) else [value])]
    said = [
        " ".join(str(one.get(key, "")) for key in ("field", "operator", "value")) if isinstance(one, dict) else str(one)
        for one in each
    ]
    return " and ".join(f"({one.strip()})" if len(said) > 1 and OR.search(one) else one.strip() for one in said) or None


def window(value: Value) -> Value:
    """`7 days`, also where count and unit are two keys."""
    if not isinstance(value, dict):
        return value
    unit = value.get("granularity") or value.get("period")
    return f"{value.get('count')} {unit}" if unit and value.get("count") else None


def grain(metric: Mapping[str, Value]) -> Value:
    """The finest time that there is a value for."""
    said = metric.get("time_grains")
    return (said[0] if isinstance(said, list) and said else None) or metric.get("time_granularity")
