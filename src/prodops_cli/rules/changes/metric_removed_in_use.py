"""A metric goes when nothing rests on it any more.

A running experiment whose metric is gone ends without an answer, and its traffic was
spent for nothing. A goal that is measured by it can't be told to be reached.

For a running experiment it is an error; for one that ended in the last 90 days, and for
the key result of a goal in its period, a warning.

## Bad

```yaml metrics/orders.yaml (before)
id: orders
status: active
```
```yaml metrics/orders.yaml
id: orders
status: removed
#       ^^^^^^^ `orders` was removed, and `one-page` is running on it; keep it until then, or deprecate it and name
#         what replaces it
removed_on: 2025-06-15
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [orders]}
```

## Good

```yaml metrics/orders.yaml (before)
id: orders
status: active
```
```yaml metrics/orders.yaml
id: orders
status: deprecated
replaced_by: sales
remove_after: 2025-09-30
```
```yaml metrics/sales.yaml
id: sales
status: active
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [orders]}
```

Where its document is gone altogether, removed-still-referenced tells.
"""

from prodops_cli.changes.change import Change
from prodops_cli.changes.words import affected, mentioned, resting
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric

TOLD_HERE = ("unusable-metric", "key-result-metric-unusable", "retired-reference")
"""What the rules say of each who names it."""


@rule(Change, error, instead_of=TOLD_HERE)
def check(change: Change, context: Context) -> Problems:
    """Also who reaches it through other metrics is told of."""
    before, after = change.before, change.after
    if not isinstance(before, Metric) or not isinstance(after, Metric) or not before.is_live or after.is_live:
        return
    if uses := context.effects.usage.of(after):
        message = f"`{after.id}` was removed, and {resting(uses, context.today)}"
        yield Problem(
            after.at("status"),
            f"{message}; keep it until then, or deprecate it and name what replaces it",
            related=mentioned(context.catalog.mentions(after)),
            notes=tuple(affected(uses)),
            severity=max(use.level for use in uses),
        )


CASES = """
## Bad: a goal, through another metric

```yaml metrics/a.yaml (before)
id: a
status: active
```
```yaml metrics/a.yaml
id: a
status: removed
#       ^^^^^^^ `a` was removed, and the goal `grow` is measured by it until 30 Jun; keep it until then, or
#         deprecate it and name what replaces it
removed_on: 2025-06-15
```
```yaml metrics/b.yaml
id: b
status: active
inputs: [a]
```
```yaml goals/grow.yaml
id: grow
status: active
key_results: [{id: b, metric: b}]
```

## Good: nothing rests on it, removed long ago

```yaml metrics/a.yaml (before)
id: a
status: active
```
```yaml metrics/a.yaml
id: a
status: removed
removed_on: 2025-06-15
```
```yaml metrics/b.yaml (before)
id: b
status: removed
removed_on: 2024-06-15
```
```yaml metrics/b.yaml
id: b
status: removed
removed_on: 2024-06-16
```
```yaml experiments/x.yaml
id: x
status: running
metrics: {primary: [b]}
```
"""
