"""What is removed, or given another id, is named by nobody any more.

A document that goes away leaves holes where others speak of it. Whoever removes it sees
only the one file; who relied on it learns of it when something no longer adds up.

## Bad

```yaml owners/anna.yaml (removed)
id: anna
name: Anna
```
```yaml owners/ben.yaml
id: ben
name: Ben
```
```yaml goals/grow.yaml
id: grow
owner: anna
#      ^^^^ the owner `anna` was removed, and 1 document still names it; bring it back, or name another here
```

## Bad: another id

```yaml metrics/orders.yaml (before)
id: orders
description: Orders that were paid, less those that were sent back.
```
```yaml metrics/orders.yaml
id: orders_paid
description: Orders that were paid, less those that were sent back.
```
```yaml experiments/one-page.yaml
id: one-page
metrics: {primary: [orders]}
#                   ^^^^^^ the metric `orders` is called `orders_paid` now, and 1 document still names it `orders`;
#                     write `orders_paid`
```

## Fixed

```yaml experiments/one-page.yaml
id: one-page
metrics: {primary: [orders_paid]}
```

A reference to what never existed is told by unknown-reference. To take something out of
use, keep its document and say so in its status: what rests on it can still be explained.
"""

from prodops_cli.changes.effects import Departure
from prodops_cli.changes.words import affected, mentioned
from prodops_cli.findings import Fix, Problem, Problems, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.phrases import count


@rule(Departure, error, instead_of=("unknown-reference",))
def check(departure: Departure, context: Context) -> Problems:
    """One finding for what is gone, where the first stands who misses it."""
    gone = departure.change.before
    assert gone is not None
    first, *more = departure.mentions
    users = {(each.by.kind, each.by.id) for each in departure.mentions}
    still = f"{count(len(users), 'document')} still {'names' if len(users) == 1 else 'name'} it"
    new = departure.change.after
    yield Problem(
        first.place,
        f"the {gone.kind} `{gone.id}` is called `{new.id}` now, and {still} `{gone.id}`; write `{new.id}`"
        if new
        else f"the {gone.kind} `{gone.id}` was removed, and {still}; bring it back, or name another here",
        related=mentioned(more),
        notes=tuple(affected(departure.uses)),
        fix=followed(departure, new.id) if new else None,
        detail=f"{gone.kind} {gone.id}",
    )


def followed(departure: Departure, id: str) -> Fix:
    """The new id wherever the former one stands; who wrote both may have meant two things."""
    places = tuple(mention.place for mention in departure.mentions)
    return Fix(f"write `{id}`", tuple(Replace(each.source, each.span, id) for each in places), safe=False)


CASES = """
## Bad: several name it, those first that are in use

```yaml metrics/orders.yaml (removed)
id: orders
```
```yaml metrics/other.yaml
id: other
name: Something else
```
```yaml experiments/a.yaml
id: a
status: cancelled
metrics: {primary: [orders], guardrail: [orders]}
```
```yaml experiments/b.yaml
id: b
status: running
metrics: {primary: [orders]}
#                   ^^^^^^ the metric `orders` was removed, and 2 documents still name it; bring it back, or name
#                     another here
```

## Good: it was never there, nobody names it, it can't be read

```yaml metrics/orders.yaml (removed)
id: orders
```
```yaml metrics/sales.yaml
id: sales
inputs: [ordres]
```
```yaml metrics/visits.yaml (before)
id: visits
```
```yaml metrics/visits.yaml
id: visits
name: [
```
```yaml experiments/a.yaml
id: a
metrics: {primary: [visits]}
```
"""
