"""Who reads a metric is told when it says something else.

Nothing is tested by this metric now, and no goal is measured by it. Yet people remember
its number from last month, and will take the difference for news. Say in the
description since when it is counted so, or give the new calculation an id of its own.

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
#       ^^^ `orders` is calculated otherwise now: `window` went from `7d` to `28d`; say in the description since when,
#         or define a new metric beside it
```

## Good: it says so

```yaml metrics/orders.yaml (before)
id: orders
status: active
description: Orders that were paid.
window: 7d
```
```yaml metrics/orders.yaml
id: orders
status: active
description: Orders that were paid, in 28 days; until 14 June in 7 days.
window: 28d
```

What something rests on is told by metric-redefined-while-running and
upstream-redefined, and what was certified by certified-but-changed. Nobody relies on
drafts. What was done to many metrics at once is told once.
"""

from prodops_cli.changes.change import Change
from prodops_cli.changes.effects import Redefinition
from prodops_cli.changes.words import edit, few, others
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric


@rule(Redefinition, warning)
def check(redefinition: Redefinition, context: Context) -> Problems:
    """One among many that says so is enough: somebody has thought of it."""
    if redefinition.uses or any(is_told(change) for change, _ in redefinition.metrics):
        return
    change, fields = redefinition.metrics[0]
    ids = redefinition.ids
    yield Problem(
        change.at(fields[0]),
        f"{few(ids)} {'is' if len(ids) == 1 else 'are'} calculated otherwise now: {edit(fields[0])}; "
        "say in the description since when, or define a new metric beside it",
        related=others(redefinition),
        notes=(f"metrics: {', '.join(ids)}",) if len(ids) > 1 else (),
    )


def is_told(change: Change) -> bool:
    """Whether its readers learn of it from its text, or from the rule about certificates."""
    metric = change.after
    is_certified = isinstance(metric, Metric) and metric.certified and metric.certified.fingerprint
    return bool(is_certified) or any(field.keys == ("description",) for field in change.fields)


CASES = """
## Bad: one table, two metrics

```yaml metrics/a.yaml (before)
id: a
status: active
definition: {language: sql, expression: select 1 from dw.orders}
```
```yaml metrics/a.yaml
id: a
status: active
definition: {language: sql, expression: select 1 from dw.sales}
#                                       ^^^^^^^^^^^^^^^^^^^^^^ `a` and `b` are calculated otherwise now:
#                                         `definition.expression` was rewritten; say in the description since when, or
#                                         define a new metric beside it
```
```yaml metrics/b.yaml (before)
id: b
status: active
definition: {language: sql, expression: "select 2 from dw.orders o where o.x > 3"}
```
```yaml metrics/b.yaml
id: b
status: active
definition: {language: sql, expression: "select 2 from dw.sales o where o.x > 3"}
```

## Good: certified, a draft, another address of the chart

```yaml metrics/a.yaml (before)
id: a
status: active
definition: {expression: x}
certified: {fingerprint: abc}
```
```yaml metrics/a.yaml
id: a
status: active
definition: {expression: y}
certified: {fingerprint: abc}
```
```yaml metrics/b.yaml (before)
id: b
definition: {expression: x}
```
```yaml metrics/b.yaml
id: b
status: active
definition: {expression: y}
```
```yaml metrics/c.yaml (before)
id: c
status: active
source: {dashboard: "https://example.com/1"}
```
```yaml metrics/c.yaml
id: c
status: active
source: {dashboard: "https://example.com/2"}
```
"""
