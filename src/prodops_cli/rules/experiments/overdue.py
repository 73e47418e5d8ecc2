"""An experiment that is over is ended.

Past its planned end a test costs without teaching: users stay in the worse variant,
its surface is blocked for the next team, and whoever looks again and again until the
result pleases finds effects that are not there. Either it is over, and somebody
decides; or there is a reason to go on, and the plan says until when.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
start: 2025-05-12
end: 2025-06-08
#    ^^^^^^^^^^ should have ended on 8 Jun, 7 days ago, and is still running; end it and decide, or move its end
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: completed
start: 2025-05-12
end: 2025-06-08
actual_end: 2025-06-09
```

## Options

`grace_days`: for so many days after the end nothing is said (0).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, day


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, grace_days: int = 0) -> Problems:
    """The last day itself still counts. What did end and is not called completed is overdue as well."""
    last = experiment.last_day(context.settings.zone)
    if last is None or not experiment.is_exposing or (late := (context.today - last).days) <= grace_days:
        return
    when = f"{day(last, context.today)}, {count(late, 'day')} ago"
    if experiment.actual_end is not None:
        message = f"ended on {when}, and is still called {experiment.status}; set its status to completed"
    else:
        still = f"should have ended on {when}, and is still {experiment.status}"
        message = f"{still}; end it and decide, or move its {experiment.end_key}"
    yield Problem(experiment.at(experiment.end_key), message)


CASES = """
## Bad: no end, but a duration; an end that is written and not believed

```yaml experiments/a.yaml
id: a
status: paused
start: 2025-06-01
duration: 2w
#         ^^ should have ended on 14 Jun, 1 day ago, and is still paused; end it and decide, or move its duration
```
```yaml experiments/b.yaml
id: b
status: running
start: 2024-12-01
end: 2025-06-30
actual_end: 2024-12-31
#           ^^^^^^^^^^ ended on 31 Dec 2024, 166 days ago, and is still called running; set its status to completed
```

## Good: the last day, no end, never began, an hour before midnight in the catalog's zone, an end before its start

```yaml prodops.yaml
catalog: {timezone: America/New_York}
```
```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-01
end: 2025-06-15
```
```yaml experiments/b.yaml
id: b
status: running
start: 2025-06-01
```
```yaml experiments/c.yaml
id: c
status: scheduled
end: 2025-06-01
```
```yaml experiments/d.yaml
id: d
status: running
end: 2025-06-16T03:00:00Z
```
```yaml experiments/e.yaml
id: e
status: running
start: 2025-06-12
end: 2025-06-01
```
"""
