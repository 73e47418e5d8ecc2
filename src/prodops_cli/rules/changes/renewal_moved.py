"""The day on which a contract renews is what the contract says.

A renewal that moves to a later day takes the reminder with it: nobody decides in time,
and the contract renews itself as it was. The day changes when somebody has decided, or
when it has passed.

## Bad

```yaml tools/amplitude.yaml (before)
id: amplitude
contract: {renewal: 2025-07-31, notice: 30d}
```
```yaml tools/amplitude.yaml
id: amplitude
contract: {renewal: 2025-12-31, notice: 30d}
#                   ^^^^^^^^^^ its renewal was 31 Jul, with notice until 1 Jul, and nothing was decided; write the
#                     `decision` that moved it, or put it back
```

## Good

```yaml tools/amplitude.yaml (before)
id: amplitude
contract: {renewal: 2025-07-31, notice: 30d}
```
```yaml tools/amplitude.yaml
id: amplitude
contract: {renewal: 2026-07-31, notice: 30d, decision: renew}
```
"""

from prodops_cli.changes.change import Change
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import day


@rule(Change, warning)
def check(change: Change, context: Context) -> Problems:
    """What renews earlier than was thought is told by renewal-due, when it is time."""
    before, after = change.before, change.after
    if not isinstance(before, Tool) or not isinstance(after, Tool) or not after.is_live:
        return
    old, new = before.contract or Contract(), after.contract or Contract()
    if old.renewal is None or old.renewal < context.today or old.decision or new.decision or new.ends:
        return
    if new.renewal is None or new.renewal > old.renewal:
        notice = old.decide_by
        until = f", with notice until {day(notice, context.today)}" if notice and notice != old.renewal else ""
        action = "write the `decision` that moved it, or put it back"
        message = f"its renewal was {day(old.renewal, context.today)}{until}, and nothing was decided; {action}"
        yield Problem(after.at("contract", "renewal"), message)


CASES = """
## Bad: not said any more

```yaml tools/a.yaml (before)
id: a
contract: {renewal: 2025-07-31}
```
```yaml tools/a.yaml
id: a
contract: {notice: 30d}
^^^^^^^^ its renewal was 31 Jul, and nothing was decided; write the `decision` that moved it, or put it back
```

## Good: it has passed, earlier, decided before, ends, retired

```yaml tools/tools.yaml (before)
- {id: a, name: a, owner: x, status: adopted, contract: {renewal: 2025-06-14}}
- {id: b, name: b, owner: x, status: adopted, contract: {renewal: 2025-09-30}}
- {id: c, name: c, owner: x, status: adopted, contract: {renewal: 2025-09-30, decision: renew}}
- {id: d, name: d, owner: x, status: adopted, contract: {renewal: 2025-09-30}}
- {id: e, name: e, owner: x, status: adopted, contract: {renewal: 2025-09-30}}
```
```yaml tools/tools.yaml
- {id: a, name: a, owner: x, status: adopted, contract: {renewal: 2026-06-14}}
- {id: b, name: b, owner: x, status: adopted, contract: {renewal: 2025-08-30}}
- {id: c, name: c, owner: x, status: adopted, contract: {renewal: 2026-09-30}}
- {id: d, name: d, owner: x, status: adopted, contract: {ends: 2025-09-30}}
- {id: e, name: e, owner: x, status: retired}
```
"""
