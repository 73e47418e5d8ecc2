"""What must be done before a launch is done in time.

The list of what must be ready is written on the first day and read on the last one. A
step whose day is past, one that is blocked, or one that is due after the launch itself
is a launch that will be late, and there is still time to say so.

A step is told where its day is past and it is not done; where it is blocked and the
launch is within two weeks; and where it is due later than the launch.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: approved
target_date: 2025-06-24
readiness:
  - {item: Load test, status: todo, due: 2025-06-11}
#                                        ^^^^^^^^^^ was due 4 days ago, and is not done; name who does it, or move the
#                                          launch
  - {item: Terms agreed with Legal, status: blocked, due: 2025-06-20}
#                                           ^^^^^^^ blocked, and the launch is on 24 Jun; name who does it, or move the
#                                             launch
  - {item: Help article, status: todo, due: 2025-06-30}
#                                           ^^^^^^^^^^ due after the launch on 24 Jun; bring it forward, or move the
#                                             launch
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: approved
target_date: 2025-07-08
readiness:
  - {item: Load test, status: done, due: 2025-06-11}
  - {item: Terms agreed with Legal, status: todo, due: 2025-06-27}
  - {item: Help article, status: todo, due: 2025-06-30}
```

Of a launch that is late itself, launch-late tells; of one that is out, nothing is said.

## Options

`days`: how many days before a launch a blocked step is told (14).
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch, Readiness
from prodops_cli.phrases import count, day


@rule(Launch, warning)
def check(launch: Launch, context: Context, *, days: int = 14) -> Problems:
    """At the step's day, or its status."""
    out = launch.target_date
    if not launch.is_ahead or (out and out < context.today):
        return
    for index, step in enumerate(launch.readiness or ()):
        if step.is_open and (found := trouble(step, out, context.today, days)):
            key, message = found
            yield Problem(launch.at("readiness", index, key), message)


def trouble(step: Readiness, out: date | None, today: date, days: int) -> tuple[str, str] | None:
    """Where a step says that it will not be ready, and what is to be said of that."""
    who = f"ask `{step.owner}`" if step.owner else "name who does it"
    if step.status == "blocked" and out and (out - today).days <= days:
        return "status", f"blocked, and the launch is on {day(out, today)}; {who}, or move the launch"
    if step.due and step.due < today and step.status != "blocked":
        late = f"was due {count((today - step.due).days, 'day')} ago, and is not done"
        return "due", f"{late}; {who}, or move the launch"
    if step.due and out and step.due > out:
        return "due", f"due after the launch on {day(out, today)}; bring it forward, or move the launch"
    return None


CASES = """
## Bad: no status, an owner, no day for the launch

```yaml launches/a.yaml
id: a
readiness:
  - {item: x, owner: someone, due: 2025-06-14}
#                                  ^^^^^^^^^^ was due 1 day ago, and is not done; ask `someone`, or move the launch
```

## Good: today, done, not needed, blocked and far away, out, late, put off

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-29, readiness: [{item: x, due: 2025-06-15}, {item: y}]}
- {id: b, name: B, target_date: 2025-06-29, readiness: [{item: x, due: 2025-06-01, status: done}]}
- {id: c, name: C, target_date: 2025-06-29, readiness: [{item: x, due: 2025-06-01, status: not_needed}]}
- {id: d, name: D, target_date: 2025-06-30, readiness: [{item: x, due: 2025-06-01, status: blocked}]}
- {id: e, name: E, actual_date: 2025-06-01, status: launched, readiness: [{item: x, due: 2025-06-01}]}
- {id: f, name: F, target_date: 2025-06-14, readiness: [{item: x, due: 2025-06-01}]}
- {id: g, name: G, target_date: 2025-06-29, status: deferred, readiness: [{item: x, due: 2025-06-01}]}
```
"""
