"""Every document says what it must.

A metric without an owner is one that nobody repairs; one without a direction makes
every report guess whether a rise is good news. What is asked for is little, and
some of it only in a certain state: a broken metric says where its repair is worked
on, a deprecated one says when it goes.

## Bad

```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ `owner` is missing; name the person or team that answers for it
#   ^^^^^^ `repair_issue` is missing: a broken metric says where its repair is worked on; add it
name: Orders
description: Orders that were paid.
status: broken
direction: increase
```

## Good

```yaml metrics/orders.yaml
id: orders
owner: growth
name: Orders
description: Orders that were paid.
status: broken
direction: increase
repair_issue: https://issues.example/142
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import MissingKey

ADVICE = {
    "owner": "name the person or team that answers for it",
    "name": "write what people call it",
    "description": "say in a sentence or two what it is",
    "status": "say where it stands in its life",
    "direction": "say which way is good: increase, decrease or neutral",
    "period": "say when, such as 2026-Q4",
}


@rule(MissingKey, error)
def check(mistake: MissingKey, context: Context) -> Problems:
    """At what lacks the key: the id, or the key of the mapping."""
    key = name(mistake)
    why = f": {mistake.why}" if mistake.why else ""
    yield Problem(mistake.place(), f"`{key}` is missing{why}; {'add it' if why else ADVICE.get(key, 'add it')}")


def name(mistake: MissingKey) -> str:
    """The key with those above it, as far as they are no item of a list: `definition.expression`."""
    items = [depth for depth, step in enumerate(mistake.address) if isinstance(step, int)]
    return ".".join(str(step) for step in mistake.address[items[-1] + 1 if items else 0 :])


CASES = """
## Bad: within

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: completed
decision: {date: 2025-06-01}
^^^^^^^^ `decision.outcome` is missing; add it
variants:
  - weight: 1
#   ^^^^^^ `key` is missing; add it
```

## Bad: without an id

```yaml owners/anna.yaml
name: Anna
^^^^ `id` is missing: everything is known by its id; add it
type: person
```

## Bad: no calculation anywhere

```yaml metrics/orders.yaml
id: orders
#   ^^^^^^ `definition.expression` is missing: an active metric has this, or `inputs`, or `source.dashboard`;
#          add it
owner: growth
name: Orders
description: Orders that were paid.
status: active
direction: increase
```

## Good: the key is there, but misspelt

```yaml owners/anna.yaml
id: anna
nmae: Anna
type: person
```
"""
