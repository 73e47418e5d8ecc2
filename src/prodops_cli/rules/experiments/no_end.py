"""What is scheduled says when it ends.

Who looks at a test until the result pleases finds effects that are not there; the end
is set before the first look. And without it nobody can tell the next team when the
surface will be free.

## Bad

```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ is scheduled without an end; write `end`, or `duration`
status: scheduled
start: 2025-06-23
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
start: 2025-06-23
duration: 4w
```

A rollout ends with the last step of its `ramp`.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """A draft may find out later."""
    has_end = experiment.end or experiment.actual_end or experiment.duration
    is_ramp = experiment.type == "rollout" and experiment.ramp
    if experiment.is_scheduled and not has_end and not is_ramp:
        yield Problem(experiment.at("end"), f"is {experiment.status} without an end; write `end`, or `duration`")


CASES = """
## Good: a ramp, a draft, one that was cancelled

```yaml experiments/a.yaml
id: a
status: running
type: rollout
ramp: [{on: 2025-07-01, traffic: 100}]
```
```yaml experiments/b.yaml
id: b
```
```yaml experiments/c.yaml
id: c
status: cancelled
```
"""
