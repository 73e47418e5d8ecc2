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

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity

MONTHS = 12


@rule(Entity, error)
def check(entity: Entity, context: Context) -> Problems:
    """Today counts."""
    if entity.reviewed is not None and entity.reviewed > context.today:
        meant = turned(entity.reviewed)
        is_past = meant is not None and meant <= context.today
        action = f"did you mean {meant}?" if is_past else "write the day on which somebody last looked"
        yield Problem(entity.at("reviewed"), f"this day is still to come; {action}")


def turned(day: date) -> date | None:
    """The day whose month was written in the place of its day; None where there is no such month."""
    return day.replace(month=day.day, day=day.month) if day.day <= MONTHS else None


CASES = """
## Bad: the month in the place of the day

```yaml owners/anna.yaml
id: anna
reviewed: 2025-12-04
#         ^^^^^^^^^^ this day is still to come; did you mean 2025-04-12?
```
```yaml owners/ben.yaml
id: ben
reviewed: 2025-07-31
#         ^^^^^^^^^^ this day is still to come; write the day on which somebody last looked
```

## Good: today

```yaml owners/anna.yaml
id: anna
reviewed: 2025-06-15
```
"""
