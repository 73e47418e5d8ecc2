"""What a primary metric is to answer: how its values lie, and which effect must not be missed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from prodops_cli.models.design import MetricUse
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import percent
from prodops_cli.sizing.lack import Lack
from prodops_cli.statistics.outcome import Outcome, average, proportion

USUAL: Final = 0.05
MOST: Final = 1e100
"""Numbers beyond it, and below one part of it, are slips, and can't be squared."""
FINEST: Final = 1e7
"""An effect that is a smaller part of how much units differ needs more units than there ever were."""
YES_OR_NO: Final = ("proportion", "retention")
UNBOUNDED: Final = ("count", "sum", "percentile", "cumulative")
"""Metrics of which a value between 0 and 1 says nothing of how units differ."""


@dataclass(frozen=True, slots=True)
class Question:
    """`outcome` and `effect` are None where they lack something; the effect is in the metric's unit, with its sign."""

    metric: str
    use: MetricUse
    outcome: Outcome | None
    effect: float | None
    sign: Literal[1, -1]
    lacks: tuple[Lack, ...]

    def in_terms(self, effect: float) -> float:
        """An effect in the terms of `mde`: a part of the baseline, unless it is absolute."""
        return effect / (self.use.baseline or 1) if self.use.mde_type != "absolute" else effect


def question(experiment: Experiment, index: int, use: MetricUse, metric: Metric | None) -> Question:
    """Of the primary metric of an index. All that is missing is told."""
    sign = wanted(use, metric)
    found = (*of_baseline(use, metric), *of_spread(experiment, use, metric), *of_effect(use, sign))
    lacks = tuple(replace(lack, address=("metrics", "primary", index, *lack.address)) for lack in found)
    outcome = None if any(lack.address[-1] != "mde" for lack in lacks) else outcome_of(use)
    effect = None if lacks else sign * size_of(use)
    return Question(use.metric or "", use, outcome, effect, sign, lacks)


def of_baseline(use: MetricUse, metric: Metric | None) -> Iterator[Lack]:
    """What is missing to know where a metric stands; its last value is a good example."""
    if use.baseline is None:
        last = value_of(metric)
        yield Lack(("baseline",), "where it stands without the change", f"{0.1 if last is None else last:.15g}")
    elif metric and metric.type in YES_OR_NO and not 0 < use.baseline < 1:
        yield Lack(("baseline",), "a share, over 0 and under 1", "0.1")
    elif abs(use.baseline) > MOST:
        yield Lack(("baseline",), "a number that can be counted with", "0.1")


def of_spread(experiment: Experiment, use: MetricUse, metric: Metric | None) -> Iterator[Lack]:
    """What is missing to know how much units differ."""
    mean = value_of(metric) if use.baseline is None else use.baseline
    of = metric.type if metric else None
    is_share = of in YES_OR_NO or (of not in UNBOUNDED and (mean is None or 0 < mean < 1))
    if use.sd is not None and not 1 / MOST <= use.sd <= MOST:
        yield Lack(("sd",), "a standard deviation, over 0", "12.5")
    elif use.sd is None and experiment.type == "switchback":
        yield Lack(("sd",), "how much it differs between windows, as a standard deviation", "0.02")
    elif use.sd is None and not is_share:
        yield Lack(("sd",), reason_for_sd(of), "12.5")


def reason_for_sd(of: str | None) -> str:
    """What the standard deviation is that a metric needs."""
    match of:
        case "percentile":
            return "the standard error of this percentile (by bootstrap) times the root of the number of units"
        case "ratio":
            return "how much units differ, by the delta method: of (numerator − ratio × denominator) / mean denominator"
        case _:
            return "how much it differs between units, as a standard deviation"


def of_effect(use: MetricUse, sign: int) -> Iterator[Lack]:
    """What is missing to know which effect is looked for."""
    if use.mde is None:
        yield Lack(("mde",), "the smallest effect that must not be missed", usual_effect(use, sign))
    elif use.baseline is not None:
        size = size_of(use)
        goal = use.baseline + sign * size
        if not max(use.sd or use.baseline, 1 / MOST) / FINEST < size < MOST:
            yield Lack(("mde",), "an effect that is not 0", usual_effect(use, sign))
        elif 0 < use.baseline < 1 and use.sd is None and not 0 <= goal <= 1:
            why = f"an effect that leads to a share: this one leads to {goal:.3g}"
            yield Lack(("mde",), why, usual_effect(use, sign))


def usual_effect(use: MetricUse, sign: int) -> str:
    """An effect that one might look for, as an example: a share of 98 % has no room for another 5 %."""
    if use.baseline == 0:
        return "0.5, mde_type: absolute"
    room = (1 - use.baseline) / use.baseline if use.baseline and use.baseline < 1 and use.sd is None else 1
    return percent(room / 10) if sign > 0 and 0 < room < USUAL else percent(USUAL)


def value_of(metric: Metric | None) -> float | None:
    """What a metric last said."""
    return metric.value.current if metric and metric.value else None


def outcome_of(use: MetricUse) -> Outcome:
    """How the values lie, of a use that lacks nothing for it.

    What lies between 0 and 1 differs most when it is yes or no: a share's spread is enough for any such metric.
    """
    baseline = use.baseline or 0.0
    return proportion(baseline) if use.sd is None else average(baseline, use.sd)


def size_of(use: MetricUse) -> float:
    """How large the effect is, in the metric's unit."""
    return abs(use.mde or 0) * (1 if use.mde_type == "absolute" else abs(use.baseline or 0))


def wanted(use: MetricUse, metric: Metric | None) -> Literal[1, -1]:
    """Up or down: as it is written, else where the metric's good side is."""
    is_down = (use.mde or 0) < 0 or (metric is not None and metric.direction == "decrease")
    return -1 if is_down else 1
