"""Targets lie in the good direction.

A metric that is good when it goes down, with a target of "at least": one of the two
is a slip, and whichever it is, somebody will celebrate the wrong thing. Reports
colour by the direction, and scorecards by the target.

## Bad

```yaml metrics/search-latency.yaml
id: search-latency
direction: decrease
target: {op: gte, value: 300}
#            ^^^ asks for at least 300, but a decrease is good; write `lte`, or correct `direction`
```

## Good

```yaml metrics/search-latency.yaml
id: search-latency
direction: decrease
target: {op: lte, value: 300}
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric

AGAINST = {
    ("decrease", "gte"): ("at least", "lte"),
    ("decrease", "gt"): ("more than", "lt"),
    ("increase", "lte"): ("at most", "gte"),
    ("increase", "lt"): ("less than", "gt"),
}


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """Where neither direction is good, a target may lie on any side."""
    target = metric.target
    if target is None or not metric.is_live:
        return
    if found := AGAINST.get((metric.direction or "", target.op or "")):
        asks, instead = found
        what = f"{asks} {target.value:,.15g}" if target.value is not None else f"{asks} something"
        good = f"{'an' if metric.direction == 'increase' else 'a'} {metric.direction} is good"
        message = f"asks for {what}, but {good}; write `{instead}`, or correct `direction`"
        yield Problem(metric.at("target", "op"), message)


CASES = """
## Bad: the other way round

```yaml metrics/a.yaml
id: a
direction: increase
target: {op: lt, value: 0.5}
#            ^^ asks for less than 0.5, but an increase is good; write `gt`, or correct `direction`
```

## Good: removed, neutral

```yaml metrics/a.yaml
id: a
status: removed
removed_on: 2025-01-01
target: {op: lt, value: 0.5}
```
```yaml metrics/b.yaml
id: b
direction: neutral
target: {op: lt, value: 0.5}
```
"""
