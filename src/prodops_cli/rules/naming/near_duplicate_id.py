"""No two ids of a kind look alike.

`order_count` and `orders_count` are two metrics for the machine and one for whoever
writes a query in a hurry. Either somebody defined a thing again because they did not
find it, or the two differ in something that their ids should say.

Ids look alike that are equal without their punctuation, or that differ by one letter
of one word: another, one more, two exchanged. Differing digits make families
(`d1` and `d7`, `p50` and `p95`), and so do short words (`dau` and `mau`): only words
of at least `min_letters` are compared. People are called what they are called. Of two
metrics with one calculation same-calculation tells.

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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import digits

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.calculation import calculation
from prodops_cli.models.entity import Entity
from prodops_cli.models.metric import Metric
from prodops_cli.models.owner import Owner
from prodops_cli.models.spelling import is_one_slip

DIGITS = re.compile(r"[0-9]+")
PUNCTUATION = re.compile(r"[-_]+")


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context, *, min_letters: int = 5) -> Problems:
    """Ids meet those before them, by path, that are the same but for one word, or for punctuation."""
    compared = tuple((entity, words_of(entity)) for entity in catalog.entities if is_compared(entity, context))
    neighbours = slips({word for _, words in compared for word in words}, min_letters)
    met: dict[tuple[str, ...], Entity] = {}
    for entity, words in compared:
        found = (met[key] for key in keys_alike(entity.kind, words, neighbours) if key in met)
        if like := next((other for other in found if is_mistakable(entity, other)), None):
            yield problem(entity, like)
        met.setdefault((entity.kind, *words), entity)
        met.setdefault((entity.kind, "".join(words)), entity)


def problem(entity: Entity, like: Entity) -> Problem:
    """At the id that comes later, by path."""
    message = f"`{entity.id}` looks like `{like.id}`; choose ids that tell them apart, or keep one of the two"
    related = Related(like.at("id"), f'"{like.title}"' if like.name else "the other one")
    return Problem(entity.at("id"), message, related=(related,), detail=like.id)


def is_compared(entity: Entity, context: Context) -> bool:
    """Whether its id could be another: people keep their names, history its ids, and of two with one id the first."""
    is_first = context.catalog.named[entity.kind, entity.id] is entity
    is_person = isinstance(entity, Owner) and entity.type == "person"
    return is_first and not is_person and entity.is_live_on(context.today)


def words_of(entity: Entity) -> list[str]:
    """The words of an id."""
    return PUNCTUATION.split(entity.id)


def keys_alike(kind: str, words: Sequence[str], neighbours: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The kind with the id without punctuation, then with each word that is one slip away in the place of its own."""
    yield kind, "".join(words)
    for index, word in enumerate(words):
        for other in neighbours.get(word, ()):
            yield (kind, *words[:index], other, *words[index + 1 :])


def is_mistakable(entity: Entity, other: Entity) -> bool:
    """Whether nothing tells them apart: not the numbers in them, nor another rule that one has the other's place."""
    is_family = DIGITS.findall(entity.id) != DIGITS.findall(other.id)
    return (
        not is_family
        and not is_one_metric(entity, other)
        and entity.replaced_by != other.id
        and other.replaced_by != entity.id
    )


def is_one_metric(entity: Entity, other: Entity) -> bool:
    """Whether two metrics in use are calculated alike, which same-calculation tells."""
    if not isinstance(entity, Metric) or not isinstance(other, Metric):
        return False
    is_used = "deprecated" not in (entity.status, other.status)
    return is_used and calculation(entity) is not None and calculation(entity) == calculation(other)


def slips(words: Iterable[str], min_letters: int) -> Mapping[str, Sequence[str]]:
    """For each word those that are one slip away, the longer of the two being long enough.

    Two such words become the same when each loses at most one letter: so each is compared with few. To lose a digit
    would find families alone, in which each number would meet all that are like it.
    """
    met: defaultdict[str, list[str]] = defaultdict(list)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(word for word in words if len(word) >= min_letters - 1):
        letters = (at for at, each in enumerate(word) if len(word) >= min_letters and each not in digits)
        shorter = (word[:at] + word[at + 1 :] for at in letters)
        keys = dict.fromkeys((word, *shorter))
        for other in dict.fromkeys(other for key in keys for other in met[key]):
            if is_one_slip(word, other):
                found[word].append(other)
                found[other].append(word)
        for key in keys:
            met[key].append(word)
    return found


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
- {id: refund_count, name: o, definition: {numerator: x, denominator: y}}
- {id: refunds_count, name: p, definition: {numerator: x, denominator: y}}
```
```yaml owners/owners.yaml
- {id: marta, name: Marta, type: person}
- {id: marte, name: Marte, type: person}
```
```yaml tools/orders-count.yaml
id: visit-count
```
"""
