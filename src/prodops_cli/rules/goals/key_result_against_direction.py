"""Key results go in the good direction.

A key result that is reached when the metric gets worse: either its target is a slip, or
the metric says the wrong direction. Whichever it is, at the end of the quarter one
table is green and the other red.

## Bad

```yaml goals/calm-support.yaml
id: calm-support
key_results:
  - {id: tickets, metric: contact-rate, baseline: 0.06, target: 0.07}
#                                                               ^^^^ goes up from 0.06 to `0.07`, but of
#                                                                  `contact-rate` a decrease is good; correct the
#                                                                  target, or the metric's `direction`
```
```yaml metrics/contact-rate.yaml
id: contact-rate
direction: decrease
```

## Good

```yaml goals/calm-support.yaml
id: calm-support
key_results:
  - {id: tickets, metric: contact-rate, baseline: 0.07, target: 0.06}
```
```yaml metrics/contact-rate.yaml
id: contact-rate
direction: decrease
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.goal import Goal, KeyResult
from prodops_cli.models.metric import Metric


@rule(Goal, warning)
def check(goal: Goal, context: Context) -> Problems:
    """A key result that keeps what there is goes nowhere."""
    if not goal.is_live_on(context.today):
        return
    for index, result in enumerate(goal.key_results or ()):
        metric = context.catalog.get(Metric, result.metric)
        if metric and (goes := against(result, metric)):
            good = f"of `{metric.id}` {'an' if metric.direction == 'increase' else 'a'} {metric.direction} is good"
            yield Problem(
                goal.at("key_results", index, "target"),
                f"{goes}, but {good}; correct the target, or the metric's `direction`",
                related=(Related(metric.at("direction"), "said here"),),
            )


def against(result: KeyResult, metric: Metric) -> str:
    """How the metric is to get worse; empty where it isn't, or nobody can tell."""
    baseline, target = result.baseline, result.target
    if baseline is None or target is None or metric.direction not in ("increase", "decrease"):
        return ""
    is_worse = target < baseline if metric.direction == "increase" else target > baseline
    way = "up" if target > baseline else "down"
    return f"goes {way} from {baseline:,.15g} to `{target:.15g}`" if is_worse else ""


CASES = """
## Bad: down

```yaml goals/a.yaml
id: a
status: draft
key_results:
  - {metric: m, baseline: 1200, target: -3}
#                                       ^^ goes down from 1,200 to `-3`, but of `m` an increase is good; correct the
#                                          target, or the metric's `direction`
```
```yaml metrics/m.yaml
id: m
```

## Good: kept, neutral, no baseline, unknown, over

```yaml goals/a.yaml
id: a
key_results:
  - {metric: m, baseline: 3, target: 3}
  - {metric: n, baseline: 3, target: 2}
  - {metric: m, target: 2}
  - {metric: x, baseline: 3, target: 2}
  - {metric: m, baseline: 3}
```
```yaml goals/b.yaml
id: b
period: 2025-Q1
key_results: [{metric: m, baseline: 3, target: 2}]
```
```yaml metrics/m.yaml
id: m
```
```yaml metrics/n.yaml
id: n
direction: neutral
```
"""
