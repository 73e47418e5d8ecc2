"""A ratio says what is divided by what.

A rate moves because of its numerator or because of its denominator, and the two call
for different work: fewer orders, or more visitors who only look around. Who sees
only the ratio can't tell. Named parts also show who else is affected when one of them
is redefined.

## Bad

```yaml metrics/checkout-rate.yaml
id: checkout-rate
type: ratio
definition: {expression: completions / starts, language: formula}
^^^^^^^^^^ names no `numerator` and no `denominator`; name the metrics that it divides
```

## Good

```yaml metrics/checkout-rate.yaml
id: checkout-rate
type: ratio
definition: {expression: completions / starts, language: formula, numerator: completions, denominator: starts}
```
```yaml metrics/completions.yaml
id: completions
```
```yaml metrics/starts.yaml
id: starts
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import Metric


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """One finding, whether one part is missing or both."""
    if metric.type != "ratio" or not metric.is_live:
        return
    parts = ("numerator", "denominator")
    missing = [part for part in parts if not (metric.definition and getattr(metric.definition, part))]
    if missing:
        what = " and ".join(f"no `{part}`" for part in missing)
        divided = "metrics that it divides" if len(missing) == 2 else "metric"
        yield Problem(metric.at("definition", missing[0]), f"names {what}; name the {divided}")


CASES = """
## Bad: one part; no definition at all

```yaml metrics/a.yaml
id: a
type: ratio
definition: {numerator: b}
^^^^^^^^^^ names no `denominator`; name the metric
```
```yaml metrics/b.yaml
id: b
#   ^ names no `numerator` and no `denominator`; name the metrics that it divides
type: ratio
```

## Good: removed, no ratio

```yaml metrics/a.yaml
id: a
type: ratio
status: removed
removed_on: 2025-01-01
```
```yaml metrics/b.yaml
id: b
type: proportion
```
"""
