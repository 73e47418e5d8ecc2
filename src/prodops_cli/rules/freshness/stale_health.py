"""A metric's health is as new as its values.

"Health: ok" is read as "ok today". If the last look was two values ago, it says nothing
of the number that stands in the report, and it is worse than no health at all, because
people stop looking for themselves.

It is told after two grains (the option `grains`); a day or an hour counts as a day. Where
no `grain` is written nothing is asked, nor of metrics that are not active.

## Bad

```yaml metrics/orders.yaml
id: orders
status: active
grain: week
health: {level: ok, as_of: 2025-05-25}
#                          ^^^^^^^^^^ 21 days old, and there is a value each week; look again and set the day, or
#                                     remove `health`
```

## Good

```yaml metrics/orders.yaml
id: orders
status: active
grain: week
health: {level: ok, as_of: 2025-06-08}
```
"""

from datetime import UTC
from typing import Final

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.overlap.windows.duration import Duration
from prodops_cli.phrases import count

LENGTHS: Final = {
    "hour": Duration(days=1),
    "day": Duration(days=1),
    "week": Duration(days=7),
    "month": Duration(months=1),
    "quarter": Duration(months=3),
}


@rule(Metric, warning)
def check(metric: Metric, context: Context, *, grains: int = 2) -> Problems:
    """Two grains old is not yet too old."""
    as_of = metric.health.as_of if metric.health else None
    if metric.status != "active" or as_of is None or metric.grain is None:
        return
    one = LENGTHS[metric.grain]
    holds = Duration(one.months * grains, one.days * grains)
    # Days are counted by the calendar, so the zone makes no difference.
    if holds.after(as_of, UTC).date() < context.today:
        old = f"{count((context.today - as_of).days, 'day')} old, and there is a value each {metric.grain}"
        yield Problem(metric.at("health", "as_of"), f"{old}; look again and set the day, or remove `health`")


CASES = """
## Bad: days and months

```yaml metrics/metrics.yaml
- {id: a, name: a, status: active, grain: day, health: {as_of: 2025-06-12}}
#                                                              ^^^^^^^^^^ 3 days old, and there is a value each day;
                                                                          look again and set the day, or remove
                                                                          `health`
- {id: b, name: b, status: active, grain: month, health: {as_of: 2025-04-14}}
#                                                                ^^^^^^^^^^ 62 days old, and there is a value each
                                                                            month; look again and set the day, or
                                                                            remove `health`
```

## Good: just in time, no grain, not active

```yaml metrics/metrics.yaml
- {id: a, name: a, status: active, grain: hour, health: {as_of: 2025-06-13}}
- {id: b, name: b, status: active, grain: quarter, health: {as_of: 2024-12-15}}
- {id: c, name: c, status: active, health: {as_of: 2020-01-01}}
- {id: d, name: d, status: broken, grain: day, health: {as_of: 2025-01-01}}
- {id: e, name: e, status: active, grain: day}
```
"""
