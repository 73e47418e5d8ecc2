"""Experiments use metrics to rely upon.

A metric that is broken or still a draft says something else next week, and a deprecated
one is gone before the result is read. It comes out after the traffic is spent.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
metrics:
  primary: [orders]
#           ^^^^^^ `orders` is broken; repair it first
  guardrail: [refunds]
#             ^^^^^^^ `refunds` is deprecated; use `refund-rate` instead
```
```yaml metrics/orders.yaml
id: orders
status: broken
repair_issue: DATA-12
```
```yaml metrics/refunds.yaml
id: refunds
status: deprecated
replaced_by: refund-rate
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
metrics:
  primary: [orders]
```
```yaml metrics/orders.yaml
id: orders
status: active
```

A draft may use metrics that are drafts themselves.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Whatever its role: what is only looked at is believed as well."""
    if not experiment.is_live:
        return
    for role, index, id in experiment.uses():
        metric = context.catalog.get(Metric, id)
        if metric and metric.trouble and not (experiment.status == metric.status == "draft"):
            yield Problem(experiment.at("metrics", role, index, "metric"), metric.trouble, detail=role)


CASES = """
## Good: both are drafts, one that is over, a metric that nobody knows

```yaml experiments/a.yaml
id: a
metrics: {primary: [orders]}
```
```yaml metrics/orders.yaml
id: orders
status: draft
```
```yaml experiments/b.yaml
id: b
status: completed
metrics: {primary: [orders]}
```
```yaml experiments/c.yaml
id: c
status: running
metrics: {primary: [sales]}
```

## Bad: a draft, a removed metric

```yaml experiments/a.yaml
id: a
status: scheduled
metrics: {primary: [{metric: orders, mde: 2%}, sales]}
#                            ^^^^^^ `orders` is a draft; make it active first
#                                              ^^^^^ `sales` was removed; use another one
```
```yaml metrics/orders.yaml
id: orders
```
```yaml metrics/sales.yaml
id: sales
status: removed
removed_on: 2025-01-01
```
"""
