"""Somebody works towards each goal.

A goal of which no experiment and no launch says that it serves it is a wish. Mostly
work goes on and only the link is missing, and then nobody sees what is being done for
the goal; sometimes all people are busy with something else, and better say so.

## Bad

```yaml goals/activation.yaml
id: activation
#   ^^^^^^^^^^ is `active` since 1 Apr, and no experiment, launch or goal serves it; name it in their `goals`, or drop
#      it
period: 2025-Q2
status: active
```
```yaml experiments/short-form.yaml
id: short-form
```

## Good

```yaml goals/activation.yaml
id: activation
period: 2025-Q2
status: active
```
```yaml experiments/guided-tour.yaml
id: guided-tour
goals: [activation]
```

What was cancelled or dropped is no work; what is done already is. A goal that others
name as their parent is worked towards by them. A catalog without any experiment or
launch keeps its work elsewhere, and nothing is said.

## Options

`days`: how many days after its start a goal must have some (14).

## Allowing

Where the work is nothing that the catalog knows:
`# prodops: allow goal-without-work -- a matter of hiring alone` beside the `id`.
"""

from prodops_cli.catalog.catalog import Mention
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day


@rule(Goal, notice)
def check(goal: Goal, context: Context, *, days: int = 14) -> Problems:
    """From its period's first days on; a draft has all the time."""
    start = goal.period.start if goal.period else None
    if start is None or goal.status not in ("committed", "active", "at_risk") or not goal.is_live_on(context.today):
        return
    is_planned = bool(context.catalog.all(Experiment)) or bool(context.catalog.all(Launch))
    if not is_planned:
        return
    if (context.today - start).days >= days and not any(map(is_work, context.catalog.mentions(goal))):
        since = f"is `{goal.status}` since {day(start, context.today)}"
        message = f"{since}, and no experiment, launch or goal serves it; name it in their `goals`, or drop it"
        yield Problem(goal.at("id"), message)


def is_work(mention: Mention) -> bool:
    """Whether something that is done, or will be, serves the goal."""
    by, field = mention.by, mention.reference.address[0]
    if isinstance(by, Experiment | Launch):
        return field == "goals" and by.status != "cancelled"
    return isinstance(by, Goal) and field == "parent" and by.status != "dropped"


CASES = """
## Bad: what is cancelled or dropped, or only speaks of it

```yaml goals/a.yaml
id: a
#   ^ is `at_risk` since 1 Dec 2024, and no experiment, launch or goal serves it; name it in their `goals`, or drop it
period: {start: 2024-12-01, end: 2025-06-30}
status: at_risk
```
```yaml goals/b.yaml
id: b
status: dropped
parent: a
```
```yaml launches/all.yaml
id: all
status: cancelled
goals: [a]
```
```yaml feedback/all.yaml
id: all
goals: [a]
```

## Good: a parent, a draft, just begun, over

```yaml goals/a.yaml
id: a
status: active
```
```yaml goals/b.yaml
id: b
status: draft
parent: a
```
```yaml goals/c.yaml
id: c
period: {start: 2025-06-02, end: 2025-08-31}
status: active
```
```yaml goals/d.yaml
id: d
period: 2025-Q1
status: active
```
```yaml launches/all.yaml
id: all
```

## Good: work is kept elsewhere

```yaml goals/a.yaml
id: a
status: active
```
"""
