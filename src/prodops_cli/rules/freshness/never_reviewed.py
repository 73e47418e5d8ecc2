"""What is to be reviewed has been reviewed once.

prodops.yaml says how long a review holds; a document on which nobody ever said "this is
true" never becomes stale, and so never comes up. It may have been right on the day it
was written down, or copied from a wiki that was wrong already.

`created` counts as the first review: as long as that holds, nothing is asked. Drafts are
not reviewed yet, and what is over no more.

## Bad

```yaml prodops.yaml
review_every: {metric: 180d}
```
```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ nobody has reviewed this; see whether all of it is true, and write the day in `reviewed`
status: active
created: 2024-03-01
```

## Good

```yaml prodops.yaml
review_every: {metric: 180d}
```
```yaml metrics/orders.yaml
id: orders
status: active
created: 2024-03-01
reviewed: 2025-04-01
```
"""

from prodops_cli.catalog.reviews import holds_for, until
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.entity import Entity


@rule(Entity, notice)
def check(entity: Entity, context: Context) -> Problems:
    """Asked only where a review is due at all."""
    every = holds_for(entity, context.settings)
    if every is None or entity.reviewed or getattr(entity, "status", None) == "draft":
        return
    young_until = until(entity.created, every)
    is_young = young_until is not None and young_until >= context.today
    if not is_young and entity.is_live_on(context.today):
        action = "see whether all of it is true, and write the day in `reviewed`"
        yield Problem(entity.at("reviewed"), f"nobody has reviewed this; {action}")


CASES = """
## Bad: by its own length, and with no day at all

```yaml tools/miro.yaml
id: miro
#   ^^^^ nobody has reviewed this; see whether all of it is true, and write the day in `reviewed`
review_every: 1y
```

## Good: young, a draft, over, or never due

```yaml prodops.yaml
review_every: {metric: 30d}
```
```yaml metrics/metrics.yaml
- {id: a, name: a, status: active, created: 2025-05-16}
- {id: b, name: b, status: draft}
- {id: c, name: c, status: removed}
```
```yaml layers/web.yaml
id: web
```

## Good: the key is there, but misspelt

```yaml tools/miro.yaml
id: miro
review_every: 1y
reviwed: 2025-06-01
```
"""
