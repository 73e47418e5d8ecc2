"""Every experiment serves a goal.

Traffic is scarce, and so is attention. A test that serves none of the company's goals
takes both from one that does, and when it wins nobody is waiting for the news. If no
goal fits, either the test can wait, or a goal is missing.

## Bad

```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ serves no goal; name one in `goals`, so that people know what it is for
status: scheduled
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
goals: [faster-checkout]
```
```yaml goals/faster-checkout.yaml
id: faster-checkout
```

## Allowing

Maintenance that is tested for safety alone can say so:
`# prodops: allow no-goal -- we only make sure that nothing breaks`.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """A holdout serves all goals of the experiments that it measures."""
    if experiment.is_live and experiment.type != "holdout" and not experiment.goals:
        message = "serves no goal; name one in `goals`, so that people know what it is for"
        yield Problem(experiment.at("goals"), message)


CASES = """
## Bad: an empty list

```yaml experiments/a.yaml
id: a
goals: []
#      ^^ serves no goal; name one in `goals`, so that people know what it is for
```

## Good: a holdout, one that is over, a key that is misspelt

```yaml experiments/a.yaml
id: a
type: holdout
status: running
```
```yaml experiments/b.yaml
id: b
status: cancelled
```
```yaml experiments/c.yaml
id: c
goal: [x]
```
"""
