"""Who asked for something hears that it is there.

Customers who told you what was wrong come back to look, find nothing for a year, and
leave, a month after it went out. A line to each of them is the cheapest marketing there
is, and the reason why they answer the next time.

## Bad

```yaml feedback/upload-errors.yaml
id: upload-errors
status: shipped
#       ^^^^^^^ `bulk-upload` went out on 12 May, and those who asked for it were not told; write to them, and say
#               `responded: true`
launch: bulk-upload
```
```yaml launches/bulk-upload.yaml
id: bulk-upload
status: launched
actual_date: 2025-05-12
```

## Good

```yaml feedback/upload-errors.yaml
id: upload-errors
status: shipped
launch: bulk-upload
responded: true
```
```yaml launches/bulk-upload.yaml
id: bulk-upload
status: launched
actual_date: 2025-05-12
```

So it is with feedback that is still planned, and whose `launch` (or the launch of one of
its experiments) is out.

## Options

`days`: how many days after the launch they must have been told (14). `forgotten`: after
how many days nobody remembers having asked, and nothing is said any more (180).

## Allowing

Where nobody can be written to:
`# prodops: allow shipped-not-told -- reviews of the old store` beside the status.
"""

from datetime import date

from prodops_cli.catalog.themes import went_out
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day


@rule(Feedback, warning)
def check(feedback: Feedback, context: Context, *, days: int = 14, forgotten: int = 180) -> Problems:
    """From the day of the launch on; where nobody wrote that, from the day on which the feedback came in."""
    if feedback.status in ("declined", "duplicate") or (feedback.status == "shipped" and feedback.responded):
        return
    launch = went_out(feedback, context.catalog)
    since = launch.day if launch else feedback.received
    if since and (launch or feedback.status == "shipped") and days < (context.today - since).days <= forgotten:
        related = (Related(launch.at("actual_date"), f'"{launch.title}" is out'),) if launch else ()
        yield Problem(feedback.at("status"), message(feedback, launch, context.today), related=related)


def message(feedback: Feedback, launch: Launch | None, today: date) -> str:
    """What is out, and what to do about it."""
    if launch is None or launch.day is None:
        return "`shipped`, and those who asked for it were not told; write to them, and say `responded: true`"
    out = f"`{launch.id}` went out on {day(launch.day, today)}"
    if feedback.status == "shipped":
        return f"{out}, and those who asked for it were not told; write to them, and say `responded: true`"
    told = "" if feedback.responded else ", write to those who asked for it, and say `responded: true`"
    return f"`{feedback.status or 'new'}`, but {out}; call it shipped{told}, or say what is still missing"


CASES = """
## Bad: still planned, by way of an experiment, without a launch

```yaml feedback/a.yaml
id: a
status: planned
#       ^^^^^^^ `planned`, but `all` went out on 12 May; call it shipped, write to those who asked for it, and say
#               `responded: true`, or say what is still missing
experiments: [x]
```
```yaml feedback/b.yaml
id: b
#   ^ `new`, but `all` went out on 12 May; call it shipped, or say what is still missing
launch: all
responded: true
```
```yaml feedback/c.yaml
id: c
status: shipped
#       ^^^^^^^ `shipped`, and those who asked for it were not told; write to them, and say `responded: true`
received: 2025-03-01
responded: false
```
```yaml launches/all.yaml
id: all
status: launched
actual_date: 2025-05-12
```
```yaml experiments/x.yaml
id: x
status: completed
decision: {outcome: ship, rolled_out_in: all}
```

## Good: just out, long ago, still to come, declined

```yaml feedback/feedback.yaml
- {id: a, name: A, status: shipped, launch: new}
- {id: b, name: B, status: shipped, launch: old}
- {id: c, name: C, status: planned, launch: ahead}
- {id: d, name: D, status: declined, launch: out}
- {id: e, name: E, status: shipped}
- {id: f, name: F, status: shipped, received: 2024-01-01}
```
```yaml launches/launches.yaml
- {id: new, name: New, status: launched, actual_date: 2025-06-01}
- {id: old, name: Old, status: launched, actual_date: 2024-12-01}
- {id: out, name: Out, status: launched, actual_date: 2025-05-12}
- {id: ahead, name: Ahead, status: planned, target_date: 2025-05-12}
```
"""
