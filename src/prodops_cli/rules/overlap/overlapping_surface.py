"""No surface is changed twice at once.

Where two tests change one page, neither result can be trusted: what users do with
the one depends on the other, and nobody can say which of them did it. Teams find
out after weeks of traffic. Moving a start by a few days costs nothing.

It is an error where both are scheduled, running or paused and name the very same
surface; a warning where one of them is still a draft, or names a parent of the
other's surface. Experiments that can't meet (other users, other days, other buckets
of one layer, or one excludes the other) are never reported.

## Bad

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
surfaces: [checkout]
start: 2025-06-20
end: 2025-07-03
```
```yaml experiments/saved-cards.yaml
id: saved-cards
type: ab_test
status: scheduled
surfaces: [checkout]
start: 2025-06-27
#      ^^^^^^^^^^ meets one-page on checkout from 27 Jun to 3 Jul (7 days)
end: 2025-07-10
```

## Good

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
surfaces: [checkout]
start: 2025-06-20
end: 2025-07-03
audience: {country: [FR]}
```
```yaml experiments/saved-cards.yaml
id: saved-cards
type: ab_test
status: scheduled
surfaces: [checkout]
start: 2025-06-27
end: 2025-07-10
audience: {country: {not_in: [FR]}}
```

## Allowing

Agree with the other side, and write it down in either file; it ends by itself:

    accepted_overlaps:
      - {experiment: one-page, reason: "one is above the fold", until: 2025-07-10}

A surface on which several experiments may always run is declared `concurrent: true`
in prodops.yaml.
"""

from prodops_cli.encounters.encounter import Encounter
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(Encounter, error)
def check(met: Encounter, context: Context) -> Problems:
    """The finding stands on the experiment that starts later."""
    yield Problem(
        met.place,
        f"meets {met.earlier.id} on {met.surfaces} {met.when}",
        label=f"starts before {met.earlier.id} ends" if met.later.start else "",
        related=met.related,
        notes=(met.example,),
        help=(met.remedy,),
        severity=met.severity,
        detail=met.earlier.id,
    )


CASES = """
## Bad: a draft against a parent

```yaml experiments/a.yaml
id: a
type: ab_test
status: running
surfaces: [checkout]
start: 2025-06-01
end: 2025-06-30
```
```yaml experiments/b.yaml
id: b
type: ab_test
status: draft
surfaces: [checkout.payment]
start: 2025-06-10
#      ^^^^^^^^^^ meets a on checkout.payment from 15 to 30 Jun (16 days)
```

## Good: what is past can't be changed

```yaml experiments/a.yaml
id: a
type: ab_test
status: completed
surfaces: [checkout]
start: 2025-06-01
end: 2025-06-14
```
```yaml experiments/b.yaml
id: b
type: ab_test
status: running
surfaces: [checkout]
start: 2025-06-10
```

## Good: agreed

```yaml experiments/a.yaml
id: a
type: ab_test
status: running
surfaces: [checkout]
start: 2025-06-01
accepted_overlaps: [{experiment: b, reason: small, until: 2025-06-15}]
```
```yaml experiments/b.yaml
id: b
type: ab_test
status: running
surfaces: [checkout]
start: 2025-06-10
```

## Good: one of a kind on a shared surface

```yaml prodops.yaml
surfaces: {pricing: {concurrent: true}}
```
```yaml experiments/a.yaml
id: a
type: ab_test
status: running
surfaces: [pricing.table]
start: 2025-06-01
```
```yaml experiments/b.yaml
id: b
type: ab_test
status: running
surfaces: [pricing.table]
start: 2025-06-10
```
"""
