"""What an experiment is judged by is settled before it starts.

Who chooses the metric, the smallest effect that counts or the accepted error after the
first numbers are in chooses, without noticing, what the numbers already say. The same
goes for a target that is lowered in the middle of a quarter.

For an experiment that runs, or was running, it is an error: its primary metrics and
their smallest effects, its guardrails, how its results are read (`alpha`, `sides`,
`correction`, `sequential`), and the direction of a metric that it uses. For a goal in
its period it is a warning: its targets, baselines and metrics.

## Bad

```yaml experiments/one-page.yaml (before)
id: one-page
status: running
metrics: {primary: [{metric: orders, mde: 5%}]}
analysis: {alpha: 0.05}
```
```yaml experiments/one-page.yaml
id: one-page
status: running
metrics: {primary: [{metric: orders, mde: 2%}]}
#                                         ^^ while it ran, `metrics.primary.orders.mde` went from `5%` to `2%` and
#                                           `analysis.alpha` went from `0.05` to `0.1`; put it back, or end this one and
#                                           begin another
analysis: {alpha: 0.1}
```

## Bad: a goal

```yaml goals/grow.yaml (before)
id: grow
status: active
key_results: [{id: orders, target: 20}]
```
```yaml goals/grow.yaml
id: grow
status: active
key_results: [{id: orders, target: 15}]
#                                  ^^ in its period, `key_results.orders.target` went from `20` to `15`; put it back, or
#                                    say why in a check-in
```

## Good: said why

```yaml goals/grow.yaml (before)
id: grow
status: active
key_results: [{id: orders, target: 20}]
```
```yaml goals/grow.yaml
id: grow
status: active
key_results: [{id: orders, target: 15}]
check_ins: [{date: 2025-06-14, confidence: 0.6, note: We lost the Nordic countries.}]
```

What is written down for the first time is no other than before.
"""

from collections.abc import Iterator

from prodops_cli.changes.change import Change, FieldChange, Item
from prodops_cli.changes.effects import Effects
from prodops_cli.changes.usage import Use, is_pursued
from prodops_cli.changes.words import affected, edit, places, resting
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.phrases import listing

READING = frozenset(("alpha", "sides", "correction", "sequential"))
DECIDING = frozenset(("mde", "mde_type", "max_degradation"))
AIMS = frozenset(("target", "baseline", "metric"))


@rule(Change, error)
def check(change: Change, context: Context) -> Problems:
    """All that was moved in one document is one finding."""
    match change.before, change.after:
        case Experiment() as before, Experiment() if before.is_exposing:
            fields = tuple(judging(change, context.effects))
            yield from told(change, fields, "while it ran", "put it back, or end this one and begin another")
        case Goal() as before, Goal() if is_pursued(before, context.today) and not says_why(change):
            aims = tuple(field for field in change.fields if is_aim(field) and not follows(field, change, context))
            for problem in told(change, aims, "in its period", "put it back, or say why in a check-in"):
                yield Problem(problem.place, problem.message, severity=warning)
        case Metric(), Metric() as after:
            yield from turned(change, context.effects.usage.of(after), context)
        case _:
            pass


def told(change: Change, fields: tuple[FieldChange, ...], when: str, action: str) -> Problems:
    """What was moved, at the first place."""
    if fields:
        yield Problem(change.at(fields[0]), f"{when}, {listing([edit(field) for field in fields])}; {action}")


def judging(change: Change, effects: Effects) -> Iterator[FieldChange]:
    """The fields that decide what an experiment's result will be; what only follows a metric's new id does not."""
    new = {id for (kind, _), id in effects.new_ids.items() if kind == "metric"}
    old = {id for kind, id in effects.new_ids if kind == "metric"}
    for field in change.fields:
        last = field.address[-1]
        if isinstance(last, Item) and last in (old if field.after is None else new):
            continue
        if decides(field):
            yield field


def decides(field: FieldChange) -> bool:
    """Whether a field says what decides, how much of it, or how results are read."""
    match field.keys:
        case ("metrics",) | ("metrics", "guardrail"):
            return field.before is not None and field.after is None
        case ("metrics", "primary"):
            return field.before is not None or isinstance(field.address[-1], Item)
        case ("metrics", "primary" | "guardrail", key):
            return key in DECIDING and field.before is not None
        case ("analysis", key):
            return key in READING and field.before is not None
        case _:
            return False


def is_aim(field: FieldChange) -> bool:
    """Whether a field says when a goal is reached."""
    if field.keys[0] != "key_results" or field.before is None:
        return False
    return field.keys[-1] in AIMS or len(field.keys) == 1


def follows(field: FieldChange, change: Change, context: Context) -> bool:
    """Whether a key result only follows its metric to a new id; of an unknown one unknown-reference tells."""
    if field.keys[-1] != "metric" or not isinstance(field.after, str):
        return False
    return context.effects.is_renaming(field) or not context.catalog.is_known("metric", field.after)


def says_why(change: Change) -> bool:
    """Whether a check-in with a note was written as well."""
    before, after = change.before, change.after
    return isinstance(before, Goal) and isinstance(after, Goal) and noted(after) > noted(before)


def noted(goal: Goal) -> int:
    """How many check-ins say something."""
    return sum(bool(each.note) for each in goal.check_ins or ())


def turned(change: Change, uses: tuple[Use, ...], context: Context) -> Problems:
    """Another way that is good of a metric that something rests on."""
    for field in change.fields:
        if field.keys == ("direction",) and field.before is not None and uses:
            yield Problem(
                change.at(field),
                f"{edit(field)}, and {resting(uses, context.today)}; put it back, or wait until then",
                related=places(uses),
                notes=tuple(affected(uses)),
                severity=max(use.level for use in uses),
            )


CASES = """
## Bad: another metric, fewer guardrails, another direction

```yaml experiments/a.yaml (before)
id: a
status: running
metrics: {primary: [orders], secondary: [refunds], guardrail: [{metric: speed, max_degradation: 2%}, visits]}
```
```yaml experiments/a.yaml
id: a
status: completed
metrics: {primary: [refunds], guardrail: [{metric: speed, max_degradation: 4%}]}
#         ^^^^^^^ while it ran, `metrics.primary.orders` was removed, `metrics.primary.refunds` was written,
#                    `metrics.guardrail.speed.max_degradation` went from `2%` to `4%` and `metrics.guardrail.visits` was
#                    removed; put it back, or end this one and begin another
```
```yaml metrics/latency.yaml (before)
id: latency
direction: increase
```
```yaml metrics/latency.yaml
id: latency
direction: decrease
#          ^^^^^^^^ `direction` went from `increase` to `decrease`, and `b` is running on it; put it back, or wait until
#            then
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {secondary: [latency]}
```

## Good: not yet begun, written down now, another id

```yaml experiments/a.yaml (before)
id: a
status: scheduled
metrics: {primary: [orders]}
```
```yaml experiments/a.yaml
id: a
status: running
metrics: {primary: [refunds]}
```
```yaml experiments/b.yaml (before)
id: b
status: running
metrics: {primary: [orders]}
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {primary: [{metric: orders, mde: 5%, baseline: 0.1}], guardrail: [speed]}
analysis: {alpha: 0.05}
```
```yaml experiments/c.yaml (before)
id: c
status: running
metrics: {primary: [first]}
```
```yaml experiments/c.yaml
id: c
status: running
metrics: {primary: [second]}
```
```yaml metrics/m.yaml (before)
id: first
name: The first one of all
```
```yaml metrics/m.yaml
id: second
name: The first one of all
```
```yaml goals/later.yaml (before)
id: later
status: active
period: 2025-Q3
key_results: [{id: orders, target: 20, current: 1}]
```
```yaml goals/later.yaml
id: later
status: active
period: 2025-Q3
key_results: [{id: orders, target: 15, current: 2}]
```
```yaml goals/now.yaml (before)
id: now
status: active
key_results: [{id: orders, target: 20, metric: first, current: 1}]
```
```yaml goals/now.yaml
id: now
status: active
key_results: [{id: orders, target: 20, metric: second, current: 2}]
```
```yaml goals/slip.yaml (before)
id: slip
status: active
key_results: [{id: orders, metric: first}]
```
```yaml goals/slip.yaml
id: slip
status: active
key_results: [{id: orders, metric: frist}]
```
"""
