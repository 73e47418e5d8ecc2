"""A trial ends on a day that is known.

A trial without an end becomes a tool that nobody chose: people put their work into it,
Security never looked at it, and one day there is an invoice. On the day it ends,
somebody says whether it is adopted or goes.

## Bad

```yaml tools/sprig.yaml
id: sprig
status: trial
trial_ends: 2025-06-01
#           ^^^^^^^^^^ the trial ended on 1 Jun, 14 days ago; adopt it, retire it, or agree on another day
```
```yaml tools/maze.yaml
id: maze
#   ^^^^ is on trial, and nobody wrote until when; add `trial_ends`
status: trial
```

## Good

```yaml tools/sprig.yaml
id: sprig
status: trial
trial_ends: 2025-06-30
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count, day


@rule(Tool, warning)
def check(tool: Tool, context: Context) -> Problems:
    """What is only evaluated needs no end, but keeps one that is written."""
    if tool.status not in ("trial", "evaluating"):
        return
    if tool.trial_ends is None:
        if tool.status == "trial":
            yield Problem(tool.at("trial_ends"), "is on trial, and nobody wrote until when; add `trial_ends`")
    elif tool.trial_ends < context.today:
        ago = count((context.today - tool.trial_ends).days, "day")
        ended = f"the trial ended on {day(tool.trial_ends, context.today)}, {ago} ago"
        yield Problem(tool.at("trial_ends"), f"{ended}; adopt it, retire it, or agree on another day")


CASES = """
## Bad: evaluated

```yaml tools/a.yaml
id: a
status: evaluating
trial_ends: 2025-06-14
#           ^^^^^^^^^^ the trial ended on 14 Jun, 1 day ago; adopt it, retire it, or agree on another day
```

## Good: the last day, adopted since, evaluated on paper

```yaml tools/a.yaml
id: a
status: trial
trial_ends: 2025-06-15
```
```yaml tools/b.yaml
id: b
status: adopted
trial_ends: 2025-06-01
```
```yaml tools/c.yaml
id: c
status: evaluating
```
"""
