"""What is scheduled has a hypothesis.

A test without a hypothesis can't fail: whatever comes out, somebody finds a number
that went up. Written down before, in one sentence, it says what would be a surprise;
and when it is wrong, that sentence is what the company has learned.

## Bad

```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ is scheduled without a hypothesis; write in `hypothesis` what will change, for whom, and why
status: scheduled
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
hypothesis: Fewer shoppers give up when they see all steps at once, since each page costs some.
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """A draft may still look for it."""
    if experiment.is_scheduled and not (experiment.hypothesis and experiment.hypothesis.is_said):
        what_to_do = "write in `hypothesis` what will change, for whom, and why"
        yield Problem(experiment.at("hypothesis"), f"is {experiment.status} without a hypothesis; {what_to_do}")


CASES = """
## Bad: an empty text

```yaml experiments/a.yaml
id: a
status: paused
hypothesis: ""
#           ^^ is paused without a hypothesis; write in `hypothesis` what will change, for whom, and why
```

## Good: in parts, a draft, over

```yaml experiments/a.yaml
id: a
status: running
hypothesis: {change: one page, outcome: fewer give up}
```
```yaml experiments/b.yaml
id: b
```
```yaml experiments/c.yaml
id: c
status: completed
```
"""
