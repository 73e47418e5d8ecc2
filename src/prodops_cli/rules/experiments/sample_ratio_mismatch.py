"""Users were divided as the weights say.

Where a test was to give half of the users to each side, and one side has fewer than
chance explains, users were lost: by a redirect that breaks, a bot filter, an event that
one page sends late. Those who are lost are seldom like the others, so whatever the
results say may be their absence. Nothing can be decided by such a test; find the
leak first.

## Bad

```yaml experiments/one-page.yaml
id: one-page
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
exposures: {steps: 821588, page: 815482}
#                                ^^^^^^ of 1,637,070 units `815482` are in `page`, 49.81% where 50% should be, and
#                                       chance does that 1 time in 550,000; find out where units are lost, and run it
#                                       again
```

## Good

```yaml experiments/one-page.yaml
id: one-page
variants:
  - {key: steps, role: control, weight: 1}
  - {key: page, role: treatment, weight: 1}
exposures: {steps: 817588, page: 819482}
```

The test is a chi-square test. It asks two things: that chance hardly ever does it, and
that it is enough to matter. A rollout, a bandit and a switchback change their parts on
purpose, and are not asked.

## Options

`p_value`: how rarely chance has to do it (0.001). `deviation`: how far a part has to be
from its weight (0.001, a tenth of a percent of all units).

## Allowing

Where the cause is known and harmless: `# prodops: allow sample-ratio-mismatch -- bots of the
price comparison were removed from one side only` beside the count. A decision whose
outcome is `rerun` or `inconclusive` ends it, too.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.phrases import odds
from prodops_cli.statistics.sample_ratio import sample_ratio

DIVIDED = ("ab_test", "multivariate", "holdout")


@rule(Experiment, error)
def check(experiment: Experiment, context: Context, *, p_value: float = 0.001, deviation: float = 0.001) -> Problems:
    """Variants without a weight or a count are left out: other rules ask for them."""
    counts = counted(experiment)
    if experiment.type not in DIVIDED or not experiment.is_relied_on or len(counts) < 2:
        return
    units = sum(count for count, _ in counts.values())
    if not units:
        return
    found = sample_ratio([count for count, _ in counts.values()], [weight for _, weight in counts.values()])
    if found.p_value < p_value and found.deviation >= deviation:
        key = tuple(counts)[found.index]
        what = (
            f"of {units:,} units `{counts[key][0]}` are in `{key}`, {share(found.share)} where {share(found.expected)}"
        )
        chance = f"should be, and chance does that {odds(found.p_value)}"
        message = f"{what} {chance}; find out where units are lost, and run it again"
        yield Problem(experiment.at("exposures", key), message)


def counted(experiment: Experiment) -> dict[str, tuple[int, int]]:
    """By variant: how many units it has, and its weight; all weigh the same where none is written."""
    exposures, variants = experiment.exposures or {}, experiment.variants or ()
    is_weighted = any(each.weight is not None for each in variants)
    weights = {each.key: each.weight if is_weighted else 1 for each in variants}
    return {key: (exposures[key], weight) for key, weight in weights.items() if key and weight and key in exposures}


def share(share: float) -> str:
    """`49.81%`: near to a half, three digits tell too little."""
    return f"{share * 100:.4g}%"


CASES = """
## Bad: three parts, a holdout, less than a billionth

```yaml experiments/a.yaml
id: a
type: multivariate
status: completed
variants: [{key: x, role: control, weight: 2}, {key: y, weight: 1}, {key: z, weight: 1}]
exposures: {x: 50000, y: 25800, z: 24200}
#                                  ^^^^^ of 100,000 units `24200` are in `z`, 24.2% where 25% should be, and chance
#                                        does that less than 1 time in a billion; find out where units are lost, and
#                                        run it again
```
```yaml experiments/b.yaml
id: b
type: holdout
status: running
variants: [{key: silent, weight: 5}, {key: messages, weight: 95}]
exposures: {silent: 5300, messages: 94700}
#                                   ^^^^^ of 100,000 units `94700` are in `messages`, 94.7% where 95% should be, and
#                                         chance does that 1 time in 74,000; find out where units are lost, and run it
#                                         again
```

## Bad: no weights are written

```yaml experiments/a.yaml
id: a
status: running
variants: [{key: x}, {key: y}]
exposures: {y: 900, x: 1100}
#              ^^^ of 2,000 units `900` are in `y`, 45% where 50% should be, and chance does that 1 time in 130,000;
#                  find out where units are lost, and run it again
```

## Good: too few to tell, too little to matter, one that is cancelled, one that will be run again, parts that change

```yaml experiments/a.yaml
id: a
variants: [{key: x}, {key: y}]
exposures: {x: 11, y: 4}
```
```yaml experiments/b.yaml
id: b
variants: [{key: x}, {key: y}]
exposures: {x: 10009000, y: 9991000}
```
```yaml experiments/c.yaml
id: c
status: cancelled
variants: [{key: x}, {key: y}]
exposures: {x: 1100, y: 900}
```
```yaml experiments/d.yaml
id: d
status: completed
variants: [{key: x}, {key: y}]
exposures: {x: 1100, y: 900}
decision: {outcome: rerun}
```
```yaml experiments/e.yaml
id: e
type: rollout
variants: [{key: x}, {key: y}]
exposures: {x: 1100, y: 900}
```

## Good: nobody, one variant, a weight of zero, a weight that is missing, a count that is missing

```yaml experiments/a.yaml
id: a
variants: [{key: x}, {key: y}]
exposures: {x: 0, y: 0}
```
```yaml experiments/b.yaml
id: b
variants: [{key: x}]
exposures: {x: 100}
```
```yaml experiments/c.yaml
id: c
variants: [{key: x, weight: 1}, {key: y, weight: 0}]
exposures: {x: 1000, y: 500}
```
```yaml experiments/d.yaml
id: d
variants: [{key: x, weight: 1}, {key: y}]
exposures: {x: 1000, y: 500}
```
```yaml experiments/e.yaml
id: e
variants: [{key: x}, {key: y}]
exposures: {x: 1000}
```
"""
