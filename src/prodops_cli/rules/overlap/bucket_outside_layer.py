"""Experiments have buckets that their layer has to give.

A layer of 10,000 buckets counts them from 0 to 9999. A range beyond that, or one that is
backwards, stands for nobody; and buckets that the layer keeps (`reserved`) are of users
who are to see nothing new.

## Bad

```yaml experiments/one-page.yaml
id: one-page
layer: {id: checkout, buckets: [[9000, 10001]]}
#                               ^^^^^^^^^^^^^ `checkout` has the buckets [[0, 9500]] to give, and not [[9500, 10001]];
#                                 take others
```
```yaml layers/checkout.yaml
id: checkout
reserved: [[9500, 10000]]
```

## Good

```yaml experiments/one-page.yaml
id: one-page
layer: {id: checkout, buckets: [[9000, 9500]]}
```
```yaml layers/checkout.yaml
id: checkout
reserved: [[9500, 10000]]
```
"""

from prodops_cli.encounters.words import as_written
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.overlap.buckets import BucketRange, difference


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Each range by itself."""
    layer = context.encounters.trials.layers.by_id.get((experiment.layer.id if experiment.layer else None) or "")
    if layer is None or experiment.layer is None or not experiment.is_live:
        return
    for index, (start, stop) in enumerate(experiment.layer.buckets or ()):
        place = experiment.at("layer", "buckets", index)
        if start >= stop:
            yield Problem(
                place, f"[{start}, {stop}] holds no bucket; write the lower number first, and one beyond the last"
            )
        elif beyond := difference((BucketRange(start, stop),), layer.offered):
            has = f"`{layer.id}` has the buckets {as_written(layer.offered)} to give"
            yield Problem(place, f"{has}, and not {as_written(beyond)}; take others")


CASES = """
## Bad: backwards, empty

```yaml experiments/a.yaml
id: a
layer: {id: checkout, buckets: [[5, 2], [7, 7], [0, 10]]}
#                               ^^^^^^ [5, 2] holds no bucket; write the lower number first, and one beyond the last
#                                       ^^^^^^ [7, 7] holds no bucket; write the lower number first, and one beyond
#                                           the last
#                                               ^^^^^^^ `checkout` has the buckets [[0, 8]] to give, and not [[8, 10]];
#                                                 take others
```
```yaml layers/checkout.yaml
id: checkout
buckets: 8
```

## Good: over, an unknown layer, none

```yaml experiments/a.yaml
id: a
status: completed
layer: {id: checkout, buckets: [[0, 10]]}
```
```yaml experiments/b.yaml
id: b
layer: {id: other, buckets: [[0, 10]]}
```
```yaml experiments/c.yaml
id: c
layer: {id: checkout}
```
```yaml layers/checkout.yaml
id: checkout
buckets: 8
```
"""
