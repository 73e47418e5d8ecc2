"""What is assigned is no smaller than what is counted.

Where devices are assigned and users are counted, one user has both variants: on the
phone the new one, on the laptop the old one. The two groups become alike, and a real
effect looks like none. Assign what the metric counts, or something larger.

## Bad

```yaml experiments/one-page.yaml
id: one-page
randomization_unit: device
#                   ^^^^^^ assigns each device by itself, while one user in `buyers` may have several;
#                     assign by user, or choose a metric of devices
metrics: {primary: [buyers]}
```
```yaml metrics/buyers.yaml
id: buyers
entity: user
```

## Good

```yaml experiments/one-page.yaml
id: one-page
randomization_unit: user
metrics: {primary: [buyers]}
```
```yaml metrics/buyers.yaml
id: buyers
entity: user
```

## Options

`units`, from the smallest to the largest; of others, nothing is said:

    rules:
      unit-mismatch: {units: [session, device, user, account]}
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.metric import Metric

UNITS = ("event", "request", "page_view", "visit", "session", "device", "user", "account")


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, units: tuple[str, ...] = UNITS) -> Problems:
    """Only of what decides: what is larger is told, what is smaller is a matter of analysis."""
    assigned = experiment.randomization_unit
    if assigned not in units or not experiment.is_live:
        return
    for id in dict.fromkeys(experiment.judged_by("primary")):
        metric = context.catalog.get(Metric, id)
        if metric and metric.entity in units and units.index(metric.entity) > units.index(assigned):
            counted = metric.entity
            message = (
                f"assigns each {assigned} by itself, while one {counted} in `{id}` may have several; "
                f"assign by {counted}, or choose a metric of {assigned}s"
            )
            related = (Related(metric.at("entity"), f"counts {counted}s"),)
            yield Problem(experiment.at("randomization_unit"), message, related=related, detail=id)


CASES = """
## Bad: of two, one

```yaml experiments/a.yaml
id: a
randomization_unit: session
#                   ^^^^^^^ assigns each session by itself, while one user in `buyers` may have several;
#                     assign by user, or choose a metric of sessions
metrics: {primary: [visits, buyers], guardrail: [buyers]}
```
```yaml metrics/buyers.yaml
id: buyers
entity: user
```
```yaml metrics/visits.yaml
id: visits
entity: session
```

## Good: something larger, another word, nothing said, over

```yaml experiments/a.yaml
id: a
randomization_unit: account
metrics: {primary: [buyers]}
```
```yaml experiments/b.yaml
id: b
randomization_unit: region
metrics: {primary: [buyers]}
```
```yaml experiments/c.yaml
id: c
randomization_unit: device
metrics: {primary: [orders, anything]}
```
```yaml experiments/d.yaml
id: d
status: completed
randomization_unit: device
metrics: {primary: [buyers]}
```
```yaml experiments/e.yaml
id: e
metrics: {primary: [buyers]}
```
```yaml metrics/buyers.yaml
id: buyers
entity: user
```
```yaml metrics/orders.yaml
id: orders
entity: order
```
"""
