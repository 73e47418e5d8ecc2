"""Two experiments on the same users do not change each other's effect.

Users may be in two tests at once as long as neither changes what the other does. Where
the new page helps those with the old search and harms those with the new one, there is
no such thing as the effect of the new page: shipping both brings what nobody has
measured, unless one reads the table of both.

## Bad

```yaml experiments/new-search.yaml
id: new-search
status: running
variants: [{key: old, role: control}, {key: words, role: treatment}]
joint_results:
  - experiment: one-page
#               ^^^^^^^^ on `orders` the effect of `words` is 4 points lower with `page` of `one-page` than with
#                        `steps`, and chance does that 1 time in 160,000; decide on both together, by the cell that is
#                        best
    metric: orders
    cells:
      - {variant: old, other: steps, units: 5000, conversions: 500}
      - {variant: old, other: page, units: 5000, conversions: 600}
      - {variant: words, other: steps, units: 5000, conversions: 600}
      - {variant: words, other: page, units: 5000, conversions: 500}
```
```yaml experiments/one-page.yaml
id: one-page
variants: [{key: steps, role: control}, {key: page, role: treatment}]
```

## Good

```yaml experiments/new-search.yaml
id: new-search
status: running
variants: [{key: old, role: control}, {key: words, role: treatment}]
joint_results:
  - experiment: one-page
    metric: orders
    cells:
      - {variant: old, other: steps, units: 5000, conversions: 500}
      - {variant: old, other: page, units: 5000, conversions: 540}
      - {variant: words, other: steps, units: 5000, conversions: 560}
      - {variant: words, other: page, units: 5000, conversions: 610}
```
```yaml experiments/one-page.yaml
id: one-page
variants: [{key: steps, role: control}, {key: page, role: treatment}]
```

What is compared is the effect with the other's treatment and the effect with its
control, (tt − tc) − (ct − cc), by a z-test; of several pairs of treatments each is asked
for more, so that the table as a whole gives a false alarm no oftener. A table whose units
are not drawn apart is told by dependent-assignment, and not judged here.

## Options

`p_value`: how rarely chance has to do it (0.05). `units`: fewer in a cell say nothing (100).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.joint import JointTable, table
from prodops_cli.models.outcome import JointResult
from prodops_cli.phrases import odds
from prodops_cli.statistics.interaction import Interaction, independence, interaction

APART = 0.001
"""A table that chance brings about more seldom, and that is further off, is told by another rule."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A treatment of each experiment, the other's control, and how much the two disturb each other."""

    treatment: str
    other: str
    other_control: str
    found: Interaction
    is_share: bool


@rule(Experiment, warning)
def check(experiment: Experiment, context: Context, *, p_value: float = 0.05, units: int = 100) -> Problems:
    """Each pair of treatments is told, beside the controls of both."""
    if not experiment.is_relied_on:
        return
    for index, joint in enumerate(experiment.joint_results or ()):
        other = context.catalog.get(Experiment, joint.experiment)
        whole = table(joint) if other else None
        if other is None or whole is None or not can_tell(whole, units):
            continue
        pairs = tuple(interactions(whole, experiment.control, other.control))
        for pair in pairs:
            if pair.found.p_value * len(pairs) < p_value:
                message = f"{how(joint, pair)}; decide on both together, by the cell that is best"
                detail = f"{joint.metric} {pair.treatment} {pair.other}"
                yield Problem(experiment.at("joint_results", index, "experiment"), message, detail=detail)


def can_tell(whole: JointTable, units: int) -> bool:
    """Whether each cell is large enough, and the two were drawn apart."""
    drawn = independence(whole.units)
    is_apart = drawn is not None and (drawn.p_value >= APART or drawn.deviation < APART)
    return is_apart and min(map(min, whole.units)) >= units


def interactions(whole: JointTable, control: str | None, other_control: str | None) -> Iterator[Pair]:
    """Of each treatment with each of the other's; nothing where nobody says what control is."""
    if control not in whole.variants or other_control not in whole.others:
        return
    for treatment in whole.variants:
        for other in whole.others:
            names = ((treatment, other), (treatment, other_control), (control, other), (control, other_control))
            groups = [group for name in names if (group := whole.group(*name))]
            if treatment != control and other != other_control and len(groups) == len(names):
                is_share = whole.cells[treatment, other].conversions is not None
                yield Pair(treatment, other, other_control, interaction(*groups), is_share)


def how(joint: JointResult, pair: Pair) -> str:
    """Which effect is larger or smaller, and how often chance does it."""
    size = abs(pair.found.effect)
    much = f"{size * 100:.3g} points" if pair.is_share else f"{size:.3g}"
    way = "higher" if pair.found.effect > 0 else "lower"
    of = f"on `{joint.metric}` the effect of `{pair.treatment}` is {much} {way}"
    beside = f"with `{pair.other}` of `{joint.experiment}` than with `{pair.other_control}`"
    return f"{of} {beside}, and chance does that {odds(pair.found.p_value)}"


CASES = """
## Bad: means, three variants

```yaml experiments/a.yaml
id: a
variants: [{key: x, role: control}, {key: y, role: treatment}]
joint_results:
  - experiment: b
#               ^ on `m` the effect of `y` is 2 higher with `three` of `b` than with `one`, and chance does that 1 time
#                 in 640; decide on both together, by the cell that is best
    metric: m
    cells:
      - {variant: x, other: one, units: 1000, mean: 50, sd: 10}
      - {variant: x, other: two, units: 1000, mean: 50, sd: 10}
      - {variant: x, other: three, units: 1000, mean: 50, sd: 10}
      - {variant: y, other: one, units: 1000, mean: 51, sd: 10}
      - {variant: y, other: two, units: 1000, mean: 51.5, sd: 10}
      - {variant: y, other: three, units: 1000, mean: 53, sd: 10}
```
```yaml experiments/b.yaml
id: b
variants: [{key: one, role: control}, {key: two, role: treatment}, {key: three, role: treatment}]
```

## Good: small cells, units that depend, no control, an experiment that nobody knows, nothing measured

```yaml experiments/a.yaml
id: a
variants: [{key: x, role: control}, {key: y, role: treatment}]
joint_results:
  - experiment: b
    metric: m
    cells:
      - {variant: x, other: one, units: 50, conversions: 5}
      - {variant: x, other: two, units: 50, conversions: 40}
      - {variant: y, other: one, units: 50, conversions: 40}
      - {variant: y, other: two, units: 50, conversions: 5}
  - experiment: b
    metric: m
    cells:
      - {variant: x, other: one, units: 1000, conversions: 5}
      - {variant: x, other: two, units: 500, conversions: 400}
      - {variant: y, other: one, units: 500, conversions: 400}
      - {variant: y, other: two, units: 1000, conversions: 5}
  - experiment: b
    metric: m
    cells:
      - {variant: x, other: one, units: 500}
      - {variant: x, other: two, units: 500, mean: 5}
      - {variant: y, other: one, units: 500, conversions: 700}
      - {variant: y, other: two, units: 500, mean: 5, sd: -1}
  - experiment: c
    metric: m
    cells: &cells
      - {variant: x, other: one, units: 500, conversions: 5}
      - {variant: x, other: two, units: 500, conversions: 400}
      - {variant: y, other: one, units: 500, conversions: 400}
      - {variant: y, other: two, units: 500, conversions: 5}
  - {experiment: gone, metric: m, cells: *cells}
```
```yaml experiments/b.yaml
id: b
variants: [{key: one, role: control}, {key: two, role: treatment}]
```
```yaml experiments/c.yaml
id: c
variants: [{key: one}, {key: two}]
```
```yaml experiments/d.yaml
id: d
status: completed
variants: [{key: x, role: control}, {key: y, role: treatment}]
decision: {outcome: inconclusive}
joint_results:
  - experiment: b
    metric: m
    cells:
      - {variant: x, other: one, units: 500, conversions: 5}
      - {variant: x, other: two, units: 500, conversions: 400}
      - {variant: y, other: one, units: 500, conversions: 400}
      - {variant: y, other: two, units: 500, conversions: 5}
```
"""
