"""Who plans a test knows where there is room.

Nothing is wrong with a full layer. But the next test has to wait or to be small, and that
is better known in the week of planning than in the week of the start.

## Bad

```yaml layers/checkout.yaml
id: checkout
#   ^^^^^^^^ is 95% full from 23 to 29 Jun (7 days): one-page 60% and saved-cards 35%; plan the next one after that, or
#     for what is left
```
```yaml experiments/one-page.yaml
id: one-page
status: running
traffic: 60
layer: {id: checkout}
start: 2025-06-02
end: 2025-06-29
```
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
traffic: 35
layer: {id: checkout}
start: 2025-06-23
end: 2025-07-20
```

## Good

```yaml layers/checkout.yaml
id: checkout
```
```yaml experiments/one-page.yaml
id: one-page
status: running
traffic: 60
layer: {id: checkout}
start: 2025-06-02
end: 2025-06-29
```

## Options

`full_percent`, 90 if nothing is said.
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.layer import Layer


@rule(Layer, notice)
def check(layer: Layer, context: Context, *, full_percent: int = 90) -> Problems:
    """What is over its capacity is told as such."""
    highest = context.encounters.demands.get(layer.id, ())
    if context.catalog.get(Layer, layer.id) is not layer or any(each.use.over for each in highest):
        return
    for each in highest[:1]:
        if len(each.members) > 1 and each.use.need.least * 100 >= full_percent:
            yield Problem(
                layer.at("id"),
                f"is {each.share} full {each.days}: {each.parts}; plan the next one after that, or for what is left",
                related=tuple(Related(one.at("layer"), f'"{one.title}" has a place in it') for one, _ in each.members),
            )


CASES = """
## Good: one alone may have all of it, nobody is in it

```yaml layers/a.yaml
id: a
```
```yaml layers/b.yaml
id: b
```
```yaml experiments/x.yaml
id: x
status: running
layer: {id: a}
start: 2025-06-02
```
"""
