"""No review is dated later than today.

`reviewed` says that somebody has looked. A day that is still to come is a slip of a
digit, or a way to be left in peace, and until then nobody is asked whether the
document is true.

## Bad

```yaml metrics/orders.yaml
id: orders
reviewed: 2026-06-01
#         ^^^^^^^^^^ this day is still to come; write the day on which somebody last looked
```

## Good

```yaml metrics/orders.yaml
id: orders
reviewed: 2025-06-01
```

How long a review holds is said by `review_every`.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Today counts."""
    if entity.reviewed is not None and entity.reviewed > context.today:
        yield Problem(entity.at("reviewed"), "this day is still to come; write the day on which somebody last looked")


CASES = """
## Good: today

```yaml owners/anna.yaml
id: anna
reviewed: 2025-06-15
```
"""
