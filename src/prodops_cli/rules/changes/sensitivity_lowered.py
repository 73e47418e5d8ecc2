"""A metric that reveals much of people goes on to be called so.

Who may see a metric, and for how long, is decided by its sensitivity. A lower one opens
it to more people than had agreed to it, and a review of the query does not show that.

## Bad

```yaml metrics/messages.yaml (before)
id: messages
sensitivity: stored_content
```
```yaml metrics/messages.yaml
id: messages
sensitivity: technical
#            ^^^^^^^^^ its sensitivity was `stored_content`, which is more; put it back, or say in an allow
#              comment who agreed
```

## Good

```yaml metrics/messages.yaml (before)
id: messages
sensitivity: technical
```
```yaml metrics/messages.yaml
id: messages
sensitivity: stored_content
```

## Allowing

`# prodops: allow sensitivity-lowered -- counts only, agreed with the privacy team` beside
the value.
"""

from prodops_cli.changes.change import Change
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.keys import words_of
from prodops_cli.models.metric import Metric


@rule(Change, error)
def check(change: Change, context: Context) -> Problems:
    """What is no longer said is open to everybody."""
    before, after = change.before, change.after
    if not isinstance(before, Metric) or not isinstance(after, Metric) or before.sensitivity is None:
        return
    levels = words_of(Metric, "sensitivity")
    if after.sensitivity is None or levels.index(after.sensitivity) < levels.index(before.sensitivity):
        which = "which is more" if after.sensitivity else "and says nothing now"
        action = "put it back, or say in an allow comment who agreed"
        yield Problem(after.at("sensitivity"), f"its sensitivity was `{before.sensitivity}`, {which}; {action}")


CASES = """
## Bad: not said any more

```yaml metrics/a.yaml (before)
id: a
sensitivity: technical
```
```yaml metrics/a.yaml
id: a
#   ^ its sensitivity was `technical`, and says nothing now; put it back, or say in an allow comment who agreed
```
"""
