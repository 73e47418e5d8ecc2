"""What was decided goes with what was measured.

A change is shipped though the metric that was to decide got worse; one that won is taken
back. There may be a reason, but who reads it next year sees a slip, and so it often is:
the wrong variant, the wrong sign, a decision that was made before the result was there.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: completed
variants: [{key: steps, role: control}, {key: page, role: treatment}]
metrics: {primary: [orders]}
results:
  - {metric: orders, variant: page, lift: -0.03, ci: [-0.05, -0.01]}
decision: {outcome: ship, winner: page}
#                   ^^^^ `ship` goes against the results: `page` made orders worse, −3.0% (−5.0% to −1.0%); correct one
#                        of the two
```
```yaml metrics/orders.yaml
id: orders
direction: increase
```

## Bad: what won is taken back

```yaml experiments/one-page.yaml
id: one-page
status: completed
variants: [{key: steps, role: control}, {key: page, role: treatment}]
metrics: {primary: [orders]}
results:
  - {metric: orders, variant: page, lift: 0.03, ci: [0.01, 0.05]}
decision: {outcome: rollback}
#                   ^^^^^^^^ `rollback` goes against the results: `page` made orders better, +3.0% (+1.0% to +5.0%),
#                            and nothing worse; correct one of the two
```
```yaml metrics/orders.yaml
id: orders
direction: increase
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: completed
variants: [{key: steps, role: control}, {key: page, role: treatment}]
metrics: {primary: [orders], guardrail: [{metric: refunds, max_degradation: 5%}]}
results:
  - {metric: orders, variant: page, lift: 0.03, ci: [0.01, 0.05]}
  - {metric: refunds, variant: page, lift: 0.02, ci: [0.01, 0.03]}
decision: {outcome: ship, winner: page}
```
```yaml metrics/orders.yaml
id: orders
direction: increase
```
```yaml metrics/refunds.yaml
id: refunds
direction: decrease
```

Better and worse is what the metric's `direction` says, and only where chance does not
explain it: the whole interval `ci` is on one side of zero, or, where there is none, the
`p_value` is below 0.05. A guardrail may get worse by its
`max_degradation`. A change without any effect may be shipped, and dropped.

## Allowing

Where the reason is stronger than the numbers: `# prodops: allow decision-against-results --
the law asks for it from January on` beside the outcome.
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.catalog.reading import interval, reading
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.outcome import Result
from prodops_cli.phrases import signed


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context) -> Problems:
    """Outcomes that leave things open go with any result."""
    outcome = experiment.decision.outcome if experiment.decision else None
    match outcome:
        case "ship":
            against, end = tuple(losses(experiment, context.catalog)), ""
        case "rollback" | "stop":
            against, end = tuple(gains(experiment, context.catalog)), ", and nothing worse"
        case _:
            return
    for index, result in against[:1]:
        better = f"{reading(result, context.catalog)}, {signed(result.lift or 0)}{interval(result)}"
        what = f"{'the change' if result.variant is None else f'`{result.variant}`'} made {result.metric} {better}{end}"
        yield Problem(
            experiment.at("decision", "outcome"),
            f"`{outcome}` goes against the results: {what}; correct one of the two",
            related=(Related(experiment.at("results", index), "measured here"),),
        )


def losses(experiment: Experiment, catalog: Catalog) -> Iterator[tuple[int, Result]]:
    """What got worse by what is shipped: primary metrics, and guardrails by more than they may."""
    allowed = degradations(experiment)
    for index, result in shipped(experiment):
        is_worse = result.metric in allowed and reading(result, catalog) == "worse"
        if is_worse and abs(result.lift or 0) > allowed[result.metric or ""]:
            yield index, result


def gains(experiment: Experiment, catalog: Catalog) -> Iterator[tuple[int, Result]]:
    """Primary metrics that got better by a variant that made nothing worse."""
    results = experiment.results or ()
    harmful = {result.variant for result in results if reading(result, catalog) == "worse"}
    primary = frozenset(experiment.judged_by("primary"))
    for index, result in enumerate(results):
        if result.metric in primary and not harmful & {result.variant, None} and reading(result, catalog) == "better":
            yield index, result


def degradations(experiment: Experiment) -> dict[str, float]:
    """By how much each metric that decides or guards may get worse."""
    guards = (experiment.metrics and experiment.metrics.guardrail) or ()
    allowed = {use.metric: abs(use.max_degradation or 0) for use in guards if use.metric}
    return allowed | dict.fromkeys(experiment.judged_by("primary"), 0.0)


def shipped(experiment: Experiment) -> Iterator[tuple[int, Result]]:
    """The results of the winner; where none is named, of the one treatment that was measured."""
    winner = experiment.decision.winner if experiment.decision else None
    results = experiment.results or ()
    if winner is None and len({result.variant for result in results if result.variant}) > 1:
        return
    for index, result in enumerate(results):
        if winner is None or result.variant in (None, winner):
            yield index, result


CASES = """
## Bad: a guardrail, no winner is named, no interval, a decrease is good

```yaml experiments/a.yaml
id: a
metrics: {primary: [orders], guardrail: [{metric: refunds, max_degradation: 5%}]}
results:
  - {metric: orders, variant: page, lift: 0.03, ci: [0.01, 0.05]}
  - {metric: refunds, variant: page, lift: 0.19, p_value: 0.001}
decision: {outcome: ship}
#                   ^^^^ `ship` goes against the results: `page` made refunds worse, +19.0%; correct one of the two
```
```yaml experiments/b.yaml
id: b
metrics: {primary: [refunds]}
results:
  - {metric: refunds, lift: -0.1, p_value: 0.01}
decision: {outcome: stop}
#                   ^^^^ `stop` goes against the results: the change made refunds better, −10.0%, and nothing worse;
#                        correct one of the two
```
```yaml metrics/orders.yaml
id: orders
direction: increase
```
```yaml metrics/refunds.yaml
id: refunds
direction: decrease
```

## Good: within its bounds, not clear, another variant, harm elsewhere, undecided, neutral, several without a winner

```yaml experiments/a.yaml
id: a
metrics: {primary: [orders], guardrail: [{metric: refunds, max_degradation: 20%}]}
results:
  - {metric: orders, variant: page, lift: 0.03, ci: [0.01, 0.05]}
  - {metric: refunds, variant: page, lift: 0.19, p_value: 0.001}
decision: {outcome: ship}
```
```yaml experiments/b.yaml
id: b
metrics: {primary: [orders]}
results:
  - {metric: orders, variant: page, lift: -0.03, ci: [-0.07, 0.01]}
  - {metric: orders, variant: long, lift: -0.06, ci: [-0.08, -0.04]}
decision: {outcome: ship, winner: page}
```
```yaml experiments/c.yaml
id: c
metrics: {primary: [orders]}
results:
  - {metric: orders, variant: page, lift: 0.03, ci: [0.01, 0.05]}
  - {metric: refunds, variant: page, lift: 0.03, ci: [0.01, 0.05]}
decision: {outcome: stop}
```
```yaml experiments/d.yaml
id: d
metrics: {primary: [orders, visits]}
results:
  - {metric: orders, variant: page, lift: -0.03, ci: [-0.05, -0.01]}
decision: {outcome: iterate}
```
```yaml experiments/e.yaml
id: e
metrics: {primary: [visits]}
results:
  - {metric: visits, variant: page, lift: -0.03, ci: [-0.05, -0.01]}
  - {metric: gone, variant: page, lift: -0.03, ci: [-0.05, -0.01]}
  - {metric: visits, variant: page}
decision: {outcome: ship}
```
```yaml experiments/f.yaml
id: f
metrics: {primary: [orders]}
results:
  - {metric: orders, variant: page, lift: -0.03, ci: [-0.05, -0.01]}
  - {metric: orders, variant: long, lift: -0.03, ci: [-0.05, -0.01]}
decision: {outcome: ship}
```
```yaml metrics/orders.yaml
id: orders
direction: increase
```
```yaml metrics/refunds.yaml
id: refunds
direction: decrease
```
```yaml metrics/visits.yaml
id: visits
direction: neutral
```
"""
