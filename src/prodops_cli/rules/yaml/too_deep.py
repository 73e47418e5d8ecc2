"""Nothing is nested too deeply.

Documents have a few levels. Sixty-four are an accident of a generator, or an attempt
to make the reader fail.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders
x-tree:
  [[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[
  [[[[[[[[[[[[[[[[
#                ^ this is nested below 64 levels; make it flatter
```

## Good

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
x-tree: [[[[a]]]]
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import TooDeep
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(TooDeep, error)
def check(refusal: TooDeep, context: Context) -> Problems:
    """At the first level that is too much."""
    message = f"this is nested below {refusal.limit} levels; make it flatter"
    yield Problem(Place(refusal.source, exact=refusal.span), message)
