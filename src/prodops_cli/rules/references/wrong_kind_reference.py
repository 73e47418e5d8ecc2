"""References name the right kind.

Ids of experiments and of the launches that follow them are alike, and so are those of
a tool and the practice of using it. Where one stands in the place of the other, every
reader thinks that something is linked, and nothing is.

## Bad

```yaml experiments/one-page.yaml
id: one-page
decision: {rolled_out_in: saved-cards}
#                         ^^^^^^^^^^^ `saved-cards` is an experiment; name a launch here
```
```yaml experiments/saved-cards.yaml
id: saved-cards
```

## Good

```yaml experiments/one-page.yaml
id: one-page
decision: {rolled_out_in: checkout-for-all}
```
```yaml launches/checkout-for-all.yaml
id: checkout-for-all
```

Where nothing at all has the id, unknown-reference says so.
"""

from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog, Mention
from prodops_cli.findings import Fix, Problem, Problems, Related, Replace
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.kinds import KINDS
from prodops_cli.models.spelling import nearest


@rule(Mention, error)
def check(mention: Mention, context: Context) -> Problems:
    """Where several kinds have the id, the first of them is named."""
    kind, said = mention.reference.kind, mention.reference.id
    if context.catalog.is_known(kind, said) or (other := next(others(said, context.catalog), None)) is None:
        return
    message = f"`{said}` is {one(other.kind)}; name {one(kind)} here"
    related = (Related(other.at("id"), f"the {other.kind}"),)
    if not (near := nearest(said, context.catalog.ids(kind))):
        yield Problem(mention.place, message, related=related)
        return
    fix = Fix(f"write `{near}`", (Replace(mention.place.source, mention.place.span, near),), safe=False)
    yield Problem(mention.place, f"{message}, such as `{near}`", related=related, fix=fix)


def others(id: str, catalog: Catalog) -> Iterator[Entity]:
    """What has an id, of whatever kind."""
    return (found for kind in KINDS if (found := catalog.named.get((kind, id))))


def one(kind: str) -> str:
    """`a launch`, `an experiment`, `feedback`."""
    return "feedback" if kind == "feedback" else f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


CASES = """
## Bad: something is like it

```yaml experiments/one-page.yaml
id: one-page
metrics: {primary: [orders]}
#                   ^^^^^^ `orders` is feedback; name a metric here, such as `orders_count`
```
```yaml metrics/orders_count.yaml
id: orders_count
```
```yaml feedback/orders.yaml
id: orders
```

## Good: nothing has the id, and a document that can't be read may

```yaml experiments/one-page.yaml
id: one-page
owner: anna
metrics: {primary: [orders]}
```
```yaml metrics/orders.yaml
id: orders: 1
```
```yaml tools/orders.yaml
id: orders
```
"""
