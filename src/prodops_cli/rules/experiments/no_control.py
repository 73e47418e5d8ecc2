"""One variant is the control.

Whether something is better can only be said against something else, measured in the
same days on the same sort of users. Last month is no control: there was no payday, no
outage, no campaign in it.

## Bad

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
variants:
^^^^^^^^ names no control; write `role: control` in the variant that is there already
- {key: steps}
- {key: page}
```

## Good

```yaml experiments/one-page.yaml
id: one-page
type: ab_test
status: scheduled
variants:
- {key: steps, role: control}
- {key: page}
```

Drafts may still look for theirs. A rollout and a holdout compare nothing by variants,
and the control of a synthetic control is made of places.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Without any variants there is no control either."""
    variants = experiment.variants or ()
    if not experiment.must_decide or experiment.type == "synthetic_control":
        return
    if not variants:
        message = "names no variants; write at least two in `variants`, one of them with `role: control`"
        yield Problem(experiment.at("variants"), message)
    elif not any(variant.role == "control" for variant in variants):
        message = "names no control; write `role: control` in the variant that is there already"
        yield Problem(experiment.at("variants", part="key"), message)


CASES = """
## Bad: no variants

```yaml experiments/a.yaml
id: a
#   ^ names no variants; write at least two in `variants`, one of them with `role: control`
status: running
```

## Good: a draft, a rollout, a holdout, places, one that is over, a role that is misspelt

```yaml experiments/a.yaml
id: a
variants: [{key: x}]
```
```yaml experiments/b.yaml
id: b
status: running
type: rollout
variants: [{key: x}]
```
```yaml experiments/c.yaml
id: c
status: running
type: holdout
```
```yaml experiments/d.yaml
id: d
status: running
type: synthetic_control
```
```yaml experiments/e.yaml
id: e
status: cancelled
```
```yaml experiments/f.yaml
id: f
status: running
variants: [{key: x, role: contol}, {key: y, role: treatment}]
```
"""
