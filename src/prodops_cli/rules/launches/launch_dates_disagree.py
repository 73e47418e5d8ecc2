"""The days of a launch fit its status.

What goes out next, what went out last month, what a customer sees since when: all of it
is read from two days and a status. A launch that went out and is still planned, or one
that is out and has no day, is missing from the weekly and from what support is told.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: approved
#       ^^^^^^^^ `approved`, but went out on 5 Jun; call it launched, or remove `actual_date`
target_date: 2025-06-03
actual_date: 2025-06-05
```

## Fixed

```yaml launches/new-basket.yaml
id: new-basket
status: launched
target_date: 2025-06-03
actual_date: 2025-06-05
```

The fix asks for `--unsafe-fixes`: it may be the day that is wrong.

Found are: an `actual_date` where the status says that it is not out yet, or that is still
to come; a launch that is out without an `actual_date`; and one that is approved or on its
way without a `target_date`. What is cancelled may have been out before.
"""

from datetime import date

from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day


@rule(Launch, warning)
def check(launch: Launch, context: Context) -> Problems:
    """One thing for each launch: the day that it has, else the one that it lacks."""
    if launch.actual_date is not None:
        yield from with_day(launch, launch.actual_date, context.today)
    elif launch.status == "launched":
        yield Problem(launch.at("actual_date"), "is out, and nobody wrote since when; write its `actual_date`")
    elif launch.status in ("approved", "in_progress") and launch.target_date is None:
        message = f"is `{launch.status}`, and nobody wrote for when; write its `target_date`"
        yield Problem(launch.at("target_date"), message)


def with_day(launch: Launch, out: date, today: date) -> Problems:
    """Of a launch that says when it went out."""
    if out > today:
        message = f"went out on {day(out, today)}, which is still to come; write the plan in `target_date`"
        yield Problem(launch.at("actual_date"), message)
    elif launch.status not in ("launched", "cancelled"):
        advice = "call it launched, or remove `actual_date`"
        message = f"`{launch.status or 'planned'}`, but went out on {day(out, today)}; {advice}"
        yield Problem(launch.at("status"), message, fix=called_launched(launch) if launch.status else None)


def called_launched(launch: Launch) -> Fix:
    """The status that the day speaks of."""
    place = launch.at("status")
    return Fix("call it launched", (Replace(place.source, place.span, "launched"),), safe=False)


CASES = """
## Bad: put off, to come, without a day, without a status

```yaml launches/launches.yaml
- {id: a, name: A, status: deferred, actual_date: 2025-06-01}
#                          ^^^^^^^^ `deferred`, but went out on 1 Jun; call it launched, or remove `actual_date`
- {id: b, name: B, status: launched, actual_date: 2025-06-16}
#                                                 ^^^^^^^^^^ went out on 16 Jun, which is still to come; write the plan
#                                                   in `target_date`
- {id: c, name: C, status: launched, target_date: 2025-06-01}
#      ^ is out, and nobody wrote since when; write its `actual_date`
- {id: d, name: D, status: in_progress}
#      ^ is `in_progress`, and nobody wrote for when; write its `target_date`
- {id: e, name: E, actual_date: 2025-06-01}
#      ^ `planned`, but went out on 1 Jun; call it launched, or remove `actual_date`
```

## Good: out, planned, put off, taken away, taken back

```yaml launches/launches.yaml
- {id: a, name: A, status: launched, actual_date: 2025-06-15}
- {id: b, name: B, status: planned}
- {id: c, name: C, status: deferred, target_date: 2025-06-01}
- {id: d, name: D, status: approved, target_date: 2025-07-01}
- {id: e, name: E, stage: removed, status: launched, actual_date: 2025-06-01}
- {id: f, name: F, status: cancelled, actual_date: 2025-06-01}
```
"""
