"""Every experiment has a primary metric.

With ten metrics and none that decides, one of them has moved after two weeks by chance
alone, and that one becomes the reason to ship.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
metrics: {secondary: [orders]}
^^^^^^^ names no primary metric; write in `primary` which one decides
```
```yaml metrics/orders.yaml
id: orders
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
metrics: {primary: [orders]}
```
```yaml metrics/orders.yaml
id: orders
```

Drafts may still look for it. A rollout and a holdout need none.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """An entry whose metric can't be read is a mistake of its own."""
    if experiment.must_decide and not (experiment.metrics and experiment.metrics.primary):
        message = "names no primary metric; write in `primary` which one decides"
        yield Problem(experiment.at("metrics", "primary"), message)


CASES = """
## Bad: no metrics, an empty list

```yaml experiments/a.yaml
id: a
#   ^ names no primary metric; write in `primary` which one decides
status: running
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {primary: []}
#                  ^^ names no primary metric; write in `primary` which one decides
```

## Good: a draft, a rollout, a holdout, one that is over, a slip

```yaml experiments/a.yaml
id: a
```
```yaml experiments/b.yaml
id: b
type: rollout
status: running
```
```yaml experiments/c.yaml
id: c
type: holdout
status: running
```
```yaml experiments/d.yaml
id: d
status: completed
```
```yaml experiments/e.yaml
id: e
status: running
metrics: {primry: [orders]}
```
"""
