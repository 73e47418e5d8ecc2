"""Versions in ids are counted without a gap.

Whoever meets `activation_v3` looks for what `activation_v2` was, and why it changed. If
there is none, either a number was skipped and people search for nothing, or a document
was deleted on which old decisions rest.

## Bad

```yaml metrics/activation_v3.yaml
id: activation_v3
#   ^^^^^^^^^^^^^ there is no `activation_v2` before it; correct the number, or bring back the older document as it was
```
```yaml metrics/activation_v1.yaml
id: activation_v1
```

## Good

```yaml metrics/activation_v3.yaml
id: activation_v3
```
```yaml metrics/activation_v2.yaml
id: activation_v2
status: removed
removed_on: 2025-02-01
```

Asked are metrics from the third version on, and everything else of which an older
version is there. Tools and owners are called what they are called.
"""

from collections.abc import Iterator

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import notice, rule
from prodops_cli.models.entity import Entity
from prodops_cli.models.metric import Metric
from prodops_cli.models.naming import VERSION
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool

FIRST_WITH_A_GAP = 3
"""A second version mostly follows what has no number."""


@rule(Entity, notice)
def check(entity: Entity, context: Context) -> Problems:
    """What came before need not be in use any more."""
    found = VERSION.fullmatch(entity.id)
    if not found or isinstance(entity, Owner | Tool) or not entity.is_live_on(context.today):
        return
    number, before = int(found["number"]), tuple(versions(found["stem"], int(found["number"])))
    if number < FIRST_WITH_A_GAP or context.catalog.is_known(entity.kind, before[0]):
        return
    if isinstance(entity, Metric) or any(context.catalog.is_known(entity.kind, id) for id in before):
        action = "correct the number, or bring back the older document as it was"
        yield Problem(entity.at("id"), f"there is no `{before[0]}` before it; {action}")


def versions(stem: str, number: int) -> Iterator[str]:
    """The ids of the versions before, the newest first, and what has no number."""
    yield from (f"{stem}v{before}" for before in range(number - 1, 0, -1))
    yield stem[:-1]


CASES = """
## Bad: a metric alone, an experiment with an older one

```yaml metrics/sales_v12.yaml
id: sales_v12
#   ^^^^^^^^^ there is no `sales_v11` before it; correct the number, or bring back the older document as it was
```
```yaml experiments/experiments.yaml
- {id: one-page, name: a}
- {id: one-page-v3, name: a}
#      ^^^^^^^^^^^ there is no `one-page-v2` before it; correct the number, or bring back the older document as it was
```

## Good: second versions, other kinds, no versions, what is over

```yaml metrics/metrics.yaml
- {id: sales_v2, name: a}
- {id: v3, name: b}
- {id: app_v3_starts, name: c}
- {id: app_v2025, name: d}
- {id: old_v3, name: d, status: removed, removed_on: 2025-01-01}
```
```yaml launches/app-v5.yaml
id: app-v5
```
```yaml tools/tools.yaml
- {id: tool-v1, name: a, owner: x, status: adopted}
- {id: tool-v3, name: a, owner: x, status: adopted}
```
"""
