"""What was decided to ship goes out.

A test is won, everybody is glad, and the next one begins. Months later the change is
still shown to half of the users, or to none: nobody had planned the launch.

A launch that names the experiment is enough, or `rolled_out_in`, or a rollout among the
decision's `follow_ups`.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: completed
decision:
  outcome: ship
#          ^^^^ was to ship since 12 May, and no launch is planned; add a launch that names `one-page` among its
#            `experiments`, or correct the decision
  date: 2025-05-12
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: completed
decision: {outcome: ship, date: 2025-05-12}
```
```yaml launches/new-checkout.yaml
id: new-checkout
experiments: [one-page]
```

## Options

`after_days` from the decision, 14 if nothing is said.
"""

from datetime import timedelta

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.outcome import Decision
from prodops_cli.phrases import day


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, after_days: int = 14) -> Problems:
    """A decision without a day is as old as can be."""
    decision = experiment.decision
    if decision is None or decision.outcome != "ship" or goes_out(experiment, decision, context):
        return
    if decision.date and context.today <= decision.date + timedelta(after_days):
        return
    since = f" since {day(decision.date, context.today)}" if decision.date else ""
    to_do = f"add a launch that names `{experiment.id}` among its `experiments`, or correct the decision"
    yield Problem(experiment.at("decision", "outcome"), f"was to ship{since}, and no launch is planned; {to_do}")


def goes_out(experiment: Experiment, decision: Decision, context: Context) -> bool:
    """Whether a launch or a rollout brings it to everybody."""
    if decision.rolled_out_in or experiment.type == "rollout":
        return True
    if any(mention.by.kind == "launch" for mention in context.catalog.mentions(experiment)):
        return True
    next_ones = (context.catalog.get(Experiment, each) for each in decision.follow_ups or ())
    return any(each is not None and each.type == "rollout" for each in next_ones)


CASES = """
## Good: just decided, stopped, a rollout follows, one itself, the launch is named

```yaml experiments/a.yaml
id: a
status: completed
decision: {outcome: ship, date: 2025-06-01}
```
```yaml experiments/b.yaml
id: b
status: completed
decision: {outcome: stop, date: 2025-01-01}
```
```yaml experiments/c.yaml
id: c
status: completed
decision: {outcome: ship, date: 2025-01-01, follow_ups: [look again, d]}
```
```yaml experiments/d.yaml
id: d
type: rollout
status: completed
decision: {outcome: ship}
```
```yaml experiments/e.yaml
id: e
status: completed
decision: {outcome: ship, date: 2025-01-01, rolled_out_in: l}
```

## Bad: nobody knows since when

```yaml experiments/a.yaml
id: a
status: completed
decision: {outcome: ship, follow_ups: [b]}
#                   ^^^^ was to ship, and no launch is planned; add a launch that names `a` among its `experiments`,
#                     or correct the decision
```
```yaml experiments/b.yaml
id: b
```
"""
