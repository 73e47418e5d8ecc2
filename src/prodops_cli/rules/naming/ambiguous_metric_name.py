"""A metric's name says what, and of whom.

"Retention" is a topic. Whether it means buyers or accounts, after a week or a quarter,
each team answers for itself, and in the review two slides with one title show 31 % and
58 %.

## Bad

```yaml metrics/buyer_retention_d30.yaml
id: buyer_retention_d30
name: Retention
#     ^^^^^^^^^ `Retention` alone can mean many things; add of whom, from where to where, or over which time
```

## Good

```yaml metrics/buyer_retention_d30.yaml
id: buyer_retention_d30
name: Retention of buyers after 30 days
```

## Allowing

Where there is really only one: `# prodops: allow ambiguous-metric-name -- our only one`.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.models.naming import is_topic


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """What is going is called as it was."""
    if metric.name and metric.is_live and metric.status != "deprecated" and is_topic(metric.name):
        name = metric.name.strip()
        action = "add of whom, from where to where, or over which time"
        yield Problem(metric.at("name"), f"`{name}` alone can mean many things; {action}")


CASES = """
## Bad: with a word that says nothing more

```yaml metrics/metrics.yaml
- {id: a, name: conversion rate}
#               ^^^^^^^^^^^^^^^ `conversion rate` alone can mean many things; add of whom, from where to where, or over
                                which time
- {id: b, name: Active users}
#               ^^^^^^^^^^^^ `Active users` alone can mean many things; add of whom, from where to where, or over which
                             time
```

## Good: one word more, what is plain, what is going

```yaml metrics/metrics.yaml
- {id: a, name: Checkout conversion}
- {id: b, name: Revenue}
- {id: c, name: Churn, status: removed, removed_on: 2025-01-01}
- {id: d}
```
"""
