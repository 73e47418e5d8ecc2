"""A window is a whole number of grains.

A weekly value that looks back ten days counts some days in two weeks, and others in
one. It goes up and down although nothing happens, in a rhythm that looks like a
trend. Weekly values look back 7 or 28 days, monthly ones a month or a quarter.

## Bad

```yaml metrics/active-users.yaml
id: active-users
grain: week
window: 10d
#       ^^^ is not a whole number of weeks, and there is a value for each week; write such as 7d
```

## Good

```yaml metrics/active-users.yaml
id: active-users
grain: week
window: 28d
```

How many users come back after 30 days may well be said for each week: the window of a
retention says when one looks, not what is added up.
"""

from collections.abc import Mapping

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.metric import Metric
from prodops_cli.overlap.windows.duration import Duration

SECONDS: Mapping[str, int] = {"hour": 3_600, "day": 86_400, "week": 7 * 86_400}
MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3}
MONTH = 30.44 * 86_400
UNITS: Mapping[str, tuple[int, str]] = {
    "hour": (1, "h"),
    "day": (1, "d"),
    "week": (7, "d"),
    "month": (1, "mo"),
    "quarter": (3, "mo"),
}


@rule(Metric, warning)
def check(metric: Metric, context: Context) -> Problems:
    """Days are no part of a month: 30d is a whole number of days, and of nothing else."""
    grain, window = metric.grain, metric.window
    if grain is None or window is None or metric.type == "retention" or not metric.is_live:
        return
    if not is_whole(window, grain):
        why = f"is not a whole number of {grain}s, and there is a value for each {grain}"
        yield Problem(metric.at("window"), f"{why}; write such as {nearest(window, grain)}")


def nearest(window: Duration, grain: str) -> str:
    """The whole number of grains that comes nearest to a window: `28d` for 30 days of weeks."""
    length = window.months * MONTH + window.days * 86_400 + window.seconds
    number = max(1, round(length / (MONTHS[grain] * MONTH if grain in MONTHS else SECONDS[grain])))
    size, unit = UNITS[grain]
    return f"{number * size}{unit}"


def is_whole(window: Duration, grain: str) -> bool:
    """Whether a window is made of grains. A month is made of days and hours, and not of weeks."""
    seconds = window.days * 86_400 + window.seconds
    if grain in MONTHS:
        return seconds == 0 and window.months > 0 and window.months % MONTHS[grain] == 0
    if grain == "week" and window.months:
        return False
    return seconds % SECONDS[grain] == 0 and (seconds > 0 or window.months > 0)


CASES = """
## Bad: days for months, months for weeks, hours for days, nothing

```yaml metrics/a.yaml
id: a
grain: month
window: 30d
#       ^^^ is not a whole number of months, and there is a value for each month; write such as 1mo
```
```yaml metrics/b.yaml
id: b
grain: week
window: 1mo
#       ^^^ is not a whole number of weeks, and there is a value for each week; write such as 28d
```
```yaml metrics/c.yaml
id: c
grain: day
window: 36h
#       ^^^ is not a whole number of days, and there is a value for each day; write such as 2d
```
```yaml metrics/d.yaml
id: d
grain: quarter
window: 0d
#       ^^ is not a whole number of quarters, and there is a value for each quarter; write such as 3mo
```

## Bad: weeks and hours

```yaml metrics/a.yaml
id: a
grain: week
window: 30d
#       ^^^ is not a whole number of weeks, and there is a value for each week; write such as 28d
```
```yaml metrics/b.yaml
id: b
grain: hour
window: PT90M
#       ^^^^^ is not a whole number of hours, and there is a value for each hour; write such as 2h
```

## Good

```yaml metrics/a.yaml
id: a
grain: day
window: P1M2DT24H
```
```yaml metrics/b.yaml
id: b
grain: quarter
window: 1y
```
```yaml metrics/c.yaml
id: c
grain: week
type: retention
window: 30d
```
```yaml metrics/d.yaml
id: d
window: 5d
```
"""
