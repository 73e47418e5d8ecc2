"""Nobody is judged by a total of all time.

A total of all that ever happened can hardly fall, and a test of two weeks can hardly
move it: it is the vanity metric that every book warns of. What says how one is doing is
the same count for a week or a month.

## Bad

```yaml experiments/one-page.yaml
id: one-page
metrics: {primary: [orders_total]}
#                   ^^^^^^^^^^^^ `orders_total` adds up all time, and a test hardly moves it; use a count with a
#                      `window`
```
```yaml goals/more-orders.yaml
id: more-orders
key_results:
  - {id: orders, metric: orders_total}
#                        ^^^^^^^^^^^^ `orders_total` adds up all time, and rises whatever one does; use a count with a
#                                     `window`
```
```yaml metrics/orders_total.yaml
id: orders_total
status: active
type: cumulative
```

## Good

```yaml experiments/one-page.yaml
id: one-page
metrics: {primary: [orders_count], secondary: [orders_total]}
```
```yaml metrics/orders_count.yaml
id: orders_count
type: count
```
```yaml metrics/orders_total.yaml
id: orders_total
status: active
type: cumulative
```

What is `cumulative` and looks back over a `window` is no total of all time.
"""

from prodops_cli.catalog.catalog import Mention
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric


@rule(Mention, warning)
def check(mention: Mention, context: Context) -> Problems:
    """Where an experiment or a goal that is still in use is judged by one."""
    why = harm(mention)
    metric = context.catalog.get(Metric, mention.reference.id) if why else None
    if metric is None or metric.type != "cumulative" or metric.trouble or not mention.by.is_live_on(context.today):
        return
    if metric.window is None and ("window",) not in metric.doubtful:
        message = f"`{metric.id}` adds up all time, and {why}; use a count with a `window`"
        yield Problem(mention.place, message)


def harm(mention: Mention) -> str:
    """What is wrong with a total there; empty where a reference judges nothing."""
    address = mention.reference.address
    if isinstance(mention.by, Experiment) and address[:2] == ("metrics", "primary"):
        return "a test hardly moves it"
    is_result = isinstance(mention.by, Goal) and address[0] == "key_results" and address[-1] == "metric"
    return "rises whatever one does" if is_result else ""


CASES = """
## Bad: a primary metric with its baseline

```yaml experiments/a.yaml
id: a
metrics: {primary: [{metric: m, mde: 5%}]}
#                            ^ `m` adds up all time, and a test hardly moves it; use a count with a `window`
```
```yaml metrics/m.yaml
id: m
type: cumulative
status: active
definition: {expression: x}
```

## Good: over, with a window, told as unusable, a slip

```yaml experiments/a.yaml
id: a
status: completed
metrics: {primary: [m]}
```
```yaml goals/b.yaml
id: b
period: 2025-Q1
key_results: [{metric: m}]
```
```yaml goals/c.yaml
id: c
key_results: [{metric: w, owner: someone}, {metric: x}, {metric: y}]
```
```yaml metrics/metrics.yaml
- {id: m, name: m, type: cumulative, status: active, definition: {expression: x}}
- {id: w, name: w, type: cumulative, status: active, definition: {expression: x}, window: 28d}
- {id: x, name: x, type: cumulative, status: broken, repair_issue: X-1}
- {id: y, name: y, type: cumulative, status: active, definition: {expression: x}, window: 4 weeks}
```
"""
