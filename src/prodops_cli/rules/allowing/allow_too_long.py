"""What is accepted until a day is looked at again within a year.

A day far away is a way to say never without deciding it. If something is meant to stay
as it is, say so: leave out the day, and write the reason. Else choose a day on which
those who agreed will still remember.

`days` is how far ahead the day may lie.

## Bad

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2026-07-01 -- nobody joins one day
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ is accepted until 1 Jul 2026,
#               381 days ahead; agree on a day until 15 Jun 2026, or leave it out if it is meant to stay
```

## Good

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2026-06-15 -- nobody joins next year
```
```yaml tools/miro.yaml
id: miro
owner: nobody # prodops: allow unknown-reference -- nobody owns it, and nobody will
```
"""

from datetime import timedelta

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.comment import Allowance
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.phrases import count
from prodops_cli.phrases import day as say


@rule(Allowance, warning)
def check(allowance: Allowance, context: Context, *, days: int = 365) -> Problems:
    """Without a day it is no matter of time, but of the reason."""
    ahead = (allowance.until - context.today).days if allowance.until else 0
    if allowance.until and ahead > days:
        latest = say(context.today + timedelta(days), context.today)
        until = say(allowance.until, context.today)
        message = (
            f"is accepted until {until}, {count(ahead, 'day')} ahead; "
            f"agree on a day until {latest}, or leave it out if it is meant to stay"
        )
        yield Problem(allowance.place, message, detail=",".join(name.text for name in allowance.names))
