"""A layer has room for all of its experiments.

A layer promises each experiment users of its own. Where more is asked for than there is,
somebody gets fewer users than planned and runs for weeks longer, or users are given
twice; and which of the two happens depends on the tool.

Experiments with buckets need as many as they have, the others as much as their
`traffic`, and what is `reserved` is nobody's. In a layer with `packing: audience_aware`,
experiments whose audiences can't meet share the same users' room.

## Bad

```yaml layers/checkout.yaml
id: checkout
#   ^^^^^^^^ needs 110% from 23 to 29 Jun (7 days): one-page 60% and saved-cards 50%; give them less traffic, or start
#     saved-cards on 2025-06-30
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
traffic: 50
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
```yaml experiments/saved-cards.yaml
id: saved-cards
status: scheduled
traffic: 50
layer: {id: checkout}
start: 2025-06-30
end: 2025-07-20
```
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.experiment import Experiment
from prodops_cli.models.layer import Layer


@rule(Layer, error)
def check(layer: Layer, context: Context) -> Problems:
    """Once for a layer; the first stretch is told, and all others in notes. Drafts take no room."""
    over = [each for each in context.encounters.demands.get(layer.id, ()) if each.use.over]
    if not over or context.catalog.get(Layer, layer.id) is not layer:
        return
    first, *others = over
    members = {member.id: member for each in over for member, _ in each.members}
    yield Problem(
        layer.at("id"),
        f"needs {first.share} {first.days}: {first.parts}; {first.remedy}",
        related=tuple(
            Related(each.at("layer"), f'"{each.title}"{owned(each)} has a place in it') for each in members.values()
        ),
        notes=tuple(f"{each.share} {each.days}: {each.parts}" for each in others),
    )


def owned(experiment: Experiment) -> str:
    """Whom to ask about it."""
    return f", owner {experiment.owner}," if experiment.owner else ""


CASES = """
## Bad: reserved, and explicit buckets

```yaml layers/a.yaml
id: a
#   ^ needs 105% from 15 to 20 Jun (6 days): x 50%, y 50% and 5% reserved; give them less traffic, or end one of them
#     early
reserved: [[0, 500]]
```
```yaml experiments/x.yaml
id: x
status: running
layer: {id: a, buckets: [[500, 5500]]}
start: 2025-06-02
end: 2025-06-20
```
```yaml experiments/y.yaml
id: y
status: paused
traffic: 50
layer: {id: a}
start: 2025-06-02
end: 2025-06-20
```

## Good: a draft, other users, over, another bucket clash

```yaml layers/a.yaml
id: a
packing: audience_aware
```
```yaml experiments/v.yaml
id: v
status: running
layer: {id: a}
audience: {country: [FR]}
start: 2025-06-02
```
```yaml experiments/w.yaml
id: w
status: running
layer: {id: a}
audience: {country: [DE]}
start: 2025-06-02
```
```yaml experiments/x.yaml
id: x
layer: {id: a}
start: 2025-06-02
```
```yaml experiments/y.yaml
id: y
status: completed
layer: {id: a}
start: 2025-06-02
end: 2025-06-14
```

## Good: two were given the same buckets

```yaml layers/a.yaml
id: a
```
```yaml experiments/x.yaml
id: x
status: running
layer: {id: a, buckets: [[0, 6000]]}
start: 2025-06-02
```
```yaml experiments/y.yaml
id: y
status: running
layer: {id: a, buckets: [[4000, 10000]]}
start: 2025-06-02
```
"""
