"""A review is more than another date.

Somebody has read the document and found that all of it is still true: that happens. Who
sets the date of a dozen documents in one go has mostly read none of them, and for the
next half year they count as looked after.

## Bad

```yaml metrics/orders.yaml (before)
id: orders
reviewed: 2024-11-01
```
```yaml metrics/orders.yaml
id: orders
reviewed: 2025-06-14
#         ^^^^^^^^^^ of `orders`, `refunds` and `visits` only the date of the review is another; look at them once more,
#           or say in the pull request that each was read
```
```yaml metrics/refunds.yaml (before)
id: refunds
reviewed: 2024-11-01
```
```yaml metrics/refunds.yaml
id: refunds
reviewed: 2025-06-14
```
```yaml metrics/visits.yaml (before)
id: visits
reviewed: 2024-11-01
```
```yaml metrics/visits.yaml
id: visits
reviewed: 2025-06-14
```

## Good

```yaml metrics/orders.yaml (before)
id: orders
reviewed: 2024-11-01
description: Orders.
```
```yaml metrics/orders.yaml
id: orders
reviewed: 2025-06-14
description: Orders that were paid, less those that were sent back.
```
```yaml metrics/visits.yaml (before)
id: visits
reviewed: 2024-11-01
```
```yaml metrics/visits.yaml
id: visits
reviewed: 2025-06-14
```

## Options

`at_least`: from how many documents on (3).
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.changes.change import Change
from prodops_cli.changes.words import few
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context, *, at_least: int = 3) -> Problems:
    """All of them are one finding."""
    found = [change for change in context.changes if is_review(change)]
    if found and len(found) >= at_least:
        ids = [change.entity.id for change in found]
        action = f"look at {'it' if len(ids) == 1 else 'them'} once more, or say in the pull request that each was read"
        yield Problem(
            found[0].entity.at("reviewed"),
            f"of {few(ids)} only the date of the review is another; {action}",
            related=tuple(Related(change.entity.at("reviewed"), "here, too") for change in found[1:]),
        )


def is_review(change: Change) -> bool:
    """Whether nothing else is different."""
    return change.sort == "changed" and {field.keys for field in change.fields} == {("reviewed",)}
