"""One or two metrics decide.

Of ten metrics one always looks better by chance, and then it was the one that mattered.
What decides is named before; everything else helps to understand.

## Bad

```yaml experiments/one-page.yaml
id: one-page
metrics:
  primary: [orders, basket, visits]
# ^^^^^^^ 3 metrics are to decide; keep at most 2, and make the others `secondary`
```

## Good

```yaml experiments/one-page.yaml
id: one-page
metrics:
  primary: [orders]
  secondary: [basket, visits]
```

## Options

`most`, 2 if nothing is said:

    rules:
      too-many-primary-metrics: {most: 1}
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, most: int = 2) -> Problems:
    """One that is named twice counts once; what is over can't be helped."""
    deciding = len(set(experiment.judged_by("primary")))
    if experiment.is_live and deciding > most:
        message = f"{deciding} metrics are to decide; keep at most {most}, and make the others `secondary`"
        yield Problem(experiment.at("metrics", "primary", part="key"), message)


CASES = """
## Good: one twice, over

```yaml experiments/a.yaml
id: a
metrics: {primary: [orders, orders, basket]}
```
```yaml experiments/b.yaml
id: b
status: completed
metrics: {primary: [orders, basket, visits]}
```
"""
