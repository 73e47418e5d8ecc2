"""No metric is used after it expires.

`expires` is a promise that somebody will look again: a metric of a campaign, of an
old event, of a test that was to end. After that day its numbers still come, and
nobody vouches that they mean anything.

## Bad

```yaml metrics/spring_orders.yaml
id: spring_orders
expires: 2025-05-31
#        ^^^^^^^^^^ expired 15 days ago; set a later day if it still holds, else `status: deprecated`
```

## Good

```yaml metrics/spring_orders.yaml
id: spring_orders
expires: 2025-12-31
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """The day itself still counts; a metric that is on its way out needs no second reminder."""
    if metric.expires is None or metric.expires >= context.today or metric.status in ("deprecated", "removed"):
        return
    ago = count((context.today - metric.expires).days, "day")
    message = f"expired {ago} ago; set a later day if it still holds, else `status: deprecated`"
    yield Problem(metric.at("expires"), message)


CASES = """
## Good: today, or going already

```yaml metrics/orders.yaml
id: orders
expires: 2025-06-15
```
```yaml metrics/visits.yaml
id: visits
expires: 2025-01-01
status: deprecated
reason: nobody asks
remove_after: 2025-09-01
```
"""
