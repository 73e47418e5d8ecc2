"""Every id is given once in its kind.

An id is how goals, experiments and reports point at a metric. If two metrics answer
to one, each reader sees the one that it happened to find first, and people discuss
two numbers under one name.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
```
```yaml metrics/sales.yaml
id: orders
#   ^^^^^^ metrics/orders.yaml has the id `orders` already; choose another, or remove one of the two
name: Orders, sent
owner: someone
description: Orders that were sent.
status: draft
direction: increase
```

## Good

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
```
```yaml metrics/sales.yaml
id: orders_sent
name: Orders, sent
owner: someone
description: Orders that were sent.
status: draft
direction: increase
```
"""

from prodops_cli.catalog.wrong import DuplicateId
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(DuplicateId, error)
def check(wrong: DuplicateId, context: Context) -> Problems:
    """The first, by path, keeps the id."""
    first = wrong.first.at("id")
    here = wrong.entity.document.source.path
    other = "another document in this file" if first.source.path == here else first.source.path
    yield Problem(
        wrong.entity.at("id"),
        f"{other} has the id `{wrong.entity.id}` already; choose another, or remove one of the two",
        related=(Related(first, "the first one"),),
        detail=str(wrong.entity.document.item or wrong.entity.document.index),
    )


CASES = """
## Bad: in one file

```yaml owners/people.yaml
- {id: anna, name: Anna, type: person}
- {id: anna, name: Anne, type: person}
#      ^^^^ another document in this file has the id `anna` already; choose another, or remove one of the two
```

## Good: a metric and an owner

```yaml owners/growth.yaml
id: growth
name: Growth
type: team
```
```yaml layers/growth.yaml
id: growth
name: Growth
owner: growth
unit: user
```
"""
