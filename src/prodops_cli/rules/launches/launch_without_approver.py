"""Somebody agrees to each launch.

When a launch goes wrong, support, sales and the management hear of it together with the
customers, and the first question is who agreed. An approver is asked before, and it is
they who say that support knows, that the contract allows it, that today is a good day.

It is asked for where a launch is approved or on its way, and two weeks before its day.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
#   ^^^^^^^^^^ is `approved` for 2 Sep, and nobody is named who agrees; name them in `approvers`
status: approved
target_date: 2025-09-02
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: approved
target_date: 2025-09-02
approvers: [jonas]
```
```yaml owners/jonas.yaml
id: jonas
type: person
```

## Options

`days`: how many days before its day a planned launch must name somebody (14).
`tiers`: down to which tier (4, all of them).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import day


@rule(Launch, error)
def check(launch: Launch, context: Context, *, days: int = 14, tiers: int = 4) -> Problems:
    """A launch without a tier is one of the first."""
    if launch.approvers or not launch.is_close_on(context.today, days) or (launch.tier or 1) > tiers:
        return
    when = f" for {day(launch.target_date, context.today)}" if launch.target_date else ""
    message = f"is `{launch.status or 'planned'}`{when}, and nobody is named who agrees; name them in `approvers`"
    yield Problem(launch.at("approvers"), message)


CASES = """
## Bad: soon, an empty list, late

```yaml launches/launches.yaml
- {id: a, name: A, status: planned, target_date: 2025-06-29}
#      ^ is `planned` for 29 Jun, and nobody is named who agrees; name them in `approvers`
- {id: b, name: B, target_date: 2025-06-29, approvers: []}
#                                                      ^^ is `planned` for 29 Jun, and nobody is named who agrees; name
#                                                        them in `approvers`
- {id: c, name: C, status: in_progress, tier: 4}
#      ^ is `in_progress`, and nobody is named who agrees; name them in `approvers`
- {id: d, name: D, status: planned, target_date: 2025-06-01}
#      ^ is `planned` for 1 Jun, and nobody is named who agrees; name them in `approvers`
```

## Good: an idea, far away, put off, out

```yaml launches/launches.yaml
- {id: a, name: A, status: planned, target_date: 2025-06-16, stage: idea}
- {id: b, name: B, status: planned, target_date: 2025-06-30}
- {id: c, name: C, status: deferred, target_date: 2025-06-16}
- {id: d, name: D, status: launched, target_date: 2025-06-16}
- {id: e, name: E, status: planned}
```
"""
