"""Targets are met in time, or set again.

A target that lies in the past and was missed says two things: that something did not
work, which is worth a talk; and that nobody has looked since, which is worse. Either
agree on a new target, or write down in the goal's score that it was missed.

## Bad

```yaml metrics/checkout-rate.yaml
id: checkout-rate
status: active
target: {op: gte, value: 0.64, by: 2025-05-31}
#                                  ^^^^^^^^^^ was to be at least 0.64 by 31 May, and was 0.623 on 8 Jun;
#                                             agree on a new target
value: {current: 0.623, as_of: 2025-06-08}
```

## Good

```yaml metrics/checkout-rate.yaml
id: checkout-rate
status: active
target: {op: gte, value: 0.64, by: 2025-09-30}
value: {current: 0.623, as_of: 2025-06-08}
```

A value that is older than the target's day proves nothing, and is not held against it.
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import AS_MEANT, Metric, Target
from prodops_cli.phrases import day

IN_WORDS = {"lt": "below", "lte": "at most", "gte": "at least", "gt": "above"}


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """The target's day itself still counts."""
    target, value, today = metric.target, metric.value, context.today
    if target and target.by and value and value.current is not None and metric.misses_target_on(today):
        wanted = f"was to be {side(target, metric)} {target.value:,.15g} by {day(target.by, today)}"
        message = f"{wanted}, and {found(value.current, value.as_of, today)}; agree on a new target"
        yield Problem(metric.at("target", "by"), message)


def side(target: Target, metric: Metric) -> str:
    """On which side of its value the metric should be."""
    return IN_WORDS[target.op or AS_MEANT[metric.direction or "increase"]]


def found(current: float, as_of: date | None, today: date) -> str:
    """What the metric says."""
    return f"was {current:,.15g} on {day(as_of, today)}" if as_of else f"is {current:,.15g}"


CASES = """
## Bad: which side is good is said by the direction alone

```yaml metrics/a.yaml
id: a
status: active
direction: decrease
target: {value: 2000, by: 2025-06-14}
#                         ^^^^^^^^^^ was to be at most 2,000 by 14 Jun, and is 2,500,000; agree on a new target
value: {current: 2500000}
```

## Good: met, not yet due, no value, a value from before, neither side is good

```yaml metrics/a.yaml
id: a
status: active
direction: decrease
target: {op: lte, value: 2000, by: 2025-06-14}
value: {current: 2000}
```
```yaml metrics/b.yaml
id: b
status: active
target: {op: gte, value: 10, by: 2025-06-15}
value: {current: 9}
```
```yaml metrics/c.yaml
id: c
status: active
target: {op: gte, value: 10, by: 2025-06-14}
```
```yaml metrics/d.yaml
id: d
status: active
target: {op: gte, value: 10, by: 2025-06-01}
value: {current: 9, as_of: 2025-05-31}
```
```yaml metrics/e.yaml
id: e
status: active
direction: neutral
target: {value: 10, by: 2025-06-01}
value: {current: 9}
```
"""
