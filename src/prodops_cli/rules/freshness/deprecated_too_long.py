"""What is deprecated goes on the day that was said.

`remove_after` is what made everybody move their charts. If the day passes and nothing
happens, the next one is not believed, and the old number goes on being quoted beside the
new one.

## Bad

```yaml metrics/logins.yaml
id: logins
status: deprecated
reason: Nobody decides by it.
remove_after: 2025-05-31
#             ^^^^^^^^^^ was to go 15 days ago; set `status: removed` and `removed_on`, or agree on a later day
```

## Good

```yaml metrics/logins.yaml
id: logins
status: removed
removed_on: 2025-06-01
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """The day itself still counts."""
    if metric.status == "deprecated" and metric.remove_after and metric.remove_after < context.today:
        ago = count((context.today - metric.remove_after).days, "day")
        action = "set `status: removed` and `removed_on`, or agree on a later day"
        yield Problem(metric.at("remove_after"), f"was to go {ago} ago; {action}")


CASES = """
## Good: today, no day, back in use

```yaml metrics/metrics.yaml
- {id: a, name: a, status: deprecated, remove_after: 2025-06-15}
- {id: b, name: b, status: deprecated}
- {id: c, name: c, status: active, remove_after: 2025-01-01}
```
"""
