"""What assigns users stays as it is while an experiment runs.

A new salt deals all users again, and so do another unit, another layer or other weights:
who saw the new page sees the old one, and is counted on both sides. The numbers from
before and after can't be added up any more, and nobody sees it in the results.

More traffic is no such change, nor are more buckets: those who were in stay where they
are. A bandit moves its weights by itself.

## Bad

```yaml experiments/one-page.yaml (before)
id: one-page
status: running
salt: one-page-1
```
```yaml experiments/one-page.yaml
id: one-page
status: running
salt: one-page-2
#     ^^^^^^^^^^ was `one-page-1` while it ran, so its users are dealt again; put it back, or end this one
#       and begin another
```

## Good: it has not begun

```yaml experiments/one-page.yaml (before)
id: one-page
status: scheduled
salt: one-page-1
```
```yaml experiments/one-page.yaml
id: one-page
status: scheduled
salt: one-page-2
```

## Good: a ramp

```yaml experiments/one-page.yaml (before)
id: one-page
status: running
layer: {id: checkout, buckets: [[0, 1000]]}
```
```yaml experiments/one-page.yaml
id: one-page
status: running
layer: {id: checkout, buckets: [[0, 5000]]}
```
```yaml layers/checkout.yaml
id: checkout
```
"""

from collections.abc import Iterator, Mapping

from prodops_cli.changes.change import Change
from prodops_cli.documents.node import Address
from prodops_cli.encounters.words import as_written
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.buckets import BucketRange, Buckets, intersection, joined
from prodops_cli.phrases import listing


@rule(Change, error)
def check(change: Change, context: Context) -> Problems:
    """What is added for the first time may only be written down now; what was written has been relied upon."""
    before, after = change.before, change.after
    if isinstance(before, Experiment) and isinstance(after, Experiment) and before.is_exposing:
        for address, was in frozen(before, after):
            message = f"was {was} while it ran, so its users are dealt again"
            yield Problem(after.at(*address), f"{message}; put it back, or end this one and begin another")


def frozen(before: Experiment, after: Experiment) -> Iterator[tuple[Address, str]]:
    """What decides who sees what and is another now: where it stands, and what it was."""
    for key in ("randomization_unit", "salt"):
        was = getattr(before, key)
        if was is not None and getattr(after, key) != was:
            yield (key,), f"`{was}`"
    old, new = layer(before), layer(after)
    if old != new:
        yield ("layer", "id") if after.layer else ("layer",), f"`{old}`" if old else "in no layer"
    elif intersection(buckets(before), buckets(after)) != buckets(before):
        yield ("layer", "buckets"), f"`{as_written(buckets(before))}`"
    if before.type != "bandit" and (was := weights(before)) and weights(after) != was:
        yield ("variants",), listing([f"`{name}` {weight:g}" for name, weight in written(before)])


def layer(experiment: Experiment) -> str | None:
    """The layer that it takes its users from."""
    return experiment.layer.id if experiment.layer else None


def buckets(experiment: Experiment) -> Buckets:
    """The buckets of its layer that it has."""
    said = (experiment.layer.buckets if experiment.layer else None) or ()
    return joined(BucketRange(start, stop) for start, stop in said)


def weights(experiment: Experiment) -> Mapping[str, float]:
    """The share of each variant: twice as much of everything is the same."""
    total = sum(weight for _, weight in written(experiment))
    return {name: round(weight / total, 9) for name, weight in written(experiment)} if total else {}


def written(experiment: Experiment) -> list[tuple[str, float]]:
    """The variants with their weights."""
    return [(each.key, 1 if each.weight is None else each.weight) for each in experiment.variants or () if each.key]


CASES = """
## Bad: fewer buckets, other weights, another unit, another layer, one more variant, none of it said

```yaml experiments/a.yaml (before)
id: a
status: running
layer: {id: checkout, buckets: [[0, 1000], [2000, 3000]]}
variants: [{key: old, weight: 1}, {key: new, weight: 1}]
randomization_unit: user
```
```yaml experiments/a.yaml
id: a
status: completed
layer: {id: checkout, buckets: [[0, 2500]]}
#                              ^^^^^^^^^^^ was `[[0, 1000], [2000, 3000]]` while it ran, so its users are
#                                dealt again; put it back, or end this one and begin another
variants: [{key: old, weight: 1}, {key: new, weight: 3}]
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ was `old` 1 and `new` 1 while it ran, so its users are
#           dealt again; put it back, or end this one and begin another
randomization_unit: device
#                   ^^^^^^ was `user` while it ran, so its users are dealt again; put it back, or end this one
#                     and begin another
```
```yaml experiments/b.yaml (before)
id: b
status: paused
layer: {id: checkout}
```
```yaml experiments/b.yaml
id: b
#   ^ was `checkout` while it ran, so its users are dealt again; put it back, or end this one and begin another
status: running
```
```yaml experiments/c.yaml (before)
id: c
status: running
```
```yaml experiments/c.yaml
id: c
status: running
layer: {id: checkout}
#           ^^^^^^^^ was in no layer while it ran, so its users are dealt again; put it back, or end this one
#             and begin another
```
```yaml layers/checkout.yaml
id: checkout
```

## Good: written down now, the same in other numbers, a bandit, just begun

```yaml experiments/a.yaml (before)
id: a
status: running
variants: [{key: old}, {key: new}]
```
```yaml experiments/a.yaml
id: a
status: running
salt: a-1
randomization_unit: user
variants: [{key: old, weight: 50}, {key: new, weight: 50}]
```
```yaml experiments/b.yaml (before)
id: b
type: bandit
status: running
variants: [{key: old, weight: 1}, {key: new, weight: 1}]
```
```yaml experiments/b.yaml
id: b
type: bandit
status: running
variants: [{key: old, weight: 1}, {key: new, weight: 3}]
```
```yaml experiments/c.yaml (before)
id: c
status: scheduled
salt: c-1
```
```yaml experiments/c.yaml
id: c
status: running
salt: c-2
```
"""
