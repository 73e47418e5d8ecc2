"""Launches are judged by metrics to rely upon.

The launch is on Tuesday, the dashboard has stood still since May, and nobody will know
whether it went well. A metric that is broken is repaired before the launch; one that is
a draft is finished, since afterwards everybody would define it so that it looks good.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: planned
metrics: {success: [orders]}
#                   ^^^^^^ `orders` is broken; repair it first
```
```yaml metrics/orders.yaml
id: orders
status: broken
repair_issue: DATA-12
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: planned
metrics: {success: [orders]}
```
```yaml metrics/orders.yaml
id: orders
status: active
inputs: [visits]
```

An idea has time. Of metrics that are deprecated or removed retired-reference tells.
"""

from collections.abc import Iterator

from prodops_cli.documents.node import Address
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.models.metric import Metric


@rule(Launch, warning)
def check(launch: Launch, context: Context) -> Problems:
    """At the metric's id."""
    if not launch.is_ahead or launch.stage == "idea":
        return
    for address, id in judged_by(launch):
        metric = context.catalog.get(Metric, id)
        if metric and metric.status in ("broken", "draft") and metric.trouble:
            related = (Related(metric.at("status"), "said here"),)
            yield Problem(launch.at(*address), metric.trouble, related=related, detail=id)


def judged_by(launch: Launch) -> Iterator[tuple[Address, str]]:
    """The ids of its metrics, and where they stand."""
    if launch.metrics:
        for role, ids in (("success", launch.metrics.success), ("guardrail", launch.metrics.guardrail)):
            yield from ((("metrics", role, index), id) for index, id in enumerate(ids or ()))


CASES = """
## Bad: a draft as a guardrail

```yaml launches/a.yaml
id: a
metrics:
  success: [orders]
  guardrail: [refunds]
#             ^^^^^^^ `refunds` is a draft; make it active first
```
```yaml metrics/metrics.yaml
- {id: orders, name: Orders, status: active, inputs: [refunds]}
- {id: refunds, name: Refunds, status: draft}
```

## Good: told elsewhere, an idea, out, unknown

```yaml launches/launches.yaml
- {id: a, name: A, metrics: {success: [old, nobody-knows]}}
- {id: b, name: B, stage: idea, metrics: {success: [new]}}
- {id: c, name: C, status: launched, actual_date: 2025-06-01, metrics: {success: [new]}}
```
```yaml metrics/metrics.yaml
- {id: old, name: Old, status: deprecated, remove_after: 2025-09-01, reason: x}
- {id: new, name: New, status: draft}
```
"""
