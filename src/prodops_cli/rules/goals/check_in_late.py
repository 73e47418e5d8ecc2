"""Every goal is heard of once a month.

A check-in is a number between 0 and 1 and a sentence. Sinking confidence is news in
week six and an excuse in week thirteen; it is the one thing that lets a company move
people while that still helps.

## Bad

```yaml goals/activation.yaml
id: activation
period: 2025-Q2
status: active
check_ins:
  - {date: 2025-04-10, confidence: 0.6}
  - {date: 2025-05-01, confidence: 0.5}
#          ^^^^^^^^^^ the last check-in was on 1 May, 45 days ago; add one, with your confidence and a sentence
```

## Good

```yaml goals/activation.yaml
id: activation
period: 2025-Q2
status: active
check_ins:
  - {date: 2025-05-01, confidence: 0.5}
  - {date: 2025-06-05, confidence: 0.4, note: Two weeks left, and three points to go.}
```

## Options

`days`: after how many days without a check-in it is late (30).
"""

from datetime import date

from prodops_cli.documents.document import Place
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.goal import Goal
from prodops_cli.phrases import count, day

ADD_ONE = "add one, with your confidence and a sentence"


@rule(Goal, warning)
def check(goal: Goal, context: Context, *, days: int = 30) -> Problems:
    """In the goal's period; from its first day, where nobody has said anything yet."""
    begun = goal.period.start if goal.period else None
    if begun is None or goal.status not in ("committed", "active", "at_risk") or not goal.is_live_on(context.today):
        return
    last = last_check_in(goal)
    since = (context.today - max(begun, last or begun)).days
    if since > days:
        said = f"the last check-in was on {day(last, context.today)}, " if last else "no check-in since the start, "
        ago = count((context.today - (last or begun)).days, "day")
        yield Problem(place(goal, last), f"{said}{ago} ago; {ADD_ONE}")


def last_check_in(goal: Goal) -> date | None:
    """The day of the newest check-in, wherever it stands in the list."""
    return max((each.date for each in goal.check_ins or () if each.date), default=None)


def place(goal: Goal, last: date | None) -> Place:
    """Where the newest check-in stands."""
    found = (index for index, each in enumerate(goal.check_ins or ()) if each.date and each.date == last)
    index = next(found, None)
    return goal.at("check_ins") if index is None else goal.at("check_ins", index, "date")


CASES = """
## Bad: none

```yaml goals/a.yaml
id: a
#   ^ no check-in since the start, 75 days ago; add one, with your confidence and a sentence
period: 2025-Q2
status: at_risk
```

## Good: just begun, a draft, over, in the future

```yaml goals/a.yaml
id: a
period: {start: 2025-05-16, end: 2025-07-31}
status: active
check_ins: [{date: 2025-03-01}]
```
```yaml goals/b.yaml
id: b
period: 2025-Q2
status: draft
```
```yaml goals/c.yaml
id: c
period: 2025-Q1
status: active
```
```yaml goals/d.yaml
id: d
period: 2025-Q3
status: committed
```
"""
