"""An agreement holds for something.

`accepted_overlaps` says that two teams have looked at each other's test and agreed. When
the other test is over, or the two no longer meet, or the day has passed, the line says
nothing; and the next one who reads it believes that somebody has looked.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: running
start: 2025-06-02
accepted_overlaps:
  - {experiment: saved-cards, reason: both are small}
#                ^^^^^^^^^^^ `saved-cards` is over; remove the agreement
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: completed
```

## Fixed

```yaml experiments/one-page.yaml
id: one-page
status: running
start: 2025-06-02
```
"""

from datetime import date

from prodops_cli.encounters.trials import Trials
from prodops_cli.findings import Fix, Problem, Problems
from prodops_cli.fixes.lists import without_item
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.outcome import AcceptedOverlap
from prodops_cli.phrases import day


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """What is over itself is history."""
    trials = context.encounters.trials
    for index, accepted in enumerate(experiment.accepted_overlaps or ()) if experiment.is_live else ():
        if why := stale(experiment, accepted, trials, context.today):
            key, said = why
            operation = without_item(experiment, "accepted_overlaps", index)
            fix = Fix("remove the agreement", (operation,)) if operation else None
            yield Problem(experiment.at("accepted_overlaps", index, key), said, fix=fix)


def stale(experiment: Experiment, accepted: AcceptedOverlap, trials: Trials, today: date) -> tuple[str, str] | None:
    """The key that says so, and why an agreement is of no use; None where it is."""
    other = trials.named.get(accepted.experiment or "")
    if other is None or other is experiment:
        return None
    if accepted.until and accepted.until < today:
        return "until", f"the agreement ended on {day(accepted.until, today)}; agree anew, or remove it"
    if not other.is_live and other.id not in trials.lasting:
        return "experiment", f"`{other.id}` is over; remove the agreement"
    if trials.are_apart(experiment, other):
        return "experiment", f"`{other.id}` can't meet this one any more; remove the agreement"
    return None


CASES = """
## Bad: the day has passed, other users, other days; in lines of their own, and in one

```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-02
end: 2025-06-30
audience: {country: [FR]}
accepted_overlaps:
  - experiment: b
#               ^ `b` can't meet this one any more; remove the agreement
    reason: small
    until: 2025-06-15
  - experiment: c
    reason: small
    until: 2025-06-14
#          ^^^^^^^^^^ the agreement ended on 14 Jun; agree anew, or remove it
  - {experiment: e}
tags: [x]
```
```yaml experiments/b.yaml
id: b
status: running
start: 2025-06-02
audience: {country: [DE]}
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-06-02
accepted_overlaps: [{experiment: a}, {experiment: d}]
#                                                 ^ `d` can't meet this one any more; remove the agreement
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: scheduled
start: 2025-07-01
accepted_overlaps: [{experiment: c}, {experiment: e}]
#                                ^ `c` can't meet this one any more; remove the agreement
```
```yaml experiments/e.yaml
id: e
status: running
start: 2025-06-02
```

## Fixed: the others stay

```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-02
end: 2025-06-30
audience: {country: [FR]}
accepted_overlaps:
  - {experiment: e}
tags: [x]
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-06-02
accepted_overlaps: [{experiment: a}]
end: 2025-06-30
```
```yaml experiments/d.yaml
id: d
status: scheduled
start: 2025-07-01
accepted_overlaps: [{experiment: e}]
```

## Good: nobody can tell, they may move, still felt, unknown, over itself

```yaml prodops.yaml
attributes: {country: {stable: false}}
```
```yaml experiments/a.yaml
id: a
status: running
start: 2025-06-02
audience: {country: [FR]}
accepted_overlaps: [{experiment: b}, {experiment: c}, {experiment: d}, {experiment: e}]
```
```yaml experiments/b.yaml
id: b
```
```yaml experiments/c.yaml
id: c
status: running
start: 2025-06-02
audience: {country: [DE]}
```
```yaml experiments/d.yaml
id: d
status: completed
start: 2025-05-02
end: 2025-06-13
cooldown: 7d
accepted_overlaps: [{experiment: f}]
```
```yaml experiments/f.yaml
id: f
status: cancelled
```
"""
