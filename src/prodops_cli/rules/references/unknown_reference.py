"""Everything that is named exists.

A metric that nobody defined cannot decide an experiment, and an owner who is
not in the catalog answers for nothing. Mostly it is a slip of a letter; sometimes
a document that was renamed or removed while others still speak of it.

## Bad

```yaml experiments/checkout.yaml
id: checkout
owner: annna
#      ^^^^^ no owner is called `annna`; did you mean `anna`?
```
```yaml owners/anna.yaml
id: anna
```

## Fixed

```yaml experiments/checkout.yaml
id: checkout
owner: anna
```

## Allowing

Where the document will come in another change, say so beside the value:
`# prodops: allow unknown-reference until 2025-07-01 -- anna joins then`.
"""

from prodops_cli.catalog.catalog import Mention
from prodops_cli.findings import Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.misspelt import misspelt
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.pattern import is_slug


@rule(Mention, error)
def check(mention: Mention, context: Context) -> Problems:
    """Where nothing has the id, the nearest id of the kind is offered."""
    kind, said = mention.reference.kind, mention.reference.id
    if context.catalog.is_known(kind, said) or any((other, said) in context.catalog.named for other in KINDS):
        return
    message = f"no {kind} is called `{said}`"
    begin = f"begin it with `prodops new {kind} {said}`" if is_slug(said) else "add it to the catalog"
    yield misspelt(mention.place, message, said, context.catalog.ids(kind), f"{begin}, or remove the reference")


CASES = """
## Bad: nothing is like it

```yaml metrics/orders.yaml
id: orders
inputs:
  - zebra
#   ^^^^^ no metric is called `zebra`; begin it with `prodops new metric zebra`, or remove the reference
  - Zebra crossing
#   ^^^^^^^^^^^^^^ no metric is called `Zebra crossing`; add it to the catalog, or remove the reference
```

## Good: a document that can't be read is not missed as well

```yaml experiments/checkout.yaml
id: checkout
owner: anna
```
```yaml owners/anna.yaml
id: anna: 1
```

## Good: what another kind has is told by wrong-kind-reference

```yaml experiments/checkout.yaml
id: checkout
owner: miro
```
```yaml tools/miro.yaml
id: miro
```
"""
