"""Nothing builds on what is retired.

A deprecated metric goes on some day, and what is calculated from it goes with it,
mostly on the morning of a board meeting. What is retired says in `replaced_by` where
to go; following it is a minute's work as long as somebody remembers why.

It is a warning while a metric is only deprecated, an error once it is removed, and
for tools, layers and practices that are retired. Owners who left, the metrics that
judge an experiment or a goal, and the tools behind a metric or a practice have rules
of their own. What is over itself may name what it likes.

## Bad

```yaml launches/one-page.yaml
id: one-page
metrics: {success: [orders_old]}
#                   ^^^^^^^^^^ `orders_old` is deprecated; follow it to `orders`
```
```yaml metrics/orders_old.yaml
id: orders_old
status: deprecated
replaced_by: orders
remove_after: 2025-09-01
```
```yaml metrics/orders.yaml
id: orders
```

## Fixed

```yaml launches/one-page.yaml
id: one-page
metrics: {success: [orders]}
```

The fix is safe where it changes a name alone. In a metric's calculation and in an
experiment's layer it changes numbers or users as well, and asks for `--unsafe-fixes`.

## Allowing

`# prodops: allow retired-reference until 2025-08-01 -- moves with the new table`.
"""

from prodops_cli.catalog.catalog import Mention
from prodops_cli.catalog.retirement import retirement, successor
from prodops_cli.findings import Fix, Problem, Problems, Related, Replace, Severity
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity

TOLD_ELSEWHERE = {
    ("experiment", "metrics"),
    ("experiment", "results"),
    ("experiment", "joint_results"),
    ("goal", "key_results"),
    ("metric", "source"),
    ("practice", "tools"),
}
NAMES_ALONE = {"launch", "practice", "tool"}
"""The kinds of which no meaning changes when what they name is replaced."""


@rule(Mention, error)
def check(mention: Mention, context: Context) -> Problems:
    """At the reference; where the replacement is named already, there is nothing to follow."""
    target = context.catalog.named.get((mention.reference.kind, mention.reference.id))
    if target is None or not (state := retirement(target)):
        return
    by, (field, *_) = mention.by, mention.reference.address
    is_told = field == "replaced_by" or (by.kind, field) in TOLD_ELSEWHERE
    if is_told or retirement(by) or not by.is_live_on(context.today):
        return
    new = successor(target, by, context.catalog)
    advice = f"follow it to `{new.id}`" if new else "remove it here, or name another"
    yield Problem(
        mention.place,
        f"`{target.id}` is {state}; {advice}",
        related=(Related(target.at("status"), "said here"),),
        fix=followed(mention, new) if new else None,
        severity=Severity.warning if state == "deprecated" else None,
    )


def followed(mention: Mention, new: Entity) -> Fix:
    """The replacement in the place of what is retired."""
    place = mention.place
    return Fix(f"write `{new.id}`", (Replace(place.source, place.span, new.id),), safe=mention.by.kind in NAMES_ALONE)


CASES = """
## Bad: in calculations and layers, along a chain

```yaml metrics/metrics.yaml
- {id: buyers_1, name: a, status: removed, removed_on: 2025-01-01, replaced_by: buyers_2}
- {id: buyers_2, name: b, status: deprecated, remove_after: 2025-09-01, replaced_by: buyers}
- {id: buyers, name: c}
- {id: d, name: d, inputs: [buyers_1], definition: {filter: x, numerator: buyers_2}}
#                           ^^^^^^^^ `buyers_1` is removed; follow it to `buyers`
#                                                                         ^^^^^^^^ `buyers_2` is deprecated; follow it
                                                                                   to `buyers`
- {id: share, name: e, inputs: [buyers, buyers_2]}
#                                       ^^^^^^^^ `buyers_2` is deprecated; remove it here, or name another
```
```yaml experiments/one-page.yaml
id: one-page
layer: {id: web}
#           ^^^ `web` is retired; remove it here, or name another
```
```yaml layers/web.yaml
id: web
status: retired
```

## Good: told elsewhere, over, or gone together

```yaml metrics/metrics.yaml
- {id: old, name: a, status: deprecated, remove_after: 2025-09-01, replaced_by: older}
- {id: older, name: b, status: removed, removed_on: 2025-01-01, inputs: [old]}
- {id: other, name: c, source: {tool: miro}}
```
```yaml experiments/experiments.yaml
- {id: a, name: a, status: running, metrics: {primary: [old]}}
- {id: b, name: b, status: completed, layer: {id: web}}
```
```yaml goals/faster.yaml
id: faster
key_results: [{metric: old}]
```
```yaml tools/miro.yaml
id: miro
status: retired
```
```yaml layers/web.yaml
id: web
status: retired
```

## Good: the replacement is calculated from what it replaces

```yaml metrics/metrics.yaml
- {id: old, name: a, status: draft, replaced_by: new}
- {id: new, name: b, inputs: [old]}
```
"""
