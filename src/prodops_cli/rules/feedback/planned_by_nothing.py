"""What is planned is in a plan.

"Planned" is what sales tells the customer. If the launch was cancelled since then, or
the experiment stopped, the promise is still there and nobody works on it.

A plan is a `launch`, an experiment or a goal that is still to come, or was done.

## Bad

```yaml feedback/late-parcels.yaml
id: late-parcels
status: planned
#       ^^^^^^^ `planned`, but `parcels-on-a-map` was cancelled; name what answers it now, or call it triaged or
#         declined
launch: parcels-on-a-map
```
```yaml launches/parcels-on-a-map.yaml
id: parcels-on-a-map
status: cancelled
```

## Good

```yaml feedback/late-parcels.yaml
id: late-parcels
status: declined
decision: The carriers don't tell us where a parcel is.
launch: parcels-on-a-map
```
```yaml launches/parcels-on-a-map.yaml
id: parcels-on-a-map
status: cancelled
```
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.themes import is_answer
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.launch import Launch
from prodops_cli.phrases import listing

ADVICE = "name what answers it now, or call it triaged or declined"


@rule(Feedback, notice)
def check(feedback: Feedback, context: Context) -> Problems:
    """What it names that there is none of is told elsewhere."""
    if feedback.status != "planned":
        return
    plans = [*plans_of(feedback, context.catalog)]
    given_up = [end for plan in plans if plan and (end := ending(plan))]
    if len(given_up) == len(plans):
        why = f", but {listing(given_up)}" if plans else ", and no launch, experiment or goal says how"
        yield Problem(feedback.at("status"), f"`planned`{why}; {ADVICE}")


def plans_of(feedback: Feedback, catalog: Catalog) -> Iterator[Entity | None]:
    """All that it names as its answer."""
    if feedback.launch:
        yield catalog.get(Launch, feedback.launch)
    yield from (catalog.get(Experiment, id) for id in feedback.experiments or ())
    yield from (catalog.get(Goal, id) for id in feedback.goals or ())


def ending(plan: Entity) -> str:
    """How a plan was given up; empty where it was not."""
    match plan:
        case Launch(status="cancelled") | Experiment(status="cancelled"):
            return f"`{plan.id}` was cancelled"
        case Experiment() if not is_answer(plan):
            return f"`{plan.id}` did not help"
        case Goal(status="missed" | "dropped"):
            return f"`{plan.id}` was {plan.status}"
        case _:
            return ""


CASES = """
## Bad: all of several, nothing at all

```yaml feedback/a.yaml
id: a
status: planned
#       ^^^^^^^ `planned`, but `x` did not help, `y` was cancelled and `z` was missed; name what answers it now, or call
#         it triaged or declined
experiments: [x, y]
goals: [z]
```
```yaml feedback/b.yaml
id: b
status: planned
#       ^^^^^^^ `planned`, and no launch, experiment or goal says how; name what answers it now, or call it triaged or
#         declined
```
```yaml experiments/experiments.yaml
- {id: x, name: X, status: completed, decision: {outcome: inconclusive}}
- {id: y, name: Y, status: cancelled}
```
```yaml goals/z.yaml
id: z
status: missed
```

## Good: one is left, is not decided, was put off, is unknown; triaged

```yaml feedback/feedback.yaml
- {id: a, name: A, status: planned, experiments: [x, y], launch: off}
- {id: b, name: B, status: planned, experiments: [x]}
- {id: c, name: C, status: planned, launch: later}
- {id: d, name: D, status: planned, launch: nobody-knows}
- {id: e, name: E, status: triaged, launch: off}
```
```yaml experiments/experiments.yaml
- {id: x, name: X, status: completed}
- {id: y, name: Y, status: cancelled}
```
```yaml launches/launches.yaml
- {id: off, name: Off, status: cancelled}
- {id: later, name: Later, status: deferred}
```
"""
