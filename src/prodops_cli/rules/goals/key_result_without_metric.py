"""Each key result names its metric.

"Onboarding feels easier" can be argued about for an hour at the end of the quarter. A
metric has a definition, an owner and a value, and everybody reads the same one; and
experiments find the goal that they serve by it.

## Bad

```yaml goals/activation.yaml
id: activation
status: active
key_results:
  - {id: easier, name: Onboarding feels easier}
#    ^^ names no metric; write in `metric` which one shows it
```

## Good

```yaml goals/activation.yaml
id: activation
status: active
key_results:
  - {id: easier, name: Onboarding feels easier, metric: activation-rate}
```
```yaml metrics/activation-rate.yaml
id: activation-rate
```

A draft may still look for it.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.goal import Goal


@rule(Goal, error)
def check(goal: Goal, context: Context) -> Problems:
    """Goals whose period is over are history."""
    if not goal.is_live_on(context.today) or goal.status == "draft":
        return
    for index, result in enumerate(goal.key_results or ()):
        if not result.metric:
            message = "names no metric; write in `metric` which one shows it"
            yield Problem(goal.at("key_results", index, "metric"), message)


CASES = """
## Good: a draft, reached, over, a slip

```yaml goals/a.yaml
id: a
status: draft
key_results: [{id: x}]
```
```yaml goals/b.yaml
id: b
status: achieved
key_results: [{id: x}]
```
```yaml goals/c.yaml
id: c
status: active
period: 2025-Q1
key_results: [{id: x}]
```
```yaml goals/d.yaml
id: d
key_results: [{id: x, metrc: y}]
```
"""
