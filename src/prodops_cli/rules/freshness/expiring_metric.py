"""Who relies on a metric learns in time that it expires.

On the day after `expires`, experiments and goals stand without their number. A month is
enough to look whether it still holds, to ask those who use it, or to agree on another
one; a day is not.

It is told from 30 days before (the option `days`); after the day expired-metric tells it.

## Bad

```yaml metrics/spring_orders.yaml
id: spring_orders
expires: 2025-06-27
#        ^^^^^^^^^^ expires in 12 days; set a later day if it still holds, else name another metric to those who use it
```

## Good

```yaml metrics/spring_orders.yaml
id: spring_orders
expires: 2025-12-31
```

## Allowing

`# prodops: allow expiring-metric until 2025-06-27 -- the campaign ends` beside the day.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count


@rule(Metric, warning)
def check(metric: Metric, context: Context, *, days: int = 30) -> Problems:
    """What is on its way out anyhow needs no reminder."""
    if metric.expires is None or metric.status in ("deprecated", "removed"):
        return
    left = (metric.expires - context.today).days
    if 0 <= left <= days:
        when = f"in {count(left, 'day')}" if left else "today"
        action = "set a later day if it still holds, else name another metric to those who use it"
        yield Problem(metric.at("expires"), f"expires {when}; {action}")


CASES = """
## Bad: today

```yaml metrics/orders.yaml
id: orders
expires: 2025-06-15
#        ^^^^^^^^^^ expires today; set a later day if it still holds, else name another metric to those who use it
```

## Good: expired, later, going

```yaml metrics/metrics.yaml
- {id: a, name: a, expires: 2025-06-14}
- {id: b, name: b, expires: 2025-07-16}
- {id: c, name: c, expires: 2025-06-20, status: deprecated}
- {id: d, name: d}
```
"""
