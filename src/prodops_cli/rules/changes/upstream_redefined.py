"""What others are calculated from stays as it is while something rests on them.

Nobody who runs a test on the order rate thinks of the query that counts orders. If that
one is changed, the rate says something else, and its own document shows no trace of it.

For a running experiment it is an error; for one that ended in the last 90 days, and for
the key result of a goal in its period, a warning.

## Bad

```yaml metrics/orders.yaml (before)
id: orders
status: active
window: 7d
```
```yaml metrics/orders.yaml
id: orders
status: active
window: 28d
#       ^^^ `orders` is calculated otherwise now, and through `order-rate` `one-page` is running on it; put it back,
#         and define `orders_v2` beside it
```
```yaml metrics/order-rate.yaml
id: order-rate
status: active
inputs: [orders]
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [order-rate]}
```

## Good

```yaml metrics/orders.yaml (before)
id: orders
status: active
window: 7d
```
```yaml metrics/orders.yaml
id: orders
status: active
window: 28d
```
```yaml metrics/order-rate.yaml
id: order-rate
status: active
inputs: [orders]
```
```yaml experiments/one-page.yaml
id: one-page
status: scheduled
metrics: {primary: [order-rate]}
```

Where an experiment names the metric itself, metric-redefined-while-running tells.
"""

from prodops_cli.changes.effects import Redefinition
from prodops_cli.changes.version import next_id
from prodops_cli.changes.words import affected, few, others, places, resting
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Redefinition, error)
def check(redefinition: Redefinition, context: Context) -> Problems:
    """Nothing is put back by a fix: what is calculated from it would have to follow the new one."""
    if not redefinition.uses or redefinition.is_direct:
        return
    change, fields = redefinition.metrics[0]
    ids = redefinition.ids
    between = sorted({step for use in redefinition.uses for step in use.path})
    new = f"`{next_id(change.entity.id, context.catalog)}`" if len(ids) == 1 else "new ones"
    yield Problem(
        change.at(fields[0]),
        f"{few(ids)} {'is' if len(ids) == 1 else 'are'} calculated otherwise now, and through {few(between)} "
        f"{resting(redefinition.uses, context.today)}; put it back, and define {new} beside it",
        related=(*others(redefinition), *places(redefinition.uses)),
        notes=(*affected(redefinition.uses), *((f"metrics: {', '.join(ids)}",) if len(ids) > 1 else ())),
        severity=redefinition.level,
    )


CASES = """
## Bad: louder than what names it itself, around a circle, along a chain

```yaml metrics/a.yaml (before)
id: a
status: active
window: 7d
inputs: [c]
```
```yaml metrics/a.yaml
id: a
status: active
window: 28d
#       ^^^ `a` is calculated otherwise now, and through `b` and `c` 1 running experiment and 1 goal in its period
#         rest on it; put it back, and define `a_v2` beside it
inputs: [c]
```
```yaml metrics/b.yaml
id: b
status: active
inputs: [a]
```
```yaml metrics/c.yaml
id: c
status: active
definition: {numerator: b, denominator: b}
```
```yaml experiments/x.yaml
id: x
status: paused
metrics: {guardrail: [c]}
```
```yaml goals/g.yaml
id: g
status: active
key_results: [{id: a, metric: a}]
```
"""
