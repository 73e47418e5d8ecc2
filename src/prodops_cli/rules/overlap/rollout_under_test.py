"""No rollout changes a surface while it is tested.

While a rollout is opened, step by step, the page that a test compares with is another
one each week. An effect may come from the test or from the rollout, and nobody can say.
Once a rollout stands at its last step, it is what everybody sees: then it is in nobody's
way, and nothing is reported. One that runs stands until its next step, which can wait
until the test has ended.

## Bad

```yaml experiments/new-ranker.yaml
id: new-ranker
type: rollout
status: running
surfaces: [search.results]
start: 2025-06-09
ramp: [{"on": 2025-06-09, traffic: 10}, {"on": 2025-06-23, traffic: 100}]
```
```yaml experiments/typo-help.yaml
id: typo-help
status: scheduled
surfaces: [search.results]
start: 2025-06-20
#      ^^^^^^^^^^ is compared with what the rollout new-ranker changes on search.results on 23 Jun
end: 2025-07-17
```

## Good

```yaml experiments/new-ranker.yaml
id: new-ranker
type: rollout
status: running
surfaces: [search.results]
start: 2025-06-09
ramp: [{"on": 2025-06-09, traffic: 10}, {"on": 2025-06-23, traffic: 100}]
```
```yaml experiments/typo-help.yaml
id: typo-help
status: scheduled
surfaces: [search.results]
start: 2025-06-24
end: 2025-07-17
```

A rollout without a `ramp` changes its surfaces on its first day.

## Allowing

In either file: `accepted_overlaps: [{experiment: new-ranker, reason: "…"}]`.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.encounter import Encounter, waiting
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """On the one that starts later."""
    for met in context.encounters.moving:
        yield Problem(
            met.place,
            f"{what(met)} on {met.surfaces} {met.when}",
            related=met.related,
            notes=(met.example,),
            help=(waiting(met),),
            detail=met.earlier.id,
        )


def what(met: Encounter) -> str:
    """What happens, as the later one says it."""
    if met.later.type == "rollout":
        return f"changes what {met.earlier.id} is compared with"
    return f"is compared with what the rollout {met.earlier.id} changes"


CASES = """
## Bad: it starts later, and changes for a day; a parent

```yaml experiments/a.yaml
id: a
type: rollout
status: scheduled
surfaces: [search]
start: 2025-06-20
#      ^^^^^^^^^^ changes what b is compared with on search.results on 20 Jun
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [search.results]
start: 2025-06-10
end: 2025-07-07
```

## Good: it stands, other users, agreed, two rollouts, another surface

```yaml experiments/a.yaml
id: a
type: rollout
status: running
surfaces: [search]
audience: {country: [FR]}
start: 2025-06-10
ramp: [{"on": 2025-06-14, traffic: 100}]
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [search.results]
start: 2025-06-10
```
```yaml experiments/c.yaml
id: c
type: rollout
status: scheduled
surfaces: [search]
audience: {country: [DE]}
start: 2025-06-20
accepted_overlaps: [{experiment: b, reason: small}]
```
```yaml experiments/d.yaml
id: d
status: running
surfaces: [home]
start: 2025-06-10
```
```yaml experiments/e.yaml
id: e
type: rollout
status: scheduled
surfaces: [search]
audience: {country: [DE]}
start: 2025-06-20
accepted_overlaps: [{experiment: b, reason: small}]
```
"""
