"""Experiments say what they change.

A surface is a page, a flag or an algorithm. Overlaps are found by it: a test without a
surface can't be seen by the team that plans the next one on the same page, and after
two weeks of traffic neither result can be trusted.

## Bad

```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ is scheduled and names no surface, so nobody can see whom it meets; write `surfaces`
status: scheduled
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
surfaces: [checkout, flag.one_page]
```

A draft may find out later.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """From the day on which it is scheduled until it is over."""
    if experiment.is_scheduled and not experiment.surfaces:
        why = "so nobody can see whom it meets; write `surfaces`"
        yield Problem(experiment.at("surfaces"), f"is {experiment.status} and names no surface, {why}")


CASES = """
## Bad: an empty list

```yaml experiments/a.yaml
id: a
status: running
surfaces: []
#         ^^ is running and names no surface, so nobody can see whom it meets; write `surfaces`
```

## Good: a draft, and one that is over

```yaml experiments/a.yaml
id: a
status: draft
```
```yaml experiments/b.yaml
id: b
status: completed
```
"""
