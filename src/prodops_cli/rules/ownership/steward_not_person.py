"""A metric's steward is a person.

The owner answers for what a metric is good for; the steward for whether its numbers
are right. When a number looks odd on a Monday, somebody has to open the query, and
"the data team" is a queue, not somebody.

## Bad

```yaml metrics/orders.yaml
id: orders
steward: data
#        ^^^^ `data` is a team; name the person who looks after this metric's numbers
```
```yaml owners/data.yaml
id: data
type: team
```

## Good

```yaml metrics/orders.yaml
id: orders
steward: someone
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """The team may still be the owner."""
    steward = context.catalog.get(Owner, metric.steward)
    if steward and steward.type == "team" and metric.is_live_on(context.today):
        message = f"`{steward.id}` is a team; name the person who looks after this metric's numbers"
        yield Problem(metric.at("steward"), message)


CASES = """
## Good: a removed metric

```yaml metrics/orders.yaml
id: orders
status: removed
removed_on: 2025-01-01
steward: data
```
```yaml owners/data.yaml
id: data
type: team
```
"""
