"""Weights leave something to compare.

Weights are relative: 1 and 1 are the halves, 2, 1 and 1 a half and two quarters. A
variant of which nobody wrote the weight gets whatever the assignment service thinks
best, and the check for lost users compares with a split that nobody meant. Where all
traffic goes to one variant, weeks pass until somebody sees that there is nothing to
compare it with.

## Bad

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
variants:
  - {key: steps, role: control, weight: 50}
  - {key: page, role: treatment}
#    ^^^ `page` has no weight, but others have; write one, such as 50
```

## Good

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
```

An experiment without any weights gives all variants the same part.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.design import Variant
from prodops_cli.models.experiment import Experiment

COMPARING = frozenset(("ab_test", "multivariate", "bandit", "holdout"))


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """A rollout may give everything to what is new: that is how it ends."""
    variants = experiment.variants or ()
    written = [variant.weight for variant in variants if variant.weight is not None]
    if not written or not experiment.is_live:
        return
    if len(written) < len(variants):
        yield from unweighted(experiment, variants, max(written))
    elif not any(written):
        yield Problem(experiment.at("variants", 0, "weight"), zeros(len(variants)))
    elif experiment.type in COMPARING and len(written) > 1 and sum(weight > 0 for weight in written) == 1:
        yield alone(experiment, variants)


def zeros(number: int) -> str:
    """Of variants that have no part at all."""
    halves = "write such as 1 and 1" if number == 2 else "give each a part, such as 1"
    return f"all weights are `0`, and nobody would see any variant; {halves}"


def unweighted(experiment: Experiment, variants: tuple[Variant, ...], most: int) -> Problems:
    """The variants that lack a weight."""
    for index, variant in enumerate(variants):
        if variant.weight is None:
            who = f"`{variant.key}`" if variant.key else "this variant"
            message = f"{who} has no weight, but others have; write one, such as {most or 1}"
            yield Problem(experiment.at("variants", index, "weight"), message)


def alone(experiment: Experiment, variants: tuple[Variant, ...]) -> Problem:
    """The one variant that gets all traffic."""
    index = next(index for index, variant in enumerate(variants) if variant.weight)
    who = f"`{variants[index].key}`" if variants[index].key else "this variant"
    message = f"{who} gets all traffic; give another variant a part of it, to compare with"
    return Problem(experiment.at("variants", index, "weight"), message)


CASES = """
## Bad: nobody would see anything

```yaml experiments/a.yaml
id: a
variants:
  - {key: x, weight: 0}
#                    ^ all weights are `0`, and nobody would see any variant; write such as 1 and 1
  - {key: y, weight: 0}
```
```yaml experiments/b.yaml
id: b
variants: [{key: x, weight: 0}, {key: y, weight: 0}, {key: z, weight: 0}]
#                           ^ all weights are `0`, and nobody would see any variant; give each a part, such as 1
```

## Bad: nothing to compare with

```yaml experiments/a.yaml
id: a
status: running
variants:
  - {key: x, weight: 100}
#                    ^^^ `x` gets all traffic; give another variant a part of it, to compare with
  - {key: y, weight: 0}
```

## Good: a rollout, one that is over, one without weights, and a weight that is misspelt

```yaml experiments/a.yaml
id: a
type: rollout
variants: [{key: x, weight: 0}, {key: y, weight: 100}]
```
```yaml experiments/b.yaml
id: b
status: completed
variants: [{key: x, weight: 0}, {key: y, weight: 100}]
```
```yaml experiments/c.yaml
id: c
variants: [{key: x}, {key: y}]
```
```yaml experiments/d.yaml
id: d
variants: [{key: x, weight: 1}, {key: y, weigth: 1}]
```
"""
