"""A team's goal serves a larger one.

People work hard on goals that are nobody else's. The parent says why the company wants
this one, and what to give up when two teams need the same engineer. If no parent fits,
it is worth asking whether the goal should wait, or the company's goals lack something.

## Bad

```yaml goals/first-sale.yaml
id: first-sale
#   ^^^^^^^^^^ a team's goal names no parent; write in `parent` which goal it serves
level: team
```

## Good

```yaml goals/first-sale.yaml
id: first-sale
level: team
parent: merchants-worth-staying
```
```yaml goals/merchants-worth-staying.yaml
id: merchants-worth-staying
level: company
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.goal import Goal


@rule(Goal, warning)
def check(goal: Goal, context: Context) -> Problems:
    """Goals whose period is over are history."""
    if goal.level == "team" and not goal.parent and goal.is_live_on(context.today):
        message = "a team's goal names no parent; write in `parent` which goal it serves"
        yield Problem(goal.at("parent"), message)


CASES = """
## Good: a department's, over, dropped

```yaml goals/a.yaml
id: a
level: department
```
```yaml goals/b.yaml
id: b
level: team
period: 2025-Q1
```
```yaml goals/c.yaml
id: c
level: team
status: dropped
```
"""
