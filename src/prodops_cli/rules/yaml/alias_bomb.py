"""Aliases repeat little.

An alias (`*name`) stands for what an anchor (`&name`) marks. Ten lines of aliases of
aliases are a billion values, and an alias of itself never ends. In a catalog a value
that is needed twice is better a document of its own, with an id.

At most 1,000 aliases in a file, and 200,000 values when all are written out.

## Bad

```yaml metrics/orders.yaml
id: orders
x-tree: &all [a, *all]
#                ^^^^ `*all` stands inside of what it repeats; write the values themselves
```

## Good

```yaml metrics/orders.yaml
id: orders
name: Orders
owner: someone
description: Orders that were paid.
status: draft
direction: increase
tags: &same [orders]
aliases: *same
```
"""

from prodops_cli.documents.document import Place
from prodops_cli.documents.refusal import AliasBomb
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule


@rule(AliasBomb, error)
def check(refusal: AliasBomb, context: Context) -> Problems:
    """At the alias that was too much."""
    yield Problem(Place(refusal.source, exact=refusal.span), f"{refusal.problem}; write the values themselves")


CASES = """
## Bad: a billion laughs

```yaml metrics/orders.yaml
x-a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
x-b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
x-c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
x-d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
x-e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
x-f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
#        ^^ the aliases of this file repeat too much; write the values themselves
```
"""
