"""What is owned is reviewed in time.

Definitions rot quietly: the event was renamed in March, the tool has another price,
and the page still says what it said. Nobody sees it from outside; only the owner can
look, say "this is still true", and set `reviewed` to the day.

How long a review holds stands in the document's `review_every`, else in prodops.yaml
under `review_every`, by kind. Where neither says anything, nothing is due. What is
over is not reviewed any more.

## Bad

```yaml prodops.yaml
review_every: {metric: 180d}
```
```yaml metrics/orders.yaml
id: orders
owner: growth
reviewed: 2024-12-01
#         ^^^^^^^^^^ the review by `growth` was due 16 days ago; see whether all of it is still true, and set the day
```

## Good

```yaml prodops.yaml
review_every: {metric: 180d}
```
```yaml metrics/orders.yaml
id: orders
owner: growth
reviewed: 2025-06-01
```

## Allowing

Where something ages more slowly, say so in the document: `review_every: 2y`.
"""

from prodops_cli.catalog.reviews import due_on
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity, Owned
from prodops_cli.phrases import count


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """On the day itself it is due, not late."""
    due = due_on(entity, context.settings)
    if due is None or due >= context.today or not entity.is_live_on(context.today):
        return
    by = f" by `{entity.owner}`" if isinstance(entity, Owned) and entity.owner else ""
    ago = count((context.today - due).days, "day")
    message = f"the review{by} was due {ago} ago; see whether all of it is still true, and set the day"
    yield Problem(entity.at("reviewed"), message)


CASES = """
## Bad: its own length

```yaml tools/miro.yaml
id: miro
reviewed: 2025-05-14
#         ^^^^^^^^^^ the review by `someone` was due 1 day ago; see whether all of it is still true, and set the day
review_every: 1mo
```
```yaml owners/anna.yaml
id: anna
reviewed: 2024-06-14
#         ^^^^^^^^^^ the review was due 1 day ago; see whether all of it is still true, and set the day
review_every: 1y
```

## Good: due today, over, or never due

```yaml prodops.yaml
review_every: {metric: 30d, experiment: 30d}
```
```yaml metrics/orders.yaml
id: orders
reviewed: 2025-05-16
```
```yaml metrics/visits.yaml
id: visits
reviewed: 2020-01-01
status: removed
removed_on: 2020-01-02
```
```yaml metrics/buyers.yaml
id: buyers
reviewed: 2020-01-01
review_every: 9999y
```
```yaml experiments/one-page.yaml
id: one-page
reviewed: 2020-01-01
status: completed
```
```yaml layers/web.yaml
id: web
reviewed: 2020-01-01
```
"""
