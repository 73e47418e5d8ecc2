"""Reading results: what moved, how surely, and whether that is good."""

from typing import Literal, TypeAlias

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.models.metric import Metric
from prodops_cli.models.outcome import Result
from prodops_cli.phrases import signed

Reading: TypeAlias = Literal["better", "worse", "moved", "unclear"]
SURE = 0.05


def reading(result: Result, catalog: Catalog) -> Reading:
    """Whether the interval leaves zero out, and on the good side; `moved` where nobody said which side that is."""
    if result.lift is None or not is_clear(result):
        return "unclear"
    metric = catalog.get(Metric, result.metric)
    if metric is None or metric.direction in (None, "neutral"):
        return "moved"
    return "better" if (result.lift > 0) == (metric.direction == "increase") else "worse"


def is_clear(result: Result) -> bool:
    """Whether chance alone hardly does this."""
    if result.ci:
        return result.ci[0] > 0 or result.ci[1] < 0
    return result.p_value is not None and result.p_value < SURE


def interval(result: Result) -> str:
    """` (+1.1% to +5.7%)`."""
    return f" ({signed(result.ci[0])} to {signed(result.ci[1])})" if result.ci else ""
