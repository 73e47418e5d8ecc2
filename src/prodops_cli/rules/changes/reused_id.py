"""An id is never given to something else.

What was written about `one-page` in spring, in reports, decisions and other tools, is
found by its id. If that id is now another test, or the same one begun again, two stories
are read as one.

## Bad

```yaml experiments/one-page.yaml (before)
id: one-page
status: completed
start: 2025-02-01
end: 2025-03-01
```
```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ was completed, and begins again under the same id; put it back, and give the new one an id of its own
status: running
start: 2025-06-01
end: 2025-07-01
```

## Good

```yaml experiments/one-page.yaml (before)
id: one-page
status: completed
start: 2025-02-01
end: 2025-03-01
```
```yaml experiments/one-page.yaml
id: one-page
status: completed
start: 2025-02-01
end: 2025-03-01
learnings: Fewer steps help on phones only.
```
"""

from prodops_cli.changes.change import Change
from prodops_cli.changes.reuse import is_reused
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Change, error)
def check(change: Change, context: Context) -> Problems:
    """What only changes much, but not its name, is still the same."""
    before, after = change.before, change.after
    if before and after and is_reused(change):
        again = not before.is_live and after.is_live
        was = f"was {getattr(before, 'status', 'over')}, and begins again under the same id" if again else other(before)
        yield Problem(after.at("id"), f"{was}; put it back, and give the new one an id of its own")


def other(before: object) -> str:
    """What had the id before."""
    return f"was `{getattr(before, 'name', None)}` before, and is something else now"


CASES = """
## Bad: something else

```yaml metrics/orders.yaml (before)
id: orders
name: Orders
description: How many orders were paid in a day.
definition: {language: sql, expression: select count(*) from orders}
```
```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ was `Orders` before, and is something else now; put it back, and give the new one an id of its own
name: Purchase orders to suppliers
description: What we have bought from others and not yet received.
definition: {language: sql, expression: select sum(x) from purchases}
```

## Good: another name, other words, somebody who comes back

```yaml metrics/orders.yaml (before)
id: orders
name: Orders
description: How many orders were paid in a day.
```
```yaml metrics/orders.yaml
id: orders
name: Paid orders
description: How many orders were paid in a day.
```
```yaml owners/ben.yaml (before)
id: ben
active: false
```
```yaml owners/ben.yaml
id: ben
active: true
```
```yaml goals/grow.yaml (before)
id: grow
name: Grow
description: More.
```
```yaml goals/grow.yaml
id: grow
name: Grow
description: Another sentence, and a longer one.
```
"""
