"""What has ended is soon decided on.

A result that nobody decides on is traffic thrown away: the losing variant stays
switched on for half of the users, the winning one is not shipped, and after a quarter
nobody remembers what was learned.

## Bad

```yaml experiments/one-page.yaml
id: one-page
#   ^^^^^^^^ ended on 31 May, 15 days ago, and nobody wrote what was decided; write in `decision` its outcome: ship,
#              rollback, iterate, rerun, stop or inconclusive
status: completed
start: 2025-05-05
end: 2025-05-31
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: completed
start: 2025-05-05
end: 2025-05-31
decision: {outcome: ship, date: 2025-06-04}
```

Inconclusive is a decision, too. A rollout ends with everybody in it.

## Options

`days`: how many days people have for it (14).
"""

from typing import get_args

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.outcome import Decision
from prodops_cli.phrases import count, day, listing

OUTCOMES: tuple[str, ...] = get_args(get_args(Decision.model_fields["outcome"].annotation)[0])


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, days: int = 14) -> Problems:
    """What was cancelled has told nothing that could be decided on."""
    last = experiment.last_day(context.settings.zone)
    is_decided = experiment.decision is not None and experiment.decision.outcome is not None
    if last is None or is_decided or experiment.status != "completed" or experiment.type == "rollout":
        return
    if (since := (context.today - last).days) > days:
        ended = f"ended on {day(last, context.today)}, {count(since, 'day')} ago"
        write = f"write in `decision` its outcome: {listing(OUTCOMES, 'or')}"
        yield Problem(experiment.at("decision"), f"{ended}, and nobody wrote what was decided; {write}")


CASES = """
## Good: not yet late, cancelled, a rollout, an outcome that is misspelt

```yaml experiments/a.yaml
id: a
status: completed
start: 2025-05-05
end: 2025-06-01
```
```yaml experiments/b.yaml
id: b
status: cancelled
end: 2025-05-05
```
```yaml experiments/c.yaml
id: c
status: completed
type: rollout
end: 2025-05-05
```
```yaml experiments/d.yaml
id: d
status: completed
end: 2025-05-05
decision: {outcome: shipped}
```
"""
