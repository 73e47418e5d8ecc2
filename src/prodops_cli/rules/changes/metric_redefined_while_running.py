"""A metric stays as it is while something rests on it.

An experiment compares what a metric says today with what it said yesterday. If the
metric is calculated otherwise from Wednesday on, the difference is that of two queries,
and nobody will know. The same holds, less loudly, for results that are still talked
about, and for goals that are measured by it.

For a running experiment it is an error; for one that ended in the last 90 days, and for
the key result of a goal in its period, a warning.

## Bad

```yaml metrics/orders.yaml (before)
id: orders
name: Orders
status: active
role: kpi
description: Orders.
direction: increase
owner: someone
definition: {language: sql, expression: select count(*) from orders}
```
```yaml metrics/orders.yaml
id: orders
name: Orders
status: active
role: kpi
description: Orders.
direction: increase
owner: someone
definition: {language: sql, expression: select count(distinct id) from orders}
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `orders` is calculated otherwise now, and
#                                         `one-page` is running on it; put it back, and define `orders_v2` beside it
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [orders]}
```

## Fixed

```yaml metrics/orders.yaml
id: orders
name: Orders
status: active
role: kpi
description: Orders.
direction: increase
owner: someone
definition: {language: sql, expression: select count(*) from orders}
```
```yaml metrics/orders_v2.yaml
id: orders_v2
name: "Orders (v2)"
status: active
role: kpi
description: Orders.
direction: increase
owner: someone
definition: {language: sql, expression: select count(distinct id) from orders}
```

## Good: the same query in another layout

```yaml metrics/orders.yaml (before)
id: orders
status: active
definition: {language: sql, expression: select count(*) from orders}
```
```yaml metrics/orders.yaml
id: orders
status: active
definition:
  language: sql
  expression: |
    SELECT count(*) -- all of them
    FROM orders
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [orders]}
```

The calculation of a metric is its definition, inputs, type, grain, window, unit, entity
and source, but for the dashboard. What was done to many metrics at once, such as another
name for a table, is told once.

## Allowing

Where the numbers stay the same, say so at the metric or at the experiment:
`# prodops: allow metric-redefined-while-running -- the table has a new name`.
"""

from prodops_cli.changes.effects import Redefinition
from prodops_cli.changes.version import beside, next_id
from prodops_cli.changes.words import affected, few, others, places, resting
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Redefinition, error)
def check(redefinition: Redefinition, context: Context) -> Problems:
    """Who reaches it through other metrics alone is told by upstream-redefined."""
    if not redefinition.is_direct:
        return
    change, fields = redefinition.metrics[0]
    ids = redefinition.ids
    new = f"`{next_id(change.entity.id, context.catalog)}`" if len(ids) == 1 else "new ones"
    yield Problem(
        change.at(fields[0]),
        f"{few(ids)} {'is' if len(ids) == 1 else 'are'} calculated otherwise now, and "
        f"{resting(redefinition.uses, context.today)}; put it back, and define {new} beside it",
        related=(*others(redefinition), *places(redefinition.uses)),
        notes=(*affected(redefinition.uses), *((f"metrics: {', '.join(ids)}",) if len(ids) > 1 else ())),
        fix=beside(change, context.catalog) if len(ids) == 1 else None,
        severity=redefinition.level,
    )


CASES = """
## Bad: it has just ended, a goal, a copy of a table in two metrics

```yaml metrics/a.yaml (before)
id: a
status: active
window: 7d
```
```yaml metrics/a.yaml
id: a
status: active
window: 14d
#       ^^^ `a` is calculated otherwise now, and `past` ended on 1 Jun and rests on it; put it back, and define
#         `a_v2` beside it
```
```yaml experiments/past.yaml
id: past
status: completed
start: 2025-05-01
end: 2025-06-01
metrics: {secondary: [a]}
```
```yaml metrics/b.yaml (before)
id: b
status: active
source: {dataset: dw.orders}
```
```yaml metrics/b.yaml
id: b
status: active
source: {dataset: mart.orders}
#                 ^^^^^^^^^^^ `b` and `c` are calculated otherwise now, and the goal `grow` is measured by it until
#                   30 Jun; put it back, and define new ones beside it
```
```yaml metrics/c.yaml (before)
id: c
status: active
definition: {language: sql, expression: select sum(x) from dw.orders}
```
```yaml metrics/c.yaml
id: c
status: active
definition: {language: sql, expression: select sum(x) from mart.orders}
```
```yaml goals/grow.yaml
id: grow
status: active
period: 2025-Q2
key_results: [{id: c, metric: c}]
```

## Good: a draft, not yet begun, long over, a goal to come

```yaml metrics/a.yaml (before)
id: a
status: draft
window: 7d
```
```yaml metrics/a.yaml
id: a
status: draft
window: 14d
```
```yaml experiments/x.yaml
id: x
status: running
metrics: {primary: [a]}
```
```yaml metrics/b.yaml (before)
id: b
status: active
window: 7d
```
```yaml metrics/b.yaml
id: b
status: active
window: 14d
```
```yaml experiments/y.yaml
id: y
status: scheduled
metrics: {primary: [b]}
```
```yaml experiments/z.yaml
id: z
status: completed
start: 2024-05-01
end: 2024-06-01
metrics: {primary: [b]}
```
```yaml goals/next.yaml
id: next
status: active
period: 2025-Q3
key_results: [{id: b, metric: b}]
```

## Good: an input has another id

```yaml metrics/a.yaml (before)
id: a
status: active
inputs: [first]
```
```yaml metrics/a.yaml
id: a
status: active
inputs: [second]
```
```yaml metrics/b.yaml (before)
id: first
name: The first one of all
status: active
```
```yaml metrics/b.yaml
id: second
name: The first one of all
status: active
```
```yaml experiments/x.yaml
id: x
status: running
metrics: {primary: [a]}
```
"""
