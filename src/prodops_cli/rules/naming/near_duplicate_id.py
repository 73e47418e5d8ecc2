"""No two ids of a kind look alike.

`order_count` and `orders_count` are two metrics for the machine and one for whoever
writes a query in a hurry. Either somebody defined a thing again because they did not
find it, or the two differ in something that their ids should say.

Ids look alike that are equal without their punctuation, or that differ by one letter
of one word: another, one more, two exchanged. Differing digits make families
(`d1` and `d7`, `p50` and `p95`), and so do short words (`dau` and `mau`): only words
of at least `min_letters` are compared. People are called what they are called.

## Bad

```yaml metrics/order_count.yaml
id: order_count
```
```yaml metrics/orders_count.yaml
id: orders_count
#   ^^^^^^^^^^^^ `orders_count` looks like `order_count`; choose ids that tell them apart, or keep one of the two
```

## Good

```yaml metrics/orders_paid_count.yaml
id: orders_paid_count
```
```yaml metrics/orders_sent_count.yaml
id: orders_sent_count
```

## Allowing

`# prodops: allow near-duplicate-id -- the one is in, the other out` beside the id.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity
from prodops_cli.models.owner import Owner

DIGITS = re.compile(r"[0-9]+")
PUNCTUATION = re.compile(r"[-_]+")


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context, *, min_letters: int = 5) -> Problems:
    """Ids meet under the keys that those which look alike have in common; each is told of once."""
    met: defaultdict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in catalog.entities:
        if is_compared(entity, context) and catalog.named[entity.kind, entity.id] is entity:
            keys = tuple((entity.kind, key) for key in dict.fromkeys(keys_of(entity.id, min_letters)))
            like = next((other for key in keys for other in met[key] if are_alike(entity, other)), None)
            if like:
                yield problem(entity, like)
            for key in keys:
                met[key].append(entity)


def problem(entity: Entity, like: Entity) -> Problem:
    """At the id that comes later, by path."""
    message = f"`{entity.id}` looks like `{like.id}`; choose ids that tell them apart, or keep one of the two"
    related = Related(like.at("id"), f'"{like.title}"' if like.name else "the other one")
    return Problem(entity.at("id"), message, related=(related,), detail=like.id)


def is_compared(entity: Entity, context: Context) -> bool:
    """Whether its id could be another: people keep their names, and history its ids."""
    return entity.is_live_on(context.today) and not (isinstance(entity, Owner) and entity.type == "person")


def keys_of(id: str, min_letters: int) -> Iterator[str]:
    """The id without punctuation; the id with a long word as it is, and with one letter of it left out."""
    words = PUNCTUATION.split(id)
    yield "".join(words)
    for index, word in enumerate(words):
        before, after = "-".join(words[:index]), "-".join(words[index + 1 :])
        if len(word) >= min_letters - 1:
            yield f"{before}/{word}/{after}"
        if len(word) >= min_letters:
            yield from (f"{before}/{word[:at]}{word[at + 1 :]}/{after}" for at in range(len(word)))


def are_alike(entity: Entity, other: Entity) -> bool:
    """Whether two that have a key in common look alike; not where one has taken the other's place."""
    if entity.replaced_by == other.id or other.replaced_by == entity.id:
        return False
    one, two = PUNCTUATION.split(entity.id), PUNCTUATION.split(other.id)
    if "".join(one) == "".join(two):
        return DIGITS.findall(entity.id) == DIGITS.findall(other.id)
    different = [pair for pair in zip(one, two, strict=False) if pair[0] != pair[1]]
    return len(one) == len(two) and len(different) == 1 and is_one_slip(*different[0])


def is_one_slip(one: str, two: str) -> bool:
    """Whether one letter is another, is one more, or is exchanged with its neighbour; a digit makes families."""
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    is_small = max(len(one), len(two)) == 1 or (len(one) == 2 and one == two[::-1])
    return is_small and not DIGITS.search(one + two)


CASES = """
## Bad: punctuation, a letter, an exchange

```yaml metrics/metrics.yaml
- {id: checkout-rate, name: a}
- {id: checkout_rate, name: b}
#      ^^^^^^^^^^^^^ `checkout_rate` looks like `checkout-rate`; choose ids that tell them apart, or keep one of the two
- {id: chekcout_rate, name: c}
#      ^^^^^^^^^^^^^ `chekcout_rate` looks like `checkout-rate`; choose ids that tell them apart, or keep one of the two
- {id: check_outrate, name: d}
#      ^^^^^^^^^^^^^ `check_outrate` looks like `checkout-rate`; choose ids that tell them apart, or keep one of the two
- {id: sale_count, name: e}
- {id: sales_count, name: f}
#      ^^^^^^^^^^^ `sales_count` looks like `sale_count`; choose ids that tell them apart, or keep one of the two
```

## Good: families, short words, people, other kinds, and what was replaced

```yaml metrics/metrics.yaml
- {id: retention_d1, name: a}
- {id: retention_d7, name: b}
- {id: latency_p50, name: c}
- {id: latency_p5, name: d}
- {id: users_dau, name: e}
- {id: users_mau, name: f}
- {id: export-2025-1-12, name: g}
- {id: export-2025-11-2, name: h}
- {id: visits_count, name: i, replaced_by: visit_count}
- {id: visit_count, name: j}
- {id: order_count, name: k}
- {id: orders_count, name: l, status: removed, removed_on: 2025-01-01}
- {id: stream, name: m}
- {id: master, name: n}
```
```yaml owners/owners.yaml
- {id: marta, name: Marta, type: person}
- {id: marte, name: Marte, type: person}
```
```yaml tools/orders-count.yaml
id: visit-count
```
"""
