"""Each launch says how it is taken back.

At eleven at night, with orders falling, nobody invents a good way back. Who wrote it
down before needs a minute; and who finds that there is none launches to a tenth of the
users first.

It is asked for where a launch is approved or on its way, and two weeks before its day.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
#   ^^^^^^^^^^ nobody says how it is taken back; write it in `rollback.plan`, also if it can't be
status: approved
```
```yaml launches/saved-cards.yaml
id: saved-cards
status: approved
rollback: {supported: false}
^^^^^^^^ `supported: false`, and nobody says what is done instead; write it in `rollback.plan`
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: approved
rollback: {supported: true, plan: Switch the flag basket_2 off; orders in progress finish in the new page.}
```
```yaml launches/saved-cards.yaml
id: saved-cards
status: approved
rollback: {supported: false, plan: Cards stay at the provider; we hide the button and write to those who used it.}
```

## Options

`days`: how many days before its day a planned launch must say it (14).
`tiers`: down to which tier (4, all of them).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.launch import Launch


@rule(Launch, warning)
def check(launch: Launch, context: Context, *, days: int = 14, tiers: int = 4) -> Problems:
    """A launch without a tier is one of the first."""
    rollback = launch.rollback
    if (rollback and rollback.plan) or not launch.is_close_on(context.today, days) or (launch.tier or 1) > tiers:
        return
    if rollback is None or rollback.supported is None:
        message = "nobody says how it is taken back; write it in `rollback.plan`, also if it can't be"
    elif rollback.supported:
        message = "`supported: true`, and nobody says how; write it in `rollback.plan`"
    else:
        message = "`supported: false`, and nobody says what is done instead; write it in `rollback.plan`"
    yield Problem(launch.at("rollback", "plan"), message)


CASES = """
## Bad: supported, soon

```yaml launches/a.yaml
id: a
target_date: 2025-06-29
rollback: {supported: true}
^^^^^^^^ `supported: true`, and nobody says how; write it in `rollback.plan`
```
```yaml launches/b.yaml
id: b
target_date: 2025-06-29
rollback: {}
^^^^^^^^ nobody says how it is taken back; write it in `rollback.plan`, also if it can't be
```

## Good: an idea, far away, put off, out

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-16, stage: idea}
- {id: b, name: B, status: planned, target_date: 2025-06-30}
- {id: c, name: C, status: deferred, target_date: 2025-06-16}
- {id: d, name: D, status: launched, target_date: 2025-06-16}
```
"""
