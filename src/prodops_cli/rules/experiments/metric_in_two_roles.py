"""No metric has two roles at once.

What decides can't guard as well: where the primary metric got worse, the answer is no
already. A metric that is named twice was mostly copied, and another one is missing.

## Bad

```yaml experiments/one-page.yaml
id: one-page
metrics:
  primary: [orders]
  guardrail: [refunds, orders]
#                      ^^^^^^ `orders` is primary already; remove it here, or name the metric that was meant
```
```yaml metrics/orders.yaml
id: orders
```
```yaml metrics/refunds.yaml
id: refunds
```

## Good

```yaml experiments/one-page.yaml
id: one-page
metrics:
  primary: [orders]
  guardrail: [refunds]
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment, Role


@rule(Experiment, error)
def check(experiment: Experiment, context: Context) -> Problems:
    """Twice in one role is no better."""
    if not experiment.is_live:
        return
    first: dict[str, tuple[Role, int]] = {}
    for role, index, metric in experiment.uses():
        before = first.setdefault(metric, (role, index))
        if before != (role, index):
            yield Problem(
                experiment.at("metrics", role, index, "metric"),
                f"`{metric}` is {before[0]} already; remove it here, or name the metric that was meant",
                related=(Related(experiment.at("metrics", *before, "metric"), "here it is named first"),),
                detail=role,
            )


CASES = """
## Bad: twice in one role, with an effect

```yaml experiments/a.yaml
id: a
metrics:
  secondary:
    - orders
    - {metric: orders, mde: 2%}
#              ^^^^^^ `orders` is secondary already; remove it here, or name the metric that was meant
```

## Good: one that is over

```yaml experiments/a.yaml
id: a
status: completed
metrics: {primary: [orders], secondary: [orders]}
```
"""
