"""An id says what it is about.

`test` was clear to whoever started it that afternoon. Next month there are `test-2` and
`new-test`, a chart in a review is called `metric`, and to know which is which, somebody
has to open them all.

Of owners and tools the id is a name, and feedback is mostly numbered by machines: they
may be called anything. An id that breaks its kind's pattern is told by
name-breaks-convention.

## Bad

```yaml experiments/new-test-2.yaml
id: new-test-2
#   ^^^^^^^^^^ `new-test-2` could be any experiment; give it an id that says what it is about
```

## Good

```yaml experiments/new-checkout.yaml
id: new-checkout
```

## Allowing

`# prodops: allow generic-id until 2025-08-01 -- the dashboard still asks for it` beside
the id.
"""

import re

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.entity import Entity
from prodops_cli.models.feedback import Feedback
from prodops_cli.models.naming import breaks_pattern
from prodops_cli.models.owner import Owner
from prodops_cli.models.pattern import is_slug
from prodops_cli.models.tool import Tool

WORD = re.compile(r"[a-z]+")
FILLERS = (
    "a ab abc another asdf bar baz copy demo draft dummy example final foo item kpi latest misc my name new number old "
    "other sample some something stuff temp template test testing the thing tmp untitled v value x xxx xyz y z q"
)
MEANS_NOTHING = frozenset(FILLERS.split())


@rule(Entity, warning)
def check(entity: Entity, context: Context) -> Problems:
    """Every word of it means nothing, or is the name of the kind."""
    if isinstance(entity, Owner | Tool | Feedback) or not says_nothing(entity.id, entity.kind):
        return
    is_looked_at = entity.is_live_on(context.today) and is_slug(entity.id)
    if is_looked_at and not breaks_pattern(entity.id, entity.kind, context.settings):
        message = f"`{entity.id}` could be any {entity.kind}; give it an id that says what it is about"
        yield Problem(entity.at("id"), message)


def says_nothing(id: str, kind: str) -> bool:
    """Whether all words of an id could stand in any; numbers say nothing either, but machines give them."""
    words = WORD.findall(id)
    return bool(words) and all(word in MEANS_NOTHING or word in (kind, f"{kind}s") for word in words)


CASES = """
## Bad: kinds, and what a pattern allows

```yaml prodops.yaml
naming: {goal: "{year}-*", layer: "{area}-*"}
vocabulary: {area: [web]}
```
```yaml metrics/metrics.yaml
- {id: metric, name: a}
#      ^^^^^^ `metric` could be any metric; give it an id that says what it is about
- {id: test_metrics_3, name: b}
#      ^^^^^^^^^^^^^^ `test_metrics_3` could be any metric; give it an id that says what it is about
- {id: old_metric, name: c, status: removed, removed_on: 2025-01-01}
- {id: test_users, name: d}
- {id: "2025", name: e}
```
```yaml goals/2025-goal.yaml
id: 2025-goal
#   ^^^^^^^^^ `2025-goal` could be any goal; give it an id that says what it is about
```

## Good: names, numbers, and what breaks its pattern

```yaml prodops.yaml
naming: {layer: "{area}-*"}
vocabulary: {area: [web]}
```
```yaml layers/test.yaml
id: test
```
```yaml tools/x.yaml
id: x
```
```yaml owners/team.yaml
id: team
type: team
```
```yaml feedback/feedback-17.yaml
id: feedback-17
```
"""
