"""Every key indicator has a target.

A number that the company looks at every week, and of which nobody can say what would
be good, turns each meeting into a discussion of whether it is good. The target is the
answer, given once, by the person who owns the metric.

## Bad

```yaml metrics/checkout-rate.yaml
id: checkout-rate
#   ^^^^^^^^^^^^^ is a KPI without a target; write `target`, such as {op: gte, value: 0.64, by: 2025-12-31}
status: active
role: kpi
```

## Good

```yaml metrics/checkout-rate.yaml
id: checkout-rate
status: active
role: kpi
target: {op: gte, value: 0.64, by: 2025-12-31}
```

A metric of which neither direction is good needs none.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import AS_MEANT, Metric


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """Of those that are in use: a draft may still look for its target."""
    has_target = metric.target is not None and metric.target.value is not None
    if metric.role != "kpi" or has_target or metric.status not in ("active", "broken"):
        return
    if metric.direction != "neutral":
        op = AS_MEANT.get(metric.direction or "", "gte")
        by = f"{context.today.year}-12-31"
        message = f"is a KPI without a target; write `target`, such as {{op: {op}, value: 0.64, by: {by}}}"
        yield Problem(metric.at("target", "value"), message)


CASES = """
## Bad: a target without a value

```yaml metrics/a.yaml
id: a
status: active
direction: decrease
role: kpi
target: {by: 2025-09-30}
^^^^^^ is a KPI without a target; write `target`, such as {op: lte, value: 0.64, by: 2025-12-31}
```

## Good: a draft, neither direction, a target that can't be read

```yaml metrics/a.yaml
id: a
role: kpi
```
```yaml metrics/b.yaml
id: b
status: active
direction: neutral
role: kpi
```
```yaml metrics/c.yaml
id: c
status: active
role: kpi
target: high
```
"""
