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

from pathlib import PurePosixPath

from prodops_cli.catalog.wrong import DuplicateId
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity


@rule(DuplicateId, error)
def check(wrong: DuplicateId, context: Context) -> Problems:
    """Whose file is called so keeps the id, else the first by path."""
    kept, copy = (
        (wrong.entity, wrong.first)
        if is_copy(wrong.first) and not is_copy(wrong.entity)
        else (
            wrong.first,
            wrong.entity,
        )
    )
    path = kept.document.source.path
    other = "another document in this file" if path == copy.document.source.path else path
    yield Problem(
        copy.at("id"),
        f"{other} has the id `{copy.id}` already; choose another, or remove one of the two",
        related=(Related(kept.at("id"), "the other one"),),
        detail=str(wrong.entity.document.item or wrong.entity.document.index),
    )


def is_copy(entity: Entity) -> bool:
    """Whether its file is called otherwise, as copies are that nobody has finished."""
    return PurePosixPath(entity.document.source.path).stem != entity.id


CASES = """
## Bad: in one file

```yaml owners/people.yaml
- {id: anna, name: Anna, type: person}
- {id: anna, name: Anne, type: person}
#      ^^^^ another document in this file has the id `anna` already; choose another, or remove one of the two
```

## Bad: a copy that comes first

```yaml owners/ann.yaml
id: anna
#   ^^^^ owners/anna.yaml has the id `anna` already; choose another, or remove one of the two
name: Anna
type: person
```
```yaml owners/anna.yaml
id: anna
name: Anna
type: person
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
