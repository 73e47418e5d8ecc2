"""A tool's data stays as confidential as it was called.

Which tools may get customers' data, and what the contract must say, follows from the
classification. If it is lowered, all those questions are silently answered.

## Bad

```yaml tools/zendesk.yaml (before)
id: zendesk
data: {classification: confidential, flow: both}
```
```yaml tools/zendesk.yaml
id: zendesk
data: {classification: internal, flow: both}
#                      ^^^^^^^^ its data was `confidential`, which is more; put it back, or say in an allow
#                        comment who agreed
```

## Good

```yaml tools/zendesk.yaml (before)
id: zendesk
data: {classification: internal, flow: both}
```
```yaml tools/zendesk.yaml
id: zendesk
data: {classification: confidential, flow: both}
```

## Allowing

`# prodops: allow classification-lowered -- no customer data since May, says security`
beside the value.
"""

from typing import get_args

from prodops_cli.changes.change import Change
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Classification, Tool


@rule(Change, error)
def check(change: Change, context: Context) -> Problems:
    """What is no longer said is less than anything."""
    if isinstance(change.before, Tool) and isinstance(change.after, Tool):
        was, now = classification(change.before), classification(change.after)
        levels = get_args(Classification)
        if was is not None and (now is None or levels.index(now) < levels.index(was)):
            which = "which is more" if now else "and says nothing now"
            action = "put it back, or say in an allow comment who agreed"
            yield Problem(change.after.at("data", "classification"), f"its data was `{was}`, {which}; {action}")


def classification(tool: Tool) -> Classification | None:
    """How careful one must be with the data in it."""
    return tool.data.classification if tool.data else None


CASES = """
## Bad: not said any more

```yaml tools/a.yaml (before)
id: a
data: {classification: internal}
```
```yaml tools/a.yaml
id: a
#   ^ its data was `internal`, and says nothing now; put it back, or say in an allow comment who agreed
```
"""
