"""A bucket has one experiment at a time.

Layers keep experiments apart by giving each its own users. Where two were given the
same buckets for the same days, those users get both changes, and the promise of the
layer is broken without anybody seeing it: both teams believe themselves alone.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
layer: {id: checkout, buckets: [[4000, 8000]]}
#                              ^^^^^^^^^^^^^^ shares 1,000 buckets of `checkout` with one-page, from 4000 to 4999, as of
#                                             20 Jun
start: 2025-06-20
end: 2025-07-13
```
```yaml layers/checkout.yaml
id: checkout
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
layer: {id: checkout, buckets: [[5000, 8000]]}
start: 2025-06-20
end: 2025-07-13
```
```yaml layers/checkout.yaml
id: checkout
```

In a layer with `packing: audience_aware`, experiments whose audiences can't meet may
have the same buckets.
"""

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.phrases import day


@rule(Catalog, error)
def check(catalog: Catalog, context: Context) -> Problems:
    """The finding stands on the experiment that starts later; the two are not reported for their surfaces as well."""
    for clash in context.encounters.clashes:
        since = day(clash.since, context.today)
        yield Problem(
            clash.later.at("layer", "buckets"),
            f"shares {clash.count} of `{clash.layer}` with {clash.earlier.id}, {clash.ranges}, as of {since}",
            related=(Related(clash.earlier.at("layer", "buckets"), f'"{clash.earlier.title}" has them, too'),),
            help=(clash.remedy,),
            detail=clash.earlier.id,
        )


CASES = """
## Bad: audiences don't divide buckets in a strict layer

```yaml experiments/a.yaml
id: a
status: running
layer: {id: checkout, buckets: [[0, 1]]}
audience: {country: [FR]}
start: 2025-06-02
```
```yaml experiments/b.yaml
id: b
status: running
layer: {id: checkout, buckets: [[0, 1], [9, 10]]}
#                              ^^^^^^^^^^^^^^^^^ shares 1 bucket of `checkout` with a, number 0, as of 15 Jun
audience: {country: [DE]}
start: 2025-06-02
```
```yaml layers/checkout.yaml
id: checkout
```

## Good: audience-aware, agreed, over, a draft, one excludes the other

```yaml experiments/a.yaml
id: a
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
audience: {country: [FR]}
start: 2025-06-02
```
```yaml experiments/b.yaml
id: b
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
audience: {country: [DE]}
start: 2025-06-02
```
```yaml layers/checkout.yaml
id: checkout
packing: audience_aware
```
```yaml experiments/c.yaml
id: c
status: completed
layer: {id: checkout, buckets: [[0, 5000]]}
start: 2025-06-02
end: 2025-06-14
```
```yaml experiments/d.yaml
id: d
status: draft
layer: {id: checkout, buckets: [[0, 5000]]}
start: 2025-06-02
```
```yaml experiments/e.yaml
id: e
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
excludes: [b]
accepted_overlaps: [{experiment: a, reason: "FR is small"}]
start: 2025-06-02
```
"""
