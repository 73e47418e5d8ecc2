"""Who tries again knows what came of it before.

Half of the ideas of this year were tested two years ago by somebody who has left. That
is no reason not to try again, but one to read first what was learnt. So it is a notice:
the same surface, decided by the same metric, and the new test does not speak of it.

It counts what is over and was decided, unless the decision was to iterate or to run it
again. A test that names the other one anywhere in its document knows of it, and so does
one that stands among the other's `follow_ups`.

## Bad

```yaml experiments/trust-badges.yaml
id: trust-badges
surfaces: [checkout.payment]
#          ^^^^^^^^^^^^^^^^ was tried for this metric before: `four-logos` (stop, 12 May 2024); read what came of
#            it, and name it in the description
metrics: {primary: [orders]}
```
```yaml experiments/four-logos.yaml
id: four-logos
status: completed
surfaces: [checkout.payment]
metrics: {primary: [orders]}
decision: {outcome: stop, date: 2024-05-12}
learnings: Nobody knows what the logos stand for.
```

## Good

```yaml experiments/trust-badges.yaml
id: trust-badges
description: One sentence in the place of logos, since nobody knew them in four-logos.
surfaces: [checkout.payment]
metrics: {primary: [orders]}
```
```yaml experiments/four-logos.yaml
id: four-logos
status: completed
surfaces: [checkout.payment]
metrics: {primary: [orders]}
decision: {outcome: stop, date: 2024-05-12}
```
"""

import re
from datetime import date

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import day, listing


@rule(Experiment, notice)
def check(experiment: Experiment, context: Context) -> Problems:
    """Before it begins: afterwards there is nothing left to learn from it."""
    if experiment.status not in ("draft", "scheduled"):
        return
    unread = [each for each in context.encounters.tried.before(experiment) if not knows(experiment, each)]
    if unread:
        before = listing([told(each, context.today) for each in unread])
        them = "it" if len(unread) == 1 else "them"
        yield Problem(
            experiment.at("surfaces", surface(experiment, unread[0])),
            f"was tried for this metric before: {before}; read what came of it, and name {them} in the description",
            related=tuple(Related(each.at("decision"), f'"{each.title}" was decided here') for each in unread),
            notes=tuple(f"{each.id}: {each.learnings}" for each in unread if each.learnings),
        )


def knows(experiment: Experiment, other: Experiment) -> bool:
    """Whether either document speaks of the other."""
    follow_ups = (other.decision.follow_ups if other.decision else None) or ()
    return experiment.id in follow_ups or is_named(other.id, experiment.document.value)


def is_named(id: str, value: object) -> bool:
    """Whether a text in a value has an id among its words."""
    match value:
        case str():
            return id in value and re.search(rf"(?<![\w-]){re.escape(id)}(?![\w-])", value) is not None
        case dict():
            return any(is_named(id, each) for each in value.values())
        case list():
            return any(is_named(id, each) for each in value)
        case _:
            return False


def surface(experiment: Experiment, other: Experiment) -> int:
    """Where the first surface stands that both change."""
    return next(index for index, each in enumerate(experiment.surfaces or ()) if each in (other.surfaces or ()))


def told(experiment: Experiment, today: date) -> str:
    """`four-logos` (stop, 12 May 2024)."""
    decision = experiment.decision
    on = f", {day(decision.date, today)}" if decision and decision.date else ""
    return f"`{experiment.id}` ({decision.outcome if decision else ''}{on})"


CASES = """
## Bad: twice, one of them without a day

```yaml experiments/a.yaml
id: a
status: scheduled
surfaces: [home, checkout]
#                ^^^^^^^^ was tried for this metric before: `c` (inconclusive) and `b` (ship, 1 May); read what came
#                  of it, and name them in the description
metrics: {primary: [orders]}
```
```yaml experiments/b.yaml
id: b
status: completed
surfaces: [checkout]
metrics: {primary: [orders]}
external: {jira: WEB-12}
decision: {outcome: ship, date: 2025-05-01}
```
```yaml experiments/c.yaml
id: c
status: cancelled
surfaces: [checkout]
metrics: {primary: [sales, orders]}
decision: {outcome: inconclusive}
```

## Good: running, another metric, to be run again, a follow-up, nothing decided

```yaml experiments/a.yaml
id: a
status: running
surfaces: [checkout]
metrics: {primary: [orders]}
```
```yaml experiments/b.yaml
id: b
status: completed
surfaces: [checkout]
metrics: {primary: [orders], secondary: [visits]}
decision: {outcome: stop, follow_ups: [f]}
```
```yaml experiments/c.yaml
id: c
surfaces: [checkout]
metrics: {primary: [visits], guardrail: [orders]}
```
```yaml experiments/d.yaml
id: d
status: completed
surfaces: [checkout]
metrics: {primary: [visits]}
decision: {outcome: rerun}
```
```yaml experiments/e.yaml
id: e
status: completed
surfaces: [checkout]
metrics: {primary: [visits]}
```
```yaml experiments/f.yaml
id: f
surfaces: [checkout]
metrics: {primary: [orders]}
```
"""
