"""A test can see the effect that it looks for.

Who looks for one percent with users enough for three will find nothing, most likely, and
learn nothing from it: the effect may be there or not. Worse, what such a test does find
is exaggerated, since only chance could lift it over the bar. Either it gets more time or
more users, or one looks for a larger effect, or asks another question.

## Bad

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
randomization_unit: user
variants: [{key: steps, role: control}, {key: page, role: treatment}]
metrics:
  primary:
    - {metric: orders, baseline: 0.1, mde: 2%}
#                                          ^^ `2%` takes 51 weeks to see, and the 4 weeks that are planned have a power
#                                             of 12%; run it for 51 weeks, or look for 7.22%
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```

## Good

```yaml experiments/one-page.yaml
id: one-page
status: scheduled
randomization_unit: user
variants: [{key: steps, role: control}, {key: page, role: treatment}]
metrics:
  primary:
    - {metric: orders, baseline: 0.1, mde: 8%}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```

What is needed follows from `baseline`, `mde`, `sd` of metrics that are no shares, the
variants' weights, `eligible_units`, `traffic` or the layer's buckets, and `analysis`.
Where one of them is missing, nothing is said; `prodops size one-page` says what.

## Options

`leeway`: so far the power may lie below what `analysis` asks, which is 0.8 if it says
nothing (0.05).

## Allowing

Where no more users can be had: `# prodops: allow underpowered -- there are 400 such shops, and
one sign is better than none` beside the effect.
"""

from math import inf

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import count
from prodops_cli.sizing.answer import Answer
from prodops_cli.sizing.lack import Lack
from prodops_cli.sizing.level import Level
from prodops_cli.sizing.plan import Plan, plan
from prodops_cli.sizing.supply import supply
from prodops_cli.sizing.words import length, of_power, size, units
from prodops_cli.statistics.supply import WEEK


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, leeway: float = 0.05) -> Problems:
    """What is a draft is still being planned, what is over can't be helped."""
    if not experiment.is_scheduled or isinstance(supply(experiment, context.catalog), Lack):
        return
    found = plan(experiment, context.catalog)
    level = found.setting.level
    if not found.is_sized or not isinstance(level, Level):
        return
    for index, answer in enumerate(found.answers):
        if answer.power is not None and answer.power < level.power - leeway:
            place = experiment.at("metrics", "primary", index, "mde")
            written = place.source.text[place.span.start : place.span.stop]
            yield Problem(place, f"`{written}` takes {too_much(answer, answer.power, found)}")


def too_much(answer: Answer, power: float, found: Plan) -> str:
    """What it would take, what there is, and what to do."""
    has = f"have a power of {of_power(power)}"
    other = size(answer.question, answer.detectable) if answer.detectable else "a larger effect"
    if answer.days in (None, inf) or answer.weeks is None:
        needed = units(found.experiment, answer.total or 0)
        come = f"the {found.setting.reachable:,} that come {has}"
        return f"{needed} to see, and {come}; let more take part, or look for {other}"
    weeks = count(answer.weeks // WEEK, "week")
    planned = f"the {length(found.setting.planned or 0)} that are planned {has}"
    return f"{weeks} to see, and {planned}; run it for {weeks}, or look for {other}"


CASES = """
## Bad: an absolute effect of a mean, users that are all there, too few for anything

```yaml experiments/a.yaml
id: a
status: running
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics:
  primary:
    - {metric: basket, baseline: 52.2, sd: 48, mde: 0.5, mde_type: absolute}
#                                                   ^^^ `0.5` takes 21 weeks to see, and the 3 days that are planned
#                                                       have a power of 5.98%; run it for 21 weeks, or look for 3.472
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 3d
```
```yaml experiments/b.yaml
id: b
status: scheduled
randomization_unit: account
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 0.1}]}
#                                                        ^^^ `0.1` takes 29,496 accounts to see, and the 7,300 that
#                                                            come have a power of 28.6%; let more take part, or look
#                                                            for 20.5%
eligible_units: {total: 7300}
start: 2025-06-23
duration: 4w
```
```yaml experiments/c.yaml
id: c
status: scheduled
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.9, mde: 10%}]}
#                                                        ^^^ `10%` takes 194 units to see, and the 20 that come have a
#                                                            power of 14.5%; let more take part, or look for a larger
#                                                            effect
eligible_units: {total: 20}
start: 2025-06-23
duration: 4w
```

## Good: a draft, one that is over, a rollout, no end, nearly enough, no effect, no users

```yaml experiments/a.yaml
id: a
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 1%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
```yaml experiments/b.yaml
id: b
status: completed
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 1%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
```yaml experiments/c.yaml
id: c
status: running
type: rollout
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 1%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
```yaml experiments/d.yaml
id: d
status: running
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 1%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
```
```yaml experiments/e.yaml
id: e
status: running
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 7%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
```yaml experiments/f.yaml
id: f
status: running
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1}, {metric: signups, mde: 1%}]}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
```yaml experiments/g.yaml
id: g
status: running
variants: [{key: x, role: control}, {key: y, role: treatment}]
metrics: {primary: [{metric: orders, baseline: 0.1, mde: 1%}]}
analysis: {power: 1}
eligible_units: {per_day: 2000}
start: 2025-06-23
duration: 4w
```
"""
