"""Launches on one page keep a week between them.

Two launches change a page in one week, and orders fall. Which of them is taken back?
People argue for days, while it is still falling. A week between the two gives each its
own Monday to Sunday, and the numbers an answer.

Launches collide where they change the same surface (or one within the other) for the
same users. Where one is in the other's `depends_on`, somebody has thought about it.

## Bad

```yaml launches/new-basket.yaml
id: new-basket
status: planned
target_date: 2025-06-24
surfaces: [checkout]
```
```yaml launches/saved-cards.yaml
id: saved-cards
status: planned
target_date: 2025-06-26
#            ^^^^^^^^^^ `new-basket` changes checkout.payment 2 days before; move one of them, or write in `depends_on`
#              which comes first
surfaces: [checkout.payment]
```

## Good

```yaml launches/new-basket.yaml
id: new-basket
status: planned
target_date: 2025-06-24
surfaces: [checkout]
```
```yaml launches/saved-cards.yaml
id: saved-cards
status: planned
target_date: 2025-07-01
surfaces: [checkout.payment]
```

What went out in the last days counts as well, as long as the other one is still to come.

## Options

`days`: how many days lie between two launches (7).
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.found.launches import Collision
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.phrases import count, listing


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context, *, days: int = 7) -> Problems:
    """At the day of the later one."""
    for each in context.encounters.launches.collisions(days):
        earlier = each.earlier
        key = "actual_date" if earlier.actual_date else "target_date"
        yield Problem(
            each.later.at("target_date"),
            f"{distance(each)}; move one of them, or write in `depends_on` which comes first",
            related=(Related(earlier.at(key), f'"{earlier.title}" goes out here'),),
            detail=earlier.id,
        )


def distance(collision: Collision) -> str:
    """How far they are from each other."""
    where, other = listing(collision.surfaces), f"`{collision.earlier.id}`"
    if not collision.days:
        return f"{other} changes {where} on this day, too"
    went = "has changed" if collision.earlier.actual_date else "changes"
    return f"{other} {went} {where} {count(collision.days, 'day')} before"


CASES = """
## Bad: on one day, just out, three of them

```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-20, surfaces: [home]}
- {id: b, name: B, target_date: 2025-06-20, surfaces: [home, search]}
#                               ^^^^^^^^^^ `a` changes home on this day, too; move one of them, or write in `depends_on`
#                                 which comes first
- {id: c, name: C, target_date: 2025-06-16, surfaces: [basket]}
#                               ^^^^^^^^^^ `d` has changed basket.top 6 days before; move one of them, or write in
#                                 `depends_on` which comes first
- {id: d, name: D, target_date: 2025-06-01, actual_date: 2025-06-10, status: launched, surfaces: [basket.top]}
- {id: e, name: E, target_date: 2025-06-26, surfaces: [search]}
#                               ^^^^^^^^^^ `b` changes search 6 days before; move one of them, or write in `depends_on`
#                                 which comes first
- {id: f, name: F, target_date: 2025-06-27, surfaces: [search]}
#                               ^^^^^^^^^^ `e` changes search 1 day before; move one of them, or write in `depends_on`
#                                 which comes first
```

## Good: a week, other users, in turn, both out, cancelled, shared on purpose

```yaml prodops.yaml
surfaces: {help: {concurrent: true}}
```
```yaml launches/launches.yaml
- {id: a, name: A, target_date: 2025-06-20, surfaces: [home]}
- {id: b, name: B, target_date: 2025-06-27, surfaces: [home]}
- {id: c, name: C, target_date: 2025-06-20, surfaces: [x], audience: {country: [DE]}}
- {id: d, name: D, target_date: 2025-06-21, surfaces: [x], audience: {country: [FR]}}
- {id: e, name: E, target_date: 2025-06-20, surfaces: [y]}
- {id: f, name: F, target_date: 2025-06-21, surfaces: [y], depends_on: [e]}
- {id: g, name: G, actual_date: 2025-06-10, surfaces: [z], status: launched}
- {id: h, name: H, actual_date: 2025-06-11, surfaces: [z], status: launched}
- {id: i, name: I, target_date: 2025-06-28, surfaces: [home], status: cancelled}
- {id: j, name: J, target_date: 2025-06-20, surfaces: [help.a]}
- {id: k, name: K, target_date: 2025-06-20, surfaces: [help]}
- {id: l, name: L, surfaces: [home]}
```
"""
