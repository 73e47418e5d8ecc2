"""What should have begun has begun.

Others plan around an experiment: they wait for its surface, or count on its result. While
it is late and nobody says so, they wait for nothing. Mostly it runs already and nobody
wrote it down; then who looks for overlaps does not see it.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
start: 2025-06-02
#      ^^^^^^^^^^ was to start on 2 Jun, 13 days ago, and is still scheduled; set it to running, or move its start
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
start: 2025-06-23
```

## Options

`grace_days`: for so many days after the start nothing is said (0).
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count, day


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, grace_days: int = 0) -> Problems:
    """The day itself still counts."""
    first = experiment.first_day(context.settings.zone)
    if first is None or experiment.status != "scheduled" or (late := (context.today - first).days) <= grace_days:
        return
    when = f"{day(first, context.today)}, {count(late, 'day')} ago"
    if experiment.actual_start is not None:
        yield Problem(experiment.at("actual_start"), f"started on {when}, and is still scheduled; set it to running")
    else:
        still = f"was to start on {when}, and is still scheduled"
        yield Problem(experiment.at("start"), f"{still}; set it to running, or move its start")


CASES = """
## Bad: it did start

```yaml experiments/a.yaml
id: a
status: scheduled
start: 2025-06-02
actual_start: 2025-06-14
#             ^^^^^^^^^^ started on 14 Jun, 1 day ago, and is still scheduled; set it to running
```

## Good: today, a draft, no start

```yaml experiments/a.yaml
id: a
status: scheduled
start: 2025-06-15
```
```yaml experiments/b.yaml
id: b
status: draft
start: 2025-06-01
```
```yaml experiments/c.yaml
id: c
status: scheduled
```
"""
