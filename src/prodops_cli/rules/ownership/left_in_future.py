"""Leaving is written down afterwards.

A catalog is read by the whole company and kept for ever. That somebody will leave is
theirs to tell, and until the day it may still change. Plan the handover elsewhere,
and write `left` when the day has come.

## Bad

```yaml owners/anna.yaml
id: anna
left: 2025-07-31
#     ^^^^^^^^^^ this day is still to come; remove it, and write it when it has
```

## Good

```yaml owners/anna.yaml
id: anna
left: 2025-06-15
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner


@rule(Owner, error)
def check(owner: Owner, context: Context) -> Problems:
    """Today is no longer the future."""
    if owner.left is not None and owner.left > context.today:
        yield Problem(owner.at("left"), "this day is still to come; remove it, and write it when it has")
