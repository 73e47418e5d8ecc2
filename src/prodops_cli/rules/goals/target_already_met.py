"""Targets ask for more than there is.

A target that is met with weeks to go was too low, or the work is done. Both are good to
know while people can still be moved: say that the goal is reached, or ask for what
seemed too much in the planning.

## Bad

```yaml goals/activation.yaml
id: activation
period: 2025-Q3
key_results:
  - {id: rate, metric: activation-rate, baseline: 0.36, target: 0.4}
#                                                               ^^^ `0.4` is met already, 107 days before the end: the
#                                                                  metric was 0.41 on 8 Jun; ask for more, or say that
#                                                                  it is reached
```
```yaml metrics/activation-rate.yaml
id: activation-rate
value: {current: 0.41, as_of: 2025-06-08}
```

## Good

```yaml goals/activation.yaml
id: activation
period: 2025-Q3
key_results:
  - {id: rate, metric: activation-rate, baseline: 0.36, target: 0.45}
```
```yaml metrics/activation-rate.yaml
id: activation-rate
value: {current: 0.41, as_of: 2025-06-08}
```

What the key result says of itself in `current` counts before the metric's own value. A
target that equals the baseline asks to keep what there is.

## Options

`days`: how many days before the end of the period it is no news any more (30).
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.goal import Goal, KeyResult
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day


@rule(Goal, warning)
def check(goal: Goal, context: Context, *, days: int = 30) -> Problems:
    """Before the period has begun as well, when a target is still easy to change."""
    end = goal.period.end if goal.period else None
    if end is None or not goal.is_live_on(context.today) or (left := (end - context.today).days) < days:
        return
    for index, result in enumerate(goal.key_results or ()):
        metric = context.catalog.get(Metric, result.metric)
        if metric and (value := newest(result, metric)) and is_met(result, value[0], metric.direction):
            when = f"was {value[0]:,.15g} on {day(value[1], context.today)}" if value[1] else f"is {value[0]:,.15g}"
            met = f"`{result.target:.15g}` is met already, {count(left, 'day')} before the end: the metric {when}"
            place = goal.at("key_results", index, "target")
            yield Problem(place, f"{met}; ask for more, or say that it is reached")


def newest(result: KeyResult, metric: Metric) -> tuple[float, date | None] | None:
    """The value that is known, and its day."""
    if result.current is not None:
        return result.current, result.as_of
    value = metric.value
    return (value.current, value.as_of) if value and value.current is not None else None


def is_met(result: KeyResult, value: float, direction: str | None) -> bool:
    """Whether a value is as good as the target, which is better than the baseline."""
    target, baseline = result.target, result.baseline
    sign = {"increase": 1, "decrease": -1}.get(direction or "")
    if target is None or sign is None or (baseline is not None and (target - baseline) * sign <= 0):
        return False
    return (value - target) * sign >= 0


CASES = """
## Bad: the key result's own value, downwards

```yaml goals/a.yaml
id: a
period: {start: 2025-06-01, end: 2025-07-15}
status: active
key_results:
  - {metric: m, target: 1500, current: 1500}
#                       ^^^^ `1500` is met already, 30 days before the end: the metric is 1,500; ask for more, or say
#                          that it is reached
```
```yaml metrics/m.yaml
id: m
direction: decrease
value: {current: 2000}
```

## Good: soon over, reached, kept, against the direction, nothing known

```yaml goals/a.yaml
id: a
period: {start: 2025-06-01, end: 2025-07-14}
key_results: [{metric: m, target: 3, current: 4}]
```
```yaml goals/b.yaml
id: b
period: 2025-Q3
status: achieved
key_results: [{metric: m, target: 3, current: 4}]
```
```yaml goals/c.yaml
id: c
period: 2025-Q3
key_results:
  - {metric: m, baseline: 3, target: 3, current: 4}
  - {metric: m, baseline: 3, target: 2, current: 4}
  - {metric: m, target: 3}
  - {metric: m, current: 3}
  - {metric: n, target: 3, current: 3}
  - {metric: x, target: 3, current: 3}
```
```yaml metrics/m.yaml
id: m
```
```yaml metrics/n.yaml
id: n
direction: neutral
```
"""
