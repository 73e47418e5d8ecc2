"""A goal whose period is over is closed.

Goals that are never closed teach people that goals don't matter. The closing takes ten
minutes: a score, a sentence, and for what is still wanted a new goal with a new target.

## Bad

```yaml goals/activation.yaml
id: activation
period: 2025-Q1
#       ^^^^^^^ was over on 31 Mar, and the goal is still `active`; score it, and call it achieved, missed or dropped
status: active
```

## Good

```yaml goals/activation.yaml
id: activation
period: 2025-Q1
status: missed
score: 0.4
```

## Options

`grace_days`: how many days people have for it (7).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.goal import Goal
from prodops_cli.phrases import day


@rule(Goal, warning)
def check(goal: Goal, context: Context, *, grace_days: int = 7) -> Problems:
    """A goal without a status says nothing that could be wrong."""
    last = goal.period.end if goal.period else None
    if last is None or goal.status not in ("draft", "committed", "active", "at_risk"):
        return
    if (context.today - last).days > grace_days:
        still = f"was over on {day(last, context.today)}, and the goal is still `{goal.status}`"
        close = "drop it" if goal.status == "draft" else "score it, and call it achieved, missed or dropped"
        yield Problem(goal.at("period", "end"), f"{still}; {close}")


CASES = """
## Bad: days, a draft

```yaml goals/a.yaml
id: a
period: {start: 2024-12-01, end: 2024-12-31}
#                                ^^^^^^^^^^ was over on 31 Dec 2024, and the goal is still `draft`; drop it
status: draft
```

## Good: a week for closing it, no status, no end

```yaml goals/a.yaml
id: a
period: {start: 2025-04-01, end: 2025-06-08}
status: active
```
```yaml goals/b.yaml
id: b
period: 2024-Q1
```
```yaml goals/c.yaml
id: c
period: {start: 2025-04-01}
status: active
```
"""
