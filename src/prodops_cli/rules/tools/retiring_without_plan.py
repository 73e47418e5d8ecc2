"""A tool that is retiring has a last day.

"Retiring" without a day means "adopted, but nobody cares": half of the teams stay, new
work still goes in, and two invoices are paid. With a last day, and a name for what
comes instead, people move.

## Bad

```yaml tools/mixpanel.yaml
id: mixpanel
#   ^^^^^^^^ is `retiring`, and nobody wrote until when, or what comes instead; write when its `contract` `ends`, and
#            `replaced_by`
status: retiring
```

## Good

```yaml tools/mixpanel.yaml
id: mixpanel
status: retiring
replaced_by: amplitude
contract: {ends: 2025-11-30}
```

A contract that was cancelled says the day as well. Where its renewal is up for a
decision, renewal-due asks for that first.
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Contract, Tool

SOON = 30
"""From so many days before the last day for notice on, renewal-due speaks."""


@rule(Tool, warning)
def check(tool: Tool, context: Context) -> Problems:
    """One that ends, and has nothing in its place, may have been needed for a while only."""
    contract = tool.contract or Contract()
    if tool.status != "retiring" or contract.last_day or is_up_for_decision(contract, context.today):
        return
    instead, name_it = (", or what comes instead", ", and `replaced_by`") if not tool.replaced_by else ("", "")
    message = f"is `retiring`, and nobody wrote until when{instead}; write when its `contract` `ends`{name_it}"
    yield Problem(tool.at("contract", "ends"), message)


def is_up_for_decision(contract: Contract, today: date) -> bool:
    """Whether a renewal is near about which nobody has decided."""
    decide_by = contract.decide_by
    return decide_by is not None and contract.decision is None and (decide_by - today).days <= SOON


CASES = """
## Bad: something comes instead; it renews

```yaml tools/a.yaml
id: a
status: retiring
replaced_by: b
contract: {start: 2024-01-01, renewal: 2026-01-01}
^^^^^^^^ is `retiring`, and nobody wrote until when; write when its `contract` `ends`
```
```yaml tools/b.yaml
id: b
status: retiring
replaced_by: a
contract: {renewal: 2025-07-01, decision: renew}
^^^^^^^^ is `retiring`, and nobody wrote until when; write when its `contract` `ends`
```

## Good: cancelled, up for a decision, adopted

```yaml tools/a.yaml
id: a
status: retiring
contract: {renewal: 2026-01-01, decision: cancel}
```
```yaml tools/b.yaml
id: b
status: retiring
contract: {renewal: 2025-07-01}
```
```yaml tools/c.yaml
id: c
status: adopted
```
"""
