"""Nothing is larger than people write.

A catalog is written and reviewed by people. A file of a mebibyte is an export that
lost its way, or an accident, and reading it would slow down every run of everybody.

At most 1 MiB in a file, 256 KiB in a text, 40 characters in a number and 100,000
values in a file.

## Bad

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
target:
  value: 10000000000000000000000000000000000000000000000000
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this number is over 40 characters; make it smaller, or
                                                            keep it elsewhere and link to it
```

## Good

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
target:
  value: 1.0e+49
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import TooLarge
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(TooLarge, error)
def check(refusal: TooLarge, context: Context) -> Problems:
    """What is too large, and what the limit is."""
    message = f"{refusal.what} is over {refusal.limit}; make it smaller, or keep it elsewhere and link to it"
    yield Problem(Place(refusal.source, exact=refusal.span), message)
