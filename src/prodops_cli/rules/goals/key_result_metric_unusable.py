"""Key results use metrics to rely upon.

A metric that is broken or deprecated in the middle of a quarter takes the key result
with it: nobody can say at the end whether the goal was reached, and the team is not to
blame for that.

## Bad

```yaml goals/activation.yaml
id: activation
key_results:
  - {id: rate, metric: activation-rate}
#                      ^^^^^^^^^^^^^^^ `activation-rate` is deprecated; use `activated-share` instead
```
```yaml metrics/activation-rate.yaml
id: activation-rate
status: deprecated
replaced_by: activated-share
```

## Good

```yaml goals/activation.yaml
id: activation
key_results:
  - {id: rate, metric: activated-share}
```
```yaml metrics/activated-share.yaml
id: activated-share
status: active
```

A goal that is a draft may name metrics that are drafts themselves.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric


@rule(Goal, error)
def check(goal: Goal, context: Context) -> Problems:
    """Goals whose period is over are history."""
    if not goal.is_live_on(context.today):
        return
    for index, result in enumerate(goal.key_results or ()):
        metric = context.catalog.get(Metric, result.metric)
        if metric and metric.trouble and not (goal.status == metric.status == "draft"):
            yield Problem(goal.at("key_results", index, "metric"), metric.trouble)


CASES = """
## Bad: broken

```yaml goals/a.yaml
id: a
key_results: [{id: x, metric: orders}]
#                             ^^^^^^ `orders` is broken; repair it first
```
```yaml metrics/orders.yaml
id: orders
status: broken
repair_issue: DATA-12
```

## Good: both are drafts, over, nobody knows the metric

```yaml goals/a.yaml
id: a
status: draft
key_results: [{id: x, metric: orders}]
```
```yaml metrics/orders.yaml
id: orders
```
```yaml goals/b.yaml
id: b
period: 2025-Q1
key_results: [{id: x, metric: orders}]
```
```yaml goals/c.yaml
id: c
key_results: [{id: x, metric: sales}, {id: y}]
```
"""
