"""Each name is given only once in its kind.

People say names, not ids. If two metrics are called Active shops, the meeting finds
out after twenty minutes that it spoke of two numbers; mostly of one that somebody had
defined already.

Goals may be called alike in different periods. What is over, people, and feedback may be
called alike at any time. Of two whose ids look alike near-duplicate-id tells, of two
metrics with one calculation same-calculation, and of a metric that is called only Retention
ambiguous-metric-name.

## Bad

```yaml metrics/activated_users.yaml
id: activated_users
name: Activated users
```
```yaml metrics/onboarded_users.yaml
id: onboarded_users
name: activated users
#     ^^^^^^^^^^^^^^^ `activated_users` is called `Activated users`, too; choose names that tell them apart, or keep one
#                     of the two
```

## Good

```yaml metrics/activated_users.yaml
id: activated_users
name: Activated users
```
```yaml metrics/onboarded_users.yaml
id: onboarded_users
name: Finished onboarding
```

## Allowing

`# prodops: allow same-name until 2025-08-01 -- the old one goes in July` beside the name.
"""

import re
from collections.abc import Hashable

from prodops_cli.catalog.catalog import Catalog
from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.calculation import calculation
from prodops_cli.models.entity import Entity
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.goal import Goal
from prodops_cli.models.metric import Metric
from prodops_cli.models.naming import is_topic
from prodops_cli.models.owner import Owner
from prodops_cli.models.spelling import is_one_slip

WORD = re.compile(r"[^\W_]+")
ID_WORD = re.compile(r"[a-z0-9]+")
LEAST_LETTERS = 5
"""How long a word of an id is at least in which near-duplicate-id looks for a slip."""


@rule(Catalog, warning)
def check(catalog: Catalog, context: Context) -> Problems:
    """At the later one, by path; it meets the first that has its name."""
    met: dict[Hashable, Entity] = {}
    for entity in catalog.entities:
        if entity.name and is_compared(entity, context):
            first = met.setdefault(key(entity, entity.name), entity)
            if first is not entity and not is_told(entity, first):
                yield problem(entity, first)


def problem(entity: Entity, first: Entity) -> Problem:
    """What is said of the later one."""
    message = f"`{first.id}` is called `{first.name}`, too; choose names that tell them apart, or keep one of the two"
    return Problem(entity.at("name"), message, related=(Related(first.at("name"), "here"),), detail=first.id)


def is_compared(entity: Entity, context: Context) -> bool:
    """Whether it could be taken for another: it is in use, nothing replaces it, and it is the first with its id."""
    is_person = isinstance(entity, Owner) and entity.type == "person"
    is_free = isinstance(entity, Feedback) or is_person or entity.replaced_by
    is_going = isinstance(entity, Metric) and entity.status == "deprecated"
    is_first = context.catalog.named[entity.kind, entity.id] is entity
    return is_first and not is_free and not is_going and entity.is_live_on(context.today)


def key(entity: Entity, name: str) -> Hashable:
    """What two have in common that are called alike: the kind, the words of the name, and for goals the period."""
    words = tuple(WORD.findall(name.casefold())) or (name,)
    return entity.kind, words, entity.period if isinstance(entity, Goal) else None


def is_told(entity: Entity, first: Entity) -> bool:
    """Whether it is told already that the two may be one."""
    if isinstance(entity, Metric) and isinstance(first, Metric):
        how = calculation(entity)
        if is_topic(entity.name or ""):
            return True
        if how is not None and how == calculation(first):
            return True
    return looks_like(ID_WORD.findall(entity.id), ID_WORD.findall(first.id))


def looks_like(one: list[str], two: list[str]) -> bool:
    """Whether two ids are the same but for punctuation, or a slip in one word."""
    others = [(here, there) for here, there in zip(one, two, strict=False) if here != there]
    if "".join(one) == "".join(two):
        return True
    is_one_word = len(one) == len(two) and len(others) == 1
    return is_one_word and max(map(len, others[0])) >= LEAST_LETTERS and is_one_slip(*others[0])


CASES = """
## Bad: punctuation, three of them, goals of one period

```yaml tools/tools.yaml
- {id: a, name: Mix-Panel, owner: x, status: adopted}
- {id: b, name: mix panel, owner: x, status: adopted}
#               ^^^^^^^^^ `a` is called `Mix-Panel`, too; choose names that tell them apart, or keep one of the two
- {id: c, name: "Mix  Panel", owner: x, status: adopted}
#               ^^^^^^^^^^^^ `a` is called `Mix-Panel`, too; choose names that tell them apart, or keep one of the two
- {id: d, name: "?", owner: x, status: adopted}
- {id: e, name: "!", owner: x, status: adopted}
```
```yaml goals/goals.yaml
- {id: a, name: Grow, owner: x, period: 2025-Q3}
- {id: b, name: Grow, owner: x, period: 2025-Q3}
#               ^^^^ `a` is called `Grow`, too; choose names that tell them apart, or keep one of the two
- {id: c, name: Grow, owner: x, period: 2025-Q4}
```

## Good: people, feedback, other kinds, what is over or told elsewhere

```yaml owners/people.yaml
- {id: anna-1, name: Anna Smith, type: person}
- {id: anna-2, name: Anna Smith, type: person}
```
```yaml feedback/feedback.yaml
- {id: a, name: Too slow, owner: x}
- {id: b, name: Too slow, owner: x}
```
```yaml experiments/experiments.yaml
- {id: a, name: One page, status: completed}
- {id: b, name: One page, status: running}
```
```yaml metrics/metrics.yaml
- {id: order_count, name: Orders}
- {id: orders_count, name: Orders}
- {id: ordercount, name: Orders}
- {id: x, name: Buyers, definition: {numerator: a, denominator: b}}
- {id: y, name: Buyers, definition: {numerator: a, denominator: b}}
- {id: visits_1, name: Visits, replaced_by: visits_2}
- {id: visits_2, name: Visits}
- {id: views_1, name: Views, status: deprecated}
- {id: views, name: Views}
- {id: kept, name: Retention}
- {id: stayed, name: Retention}
- {id: nameless}
- {id: anonymous}
```
"""
