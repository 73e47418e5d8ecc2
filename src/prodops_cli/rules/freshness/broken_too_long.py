"""A broken metric is repaired within a month.

For a week people ask when it comes back. After a month they have found another number,
each a different one, and nobody notices any more that the old one is broken. Then it is
more honest to let it go.

It is broken at least since the day of its last value, or on which somebody found it so
(`value.as_of`, `health.as_of`), whichever came first. It is told from the 31st day on
(the option `days`).

## Bad

```yaml metrics/app_rating.yaml
id: app_rating
status: broken
#       ^^^^^^ broken since 4 May, 42 days ago, or longer; repair it, or deprecate it so that nobody waits for it
repair_issue: DATA-1182
health: {level: problem, as_of: 2025-05-04}
```

## Good

```yaml metrics/app_rating.yaml
id: app_rating
status: broken
repair_issue: DATA-1182
health: {level: problem, as_of: 2025-06-04}
```

## Allowing

`# prodops: allow broken-too-long until 2025-08-01 -- the store has to answer` beside the
status.
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import count, day


@rule(Metric, warning)
def check(metric: Metric, context: Context, *, days: int = 30) -> Problems:
    """Where no day is written, nobody knows how long."""
    since = broken_since(metric) if metric.status == "broken" else None
    if since is not None and (age := (context.today - since).days) > days:
        ago = f"broken since {day(since, context.today)}, {count(age, 'day')} ago, or longer"
        yield Problem(metric.at("status"), f"{ago}; repair it, or deprecate it so that nobody waits for it")


def broken_since(metric: Metric) -> date | None:
    """The first day on which it is known to have been broken; a day on which it was well is none."""
    is_found = metric.health is not None and metric.health.level != "ok"
    found = metric.health.as_of if metric.health and is_found else None
    last = metric.value.as_of if metric.value else None
    return min(filter(None, (found, last)), default=None)


CASES = """
## Bad: by its last value

```yaml metrics/app_rating.yaml
id: app_rating
status: broken
#       ^^^^^^ broken since 15 May, 31 days ago, or longer; repair it, or deprecate it so that nobody waits for it
value: {as_of: 2025-05-15}
health: {level: problem, as_of: 2025-06-14}
```

## Good: a month, nobody knows since when, repaired

```yaml metrics/metrics.yaml
- {id: a, name: a, status: broken, health: {level: problem, as_of: 2025-05-16}}
- {id: b, name: b, status: broken, health: {level: ok, as_of: 2025-01-01}}
- {id: c, name: c, status: broken}
- {id: d, name: d, status: active, value: {as_of: 2025-01-01}}
```
"""
