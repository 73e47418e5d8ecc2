"""A launch whose day is past is out, or has a new day.

Support, sales and the newsletter go by the date in the file. When the day passes and
nothing is written, one half of the company believes that it is out, and the other half
that it was dropped.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: in_progress
target_date: 2025-06-03
#            ^^^^^^^^^^ was to go out 12 days ago, and is still `in_progress`; call it launched with its `actual_date`,
#              set a new day, or call it deferred
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: launched
target_date: 2025-06-03
actual_date: 2025-06-05
```

What is deferred or cancelled has no day to keep.

## Options

`days`: how many days it may be late before anybody is told (0).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import count


@rule(Launch, warning)
def check(launch: Launch, context: Context, *, days: int = 0) -> Problems:
    """At the day that is past; where an `actual_date` is written, launch-dates-disagree has the word."""
    due = launch.target_date
    if launch.is_ahead and due and (late := (context.today - due).days) > days:
        advice = "call it launched with its `actual_date`, set a new day, or call it deferred"
        yield Problem(
            launch.at("target_date"),
            f"was to go out {count(late, 'day')} ago, and is still `{launch.status or 'planned'}`; {advice}",
        )


CASES = """
## Good: today, out, put off, told elsewhere, no day

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-15}
- {id: b, name: B, target_date: 2025-06-01, status: launched}
- {id: c, name: C, target_date: 2025-06-01, status: deferred}
- {id: d, name: D, target_date: 2025-06-01, actual_date: 2025-06-02, status: approved}
- {id: e, name: E, status: planned}
- {id: f, name: F, target_date: 2025-06-01, status: cancelled}
```
"""
