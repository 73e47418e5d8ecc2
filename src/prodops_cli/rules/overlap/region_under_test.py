"""Users of a region that is treated as a whole are in no other test.

A switchback or a synthetic control changes a whole region, hour by hour or for weeks. A
test of users who live there measures its own change and the region's together; and the
region's numbers move with the test.

It is an error on the very same surface, where both are to run. On a surface beside it
(of the same parent), above or below it, or with the same primary metric, it is a warning.

## Bad

```yaml experiments/pooling.yaml
id: pooling
type: switchback
status: running
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: west, units: [FR, BE]}]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/shop-notes.yaml
id: shop-notes
status: scheduled
surfaces: [dispatch]
start: 2025-06-23
#      ^^^^^^^^^^ takes users in BE and FR from 23 to 29 Jun (7 days), while pooling treats all of them,
#        and both change dispatch
end: 2025-07-20
```

## Good

```yaml experiments/pooling.yaml
id: pooling
type: switchback
status: running
surfaces: [dispatch]
switchback: {geo_type: country, clusters: [{id: west, units: [FR, BE]}]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/shop-notes.yaml
id: shop-notes
status: scheduled
surfaces: [dispatch]
audience: {country: {not_in: [FR, BE]}}
start: 2025-06-23
end: 2025-07-20
```
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.found.units import PlaceClash
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.phrases import listing


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """On the one that starts later."""
    for met in context.encounters.places:
        if not met.are_both_about_places:
            yield Problem(
                met.place,
                what(met),
                related=met.related,
                notes=(met.example,),
                help=(met.remedy,),
                severity=met.severity,
                detail=met.earlier.id,
            )


def what(met: PlaceClash) -> str:
    """What the two do there, as the later one says it."""
    places = listing(met.clash.places)
    if met.later.switchback or met.later.synthetic_control:
        return f"treats all of {places} {met.when}, while {met.earlier.id} takes users there, and {met.in_common}"
    return f"takes users in {places} {met.when}, while {met.earlier.id} treats all of them, and {met.in_common}"


CASES = """
## Bad: beside it, by a metric, the region comes later, a parent

```yaml experiments/a.yaml
id: a
type: synthetic_control
status: scheduled
surfaces: [home.shelves]
metrics: {primary: [orders]}
synthetic_control: {geo_type: country, treatment_units: [FR], donor_pool: [DE]}
start: 2025-06-20
#      ^^^^^^^^^^ treats all of FR from 20 to 30 Jun (11 days), while b takes users there, and both change parts of home
end: 2025-06-30
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [home.banner]
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
status: scheduled
metrics: {primary: [orders]}
start: 2025-06-25
#      ^^^^^^^^^^ takes users in FR from 25 to 30 Jun (6 days), while a treats all of them, and both are decided
#        by orders
audience: {country: [FR, DE]}
```
```yaml experiments/d.yaml
id: d
status: scheduled
surfaces: [home]
start: 2025-06-30
#      ^^^^^^^^^^ takes users in FR on 30 Jun, while a treats all of them, and both change home.shelves
```

## Good: in other places, a rollout, somewhere else, agreed, excluded

```yaml experiments/a.yaml
id: a
type: switchback
status: running
surfaces: [home.shelves]
metrics: {primary: [orders]}
switchback: {geo_type: country, clusters: [{id: x, units: [FR]}]}
start: 2025-06-02
excludes: [f]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [home.shelves]
audience: {country: [DE]}
start: 2025-06-02
```
```yaml experiments/c.yaml
id: c
type: rollout
status: running
surfaces: [home.shelves]
start: 2025-06-15
```
```yaml experiments/d.yaml
id: d
status: running
surfaces: [checkout.shelves]
metrics: {primary: [visits], guardrail: [orders]}
start: 2025-06-02
```
```yaml experiments/e.yaml
id: e
status: running
surfaces: [home.shelves]
accepted_overlaps: [{experiment: a, reason: small}]
start: 2025-06-02
```
```yaml experiments/f.yaml
id: f
status: running
surfaces: [home.shelves]
start: 2025-06-02
```
"""
