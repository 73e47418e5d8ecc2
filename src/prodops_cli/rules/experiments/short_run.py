"""A test runs for whole weeks, and for one at least.

People who come on a Monday are not those who come on a Sunday. A test of ten days counts
three of the days of the week twice, and one of four days has never met a weekend, so its
result holds for those days and not for the year.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
start: 2025-06-23
end: 2025-07-02
#    ^^^^^^^^^^ runs for 10 days, which are no whole weeks; let it end on 2025-07-06
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
start: 2025-06-23
end: 2025-07-06
```

A rollout and a holdout have other reasons to end, and are not asked. Hours count as the
day that they are nearest to.

## Options

`days`: so many it has to run at least (7). `whole_weeks`: whether the weeks have to be
whole (true).

## Allowing

Where a week has no meaning: `# prodops: allow short-run -- the sale lasts four days` beside
the end.
"""

from datetime import date, timedelta

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count
from prodops_cli.statistics import supply

DAY = timedelta(1)


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, days: int = 7, whole_weeks: bool = True) -> Problems:
    """A draft may still find out; what has ended can't be helped."""
    zone = context.settings.zone
    length, first = experiment.length(zone), experiment.first_day(zone)
    if not experiment.must_decide or experiment.actual_end is not None or length is None or first is None:
        return
    runs = round(length / DAY)
    is_odd = whole_weeks and runs % supply.WEEK > 0
    if runs >= days and not is_odd:
        return
    least = max(runs, days)
    how = f"runs for {count(runs, 'day') if runs else 'some hours'}, {wrong(runs, days)}"
    to_do = longer(experiment, first, supply.whole_weeks(least) if whole_weeks else least)
    yield Problem(experiment.at(experiment.end_key), f"{how}; {to_do}")


def wrong(runs: int, days: int) -> str:
    """What is the matter with its length."""
    return f"less than {count(days, 'day')}" if runs < days else "which are no whole weeks"


def longer(experiment: Experiment, first: date, days: int) -> str:
    """What to write so that it runs for so many days."""
    if experiment.end_key == "duration":
        return f"write `{days}d`"
    return f"let it end on {(first + timedelta(days - 1)).isoformat()}"


CASES = """
## Bad: too short, a duration, an instant, hours

```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-09
actual_start: 2025-06-10
end: 2025-06-13
#    ^^^^^^^^^^ runs for 4 days, less than 7 days; let it end on 2025-06-16
```
```yaml experiments/b.yaml
id: b
type: switchback
status: paused
start: 2025-06-23
duration: P1M
#         ^^^ runs for 30 days, which are no whole weeks; write `35d`
```
```yaml experiments/c.yaml
id: c
status: scheduled
start: 2025-06-23T06:00:00+00:00
end: 2025-07-06T06:00:00+00:00
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ runs for 13 days, which are no whole weeks; let it end on 2025-07-06
```
```yaml experiments/d.yaml
id: d
status: scheduled
start: 2025-06-23
duration: 3h
#         ^^ runs for some hours, less than 7 days; write `7d`
```

## Good: a draft, a rollout, one that ended, no start, no end, nearly a week, two weeks in which clocks go forward

```yaml experiments/a.yaml
id: a
start: 2025-06-23
duration: 3d
```
```yaml experiments/b.yaml
id: b
status: running
type: rollout
start: 2025-06-23
duration: 3d
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-06-09
actual_end: 2025-06-11
```
```yaml experiments/d.yaml
id: d
status: scheduled
duration: 3d
```
```yaml experiments/e.yaml
id: e
status: scheduled
start: 2025-06-23
```
```yaml experiments/f.yaml
id: f
status: scheduled
start: 2025-06-23T00:00:00Z
end: 2025-06-29T23:59:00Z
```
```yaml prodops.yaml
catalog: {timezone: Europe/Paris}
```
```yaml experiments/g.yaml
id: g
status: scheduled
start: 2026-03-23
end: 2026-04-05
```
"""
