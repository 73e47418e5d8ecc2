"""Nobody sees a variant that has no part of the traffic.

A variant of weight 0 is switched off. Units in it mean that an old rule still assigns
them, that somebody forces it on for more than the testers, or that the counts belong to
an earlier run. Until that is known, the other variants' counts are in doubt as well.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
  - {key: long, role: treatment, weight: 0}
exposures: {steps: 50210, page: 50116, long: 312}
#                                            ^^^ `long` has no part of the traffic, and `312` units are in it; find out
#                                                who assigns them, or correct its weight
```

## Bad: in what is no variant

```yaml experiments/one-page.yaml
id: one-page
status: running
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
exposures: {steps: 50210, pgae: 50116}
#                         ^^^^ no variant is called `pgae`, and `50116` units are in it; did you mean `page`?
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: running
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
  - {key: long, role: treatment, weight: 0}
exposures: {steps: 50210, page: 50116, long: 0}
```

A rollout and a bandit take a variant's part away in time; what it had before is no leak.

## Options

`units`: so many are no more than people who look at it themselves (0).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.spelling import nearest
from prodops_cli.phrases import listing


@rule(Experiment, error)
def check(experiment: Experiment, context: Context, *, units: int = 0) -> Problems:
    """Where no variants are named, nobody can tell."""
    variants = {each.key: each.weight for each in experiment.variants or () if each.key}
    changes = experiment.type in ("rollout", "bandit")
    if not variants or not experiment.is_relied_on:
        return
    for key, count in (experiment.exposures or {}).items():
        if count <= units:
            continue
        if key not in variants:
            unknown = f"no variant is called `{key}`, and `{count}` units are in it; {meant(key, tuple(variants))}"
            yield Problem(experiment.at("exposures", key, part="key"), unknown)
        elif variants[key] == 0 and not changes:
            what = f"`{key}` has no part of the traffic, and `{count}` units are in it"
            yield Problem(experiment.at("exposures", key), f"{what}; find out who assigns them, or correct its weight")


def meant(key: str, known: tuple[str, ...]) -> str:
    """Which variant it should have been."""
    near = nearest(key, known)
    return f"did you mean `{near}`?" if near else f"write {listing([f'`{each}`' for each in known], 'or')}"


CASES = """
## Bad: nothing like a variant

```yaml experiments/a.yaml
id: a
type: bandit
variants: [{key: x}, {key: y}]
exposures: {x: 5, other: 3}
#                 ^^^^^ no variant is called `other`, and `3` units are in it; write `x` or `y`
```

## Good: a rollout, one that is cancelled, one that will be run again, no variants, nobody

```yaml experiments/a.yaml
id: a
type: rollout
variants: [{key: x, weight: 0}, {key: y, weight: 1}]
exposures: {x: 5, y: 3}
```
```yaml experiments/b.yaml
id: b
status: cancelled
variants: [{key: x, weight: 0}, {key: y, weight: 1}]
exposures: {x: 5}
```
```yaml experiments/c.yaml
id: c
status: completed
variants: [{key: x, weight: 0}, {key: y, weight: 1}]
exposures: {x: 5}
decision: {outcome: rerun}
```
```yaml experiments/d.yaml
id: d
exposures: {x: 5}
```
```yaml experiments/e.yaml
id: e
variants: [{key: x}]
exposures: {x: 5, z: 0}
```
"""
