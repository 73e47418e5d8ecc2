"""No grain is finer than its inputs'.

A value for every day can't come out of a number that exists once a week. What the
chart shows then is one weekly value seven times, or a guess; and a test that reads it
seems to see something new each morning.

## Bad

```yaml metrics/revenue-per-user.yaml
id: revenue-per-user
grain: day
#      ^^^ has a value for each `day`, but active-users only for each week; write `week`
inputs: [active-users]
```
```yaml metrics/active-users.yaml
id: active-users
grain: week
```

## Good

```yaml metrics/revenue-per-user.yaml
id: revenue-per-user
grain: week
inputs: [active-users]
```
```yaml metrics/active-users.yaml
id: active-users
grain: day
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.metric import GRAINS, Metric


@rule(Metric, error)
def check(metric: Metric, context: Context) -> Problems:
    """One finding for all inputs; the coarsest decides."""
    if metric.grain is None or not metric.is_live:
        return
    inputs = [found for id in metric.parts if (found := context.catalog.get(Metric, id))]
    coarser = [each for each in inputs if each.is_live and fineness(each) > fineness(metric)]
    if coarser:
        worst = max(coarser, key=fineness)
        yield Problem(
            metric.at("grain"),
            f"has a value for each `{metric.grain}`, but {worst.id} only for each {worst.grain}; write `{worst.grain}`",
            related=tuple(
                Related(each.at("grain"), f"{each.id} has a value for each {each.grain}") for each in coarser
            ),
        )


def fineness(metric: Metric) -> int:
    """The finer the grain, the smaller; one that says nothing is in nobody's way."""
    return GRAINS.index(metric.grain) if metric.grain else -1


CASES = """
## Bad: the parts of a ratio

```yaml metrics/a.yaml
id: a
grain: hour
#      ^^^^ has a value for each `hour`, but c only for each month; write `month`
definition: {numerator: b, denominator: c}
```
```yaml metrics/b.yaml
id: b
grain: day
```
```yaml metrics/c.yaml
id: c
grain: month
```

## Good: nothing is said, the input does not exist, it calculates with itself

```yaml metrics/a.yaml
id: a
inputs: [c]
```
```yaml metrics/b.yaml
id: b
grain: day
inputs: [a, b, nothing]
```
```yaml metrics/c.yaml
id: c
grain: month
```
"""
