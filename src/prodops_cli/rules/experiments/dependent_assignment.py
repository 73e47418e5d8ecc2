"""Two experiments draw their users apart.

Where users are in two tests at once, each of the two must be a lot of its own: among
those who see the new page, as many see the new search as among the others. If not, one
test's effect is counted for the other's, and no analysis can take them apart. Mostly
both use the same salt, or one of them is only reached by a page that the other changes.

## Bad

```yaml experiments/new-search.yaml
id: new-search
status: running
variants: [{key: old, role: control}, {key: words, role: treatment}]
joint_results:
  - experiment: one-page
#               ^^^^^^^^ `one-page` is not drawn apart: of 20,000 units 27% are in `old` and `steps`, where 25% should
#                        be, and chance does that less than 1 time in a billion; give each its own `salt`, and run them
#                        again
    metric: orders
    cells:
      - {variant: old, other: steps, units: 5400}
      - {variant: old, other: page, units: 4600}
      - {variant: words, other: steps, units: 4600}
      - {variant: words, other: page, units: 5400}
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
      - {variant: old, other: steps, units: 5020}
      - {variant: old, other: page, units: 4960}
      - {variant: words, other: steps, units: 4980}
      - {variant: words, other: page, units: 5040}
```

The test is a chi-square test of independence. A table in which a pair is missing, or
stands twice, is not judged.

## Options

`p_value`: how rarely chance has to do it (0.001). `deviation`: how far the part of a cell
has to be from what it should be (0.001, a tenth of a percent of all units).

## Allowing

Where the two are tied on purpose: `# prodops: allow dependent-assignment -- the second step
is only tried on those who got the first` above the table.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.joint import JointTable, table
from prodops_cli.models.outcome import JointResult
from prodops_cli.phrases import odds, percent
from prodops_cli.statistics.interaction import Independence, independence


@rule(Experiment, error)
def check(experiment: Experiment, context: Context, *, p_value: float = 0.001, deviation: float = 0.001) -> Problems:
    """What was cancelled, or will be run again, misleads nobody."""
    if not experiment.is_relied_on:
        return
    for index, joint in enumerate(experiment.joint_results or ()):
        found = independence(whole.units) if (whole := table(joint)) else None
        if whole and found and found.p_value < p_value and found.deviation >= deviation:
            message = f"{wrong(joint, whole, found)}; give each its own `salt`, and run them again"
            yield Problem(experiment.at("joint_results", index, "experiment"), message, detail=joint.metric or "")


def wrong(joint: JointResult, whole: JointTable, found: Independence) -> str:
    """The cell that is furthest off, and how often chance does it."""
    row, column = found.cell
    cell = f"`{whole.variants[row]}` and `{whole.others[column]}`"
    units = sum(map(sum, whole.units))
    parts = f"of {units:,} units {percent(found.share)} are in {cell}, where {percent(found.expected)} should be"
    return f"`{joint.experiment}` is not drawn apart: {parts}, and chance does that {odds(found.p_value)}"


CASES = """
## Good: a pair is missing, a pair stands twice, one variant, no units, one that is cancelled

```yaml experiments/a.yaml
id: a
joint_results:
  - {experiment: x, metric: m, cells: [{variant: a, other: c, units: 900}, {variant: b, other: d, units: 900}]}
  - experiment: x
    metric: m
    cells:
      - {variant: a, other: c, units: 900}
      - {variant: a, other: d, units: 100}
      - {variant: b, other: c, units: 100}
      - {variant: b, other: d, units: 900}
      - {variant: b, other: d, units: 900}
  - {experiment: x, metric: m, cells: [{variant: a, other: c, units: 900}, {variant: a, other: d, units: 100}]}
  - {experiment: x, metric: m, cells: [{variant: a, other: c, units: 0}, {variant: a, other: d, units: 0}]}
  - {experiment: x, metric: m, cells: []}
```
```yaml experiments/b.yaml
id: b
status: cancelled
joint_results:
  - experiment: x
    metric: m
    cells:
      - {variant: a, other: c, units: 900}
      - {variant: a, other: d, units: 100}
      - {variant: b, other: c, units: 100}
      - {variant: b, other: d, units: 900}
```
"""
