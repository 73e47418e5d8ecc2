"""All experiments of a layer assign what the layer puts into buckets.

A layer keeps experiments apart by giving each its own buckets of users. An experiment
that assigns devices has no place in it: the user's phone is in one bucket and her laptop
in another, and she is in both experiments after all.

## Bad

```yaml experiments/one-page.yaml
id: one-page
layer: {id: checkout}
randomization_unit: device
#                   ^^^^^^ assigns each device, but `checkout` puts each user into a bucket; assign by user, or choose
#                     another layer
```
```yaml layers/checkout.yaml
id: checkout
unit: user
```

## Good

```yaml experiments/one-page.yaml
id: one-page
layer: {id: checkout}
randomization_unit: user
```
```yaml layers/checkout.yaml
id: checkout
unit: user
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Where either says nothing, nobody can tell."""
    layer = context.catalog.get(Layer, experiment.layer.id) if experiment.layer else None
    unit = experiment.randomization_unit
    if layer and layer.unit and unit and unit != layer.unit and experiment.is_live:
        message = f"assigns each {unit}, but `{layer.id}` puts each {layer.unit} into a bucket"
        yield Problem(
            experiment.at("randomization_unit"),
            f"{message}; assign by {layer.unit}, or choose another layer",
            related=(Related(layer.at("unit"), f"each {layer.unit} has a bucket"),),
        )


CASES = """
## Good: over, no unit, a layer that nobody knows

```yaml experiments/a.yaml
id: a
status: completed
layer: {id: checkout}
randomization_unit: device
```
```yaml experiments/b.yaml
id: b
layer: {id: checkout}
```
```yaml experiments/c.yaml
id: c
layer: {id: search}
randomization_unit: device
```
```yaml layers/checkout.yaml
id: checkout
```
"""
