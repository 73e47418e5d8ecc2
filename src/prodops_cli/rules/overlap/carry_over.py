"""A test begins when what was before is forgotten.

Somebody who had a discount until Sunday buys differently on Monday. Where an experiment
says for how long its effect goes on (`cooldown`, or the `burn_out` of a switchback), the
next test on the surface begins after that, or leaves out its first days.

## Bad

```yaml experiments/discount.yaml
id: discount
status: running
surfaces: [checkout]
start: 2025-06-02
end: 2025-06-22
cooldown: 7d
```
```yaml experiments/one-page.yaml
id: one-page
status: scheduled
surfaces: [checkout]
start: 2025-06-25
#      ^^^^^^^^^^ begins while discount is still felt on checkout from 25 to 29 Jun (5 days)
end: 2025-07-22
```

## Good

```yaml experiments/discount.yaml
id: discount
status: running
surfaces: [checkout]
start: 2025-06-02
end: 2025-06-22
cooldown: 7d
```
```yaml experiments/one-page.yaml
id: one-page
status: scheduled
surfaces: [checkout]
start: 2025-06-30
end: 2025-07-22
```
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.encounters.encounter import after
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule


@rule(Catalog, notice)
def check(catalog: Catalog, context: Context) -> Problems:
    """Two that run at one time are told as such."""
    for met in context.encounters.lasting:
        yield Problem(
            met.place,
            f"begins while {met.earlier.id} is still felt on {met.surfaces} {met.when}",
            related=met.related,
            notes=(met.example,),
            help=(after(met),),
            detail=met.earlier.id,
        )


CASES = """
## Bad: it is over, the next one runs

```yaml experiments/a.yaml
id: a
status: completed
surfaces: [checkout]
start: 2025-05-02
end: 2025-06-08
cooldown: 10d
```
```yaml experiments/b.yaml
id: b
status: running
surfaces: [checkout.payment]
start: 2025-06-10
#      ^^^^^^^^^^ begins while a is still felt on checkout.payment from 15 to 18 Jun (4 days)
```

## Good: other users, agreed, forgotten, at the same time, elsewhere

```yaml experiments/a.yaml
id: a
status: running
surfaces: [checkout]
audience: {country: [FR]}
start: 2025-06-02
end: 2025-06-22
cooldown: 7d
```
```yaml experiments/b.yaml
id: b
status: scheduled
surfaces: [checkout]
audience: {country: [DE]}
start: 2025-06-23
end: 2025-07-22
```
```yaml experiments/c.yaml
id: c
status: scheduled
surfaces: [checkout]
audience: {country: [FR]}
accepted_overlaps: [{experiment: a, reason: small}]
start: 2025-06-23
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: completed
surfaces: [checkout]
start: 2025-06-02
end: 2025-06-07
cooldown: 7d
```
```yaml experiments/e.yaml
id: e
status: scheduled
surfaces: [checkout]
audience: {country: [FR]}
start: 2025-06-20
end: 2025-06-22
```
```yaml experiments/f.yaml
id: f
status: scheduled
surfaces: [home]
start: 2025-06-23
end: 2025-06-30
```
"""
