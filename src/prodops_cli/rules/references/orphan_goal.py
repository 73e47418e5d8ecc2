"""A goal's parent is still wanted.

A department drops a goal, and the three teams below it go on: nobody told them, since
theirs is another file. Whether their work now serves another goal or can be dropped as
well is worth ten minutes of somebody's time.

A parent that was achieved leaves its children in peace until its period is over. A team's
goal without any parent is told by parent-missing.

## Bad

```yaml goals/first-sale.yaml
id: first-sale
parent: more-shops
#       ^^^^^^^^^^ `more-shops` was dropped; name the goal that this one serves now, or drop it as well
```
```yaml goals/more-shops.yaml
id: more-shops
status: dropped
```

## Good

```yaml goals/first-sale.yaml
id: first-sale
parent: better-shops
```
```yaml goals/better-shops.yaml
id: better-shops
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.goal import Goal
from prodops_cli.phrases import day


@rule(Goal, notice)
def check(goal: Goal, context: Context) -> Problems:
    """Only goals that somebody still works towards."""
    parent = context.catalog.get(Goal, goal.parent)
    if parent is None or parent is goal or not goal.is_live_on(context.today):
        return
    if why := fate(parent, context):
        message = f"`{parent.id}` {why}; name the goal that this one serves now, or drop it as well"
        field = "status" if parent.status == "dropped" else "period"
        yield Problem(goal.at("parent"), message, related=(Related(parent.at(field), "said here"),))


def fate(parent: Goal, context: Context) -> str:
    """Why nobody wants a goal any more; empty where somebody does."""
    if parent.status == "dropped":
        return "was dropped"
    end = parent.lives_until
    return f"was over on {day(end, context.today)}" if end and end < context.today else ""


CASES = """
## Bad: a parent that is over

```yaml goals/goals.yaml
- {id: a, name: a, period: 2025-Q2, parent: b}
#                                           ^ `b` was over on 31 Mar; name the goal that this one serves now, or drop it
                                              as well
- {id: b, name: b, period: 2025-Q1, status: achieved}
```

## Good: both are over, achieved early, missing, itself

```yaml goals/goals.yaml
- {id: a, name: a, period: 2025-Q1, parent: b}
- {id: b, name: b, period: 2025-Q1, parent: c}
- {id: c, name: c, period: 2025-Q2, status: achieved}
- {id: d, name: d, period: 2025-Q2, parent: c}
- {id: e, name: e, period: 2025-Q2, parent: x}
- {id: f, name: f, period: 2025-Q2, status: dropped, parent: c}
- {id: g, name: g, parent: d}
```
"""
