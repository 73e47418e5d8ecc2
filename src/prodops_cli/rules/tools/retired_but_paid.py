"""What is retired is no longer paid for.

The team has moved on, the last user is gone, and the invoice still comes, each year on
the day of the renewal, because to retire a tool and to cancel its contract are two
tasks of two people. It is the easiest money a company ever saves.

## Bad

```yaml tools/usertesting.yaml
id: usertesting
status: retired
contract: {renewal: 2025-09-30, auto_renew: true}
#                   ^^^^^^^^^^ is `retired`, and renews on 30 Sep for 12,000 EUR a year; cancel it, and write when it
#                      `ends`
cost: {amount: 12000, currency: EUR, per: year}
```
```yaml tools/loom.yaml
id: loom
status: retired
cost: {amount: 150, currency: USD, per: month}
#              ^^^ is `retired`, and costs 150 USD a month; cancel it, and write in `contract` when it `ends`
```

## Good

```yaml tools/usertesting.yaml
id: usertesting
status: retired
contract: {ends: 2025-09-30}
cost: {amount: 12000, currency: EUR, per: year}
```

A contract that was cancelled, or that passed its renewal and doesn't renew itself, is
over.
"""

from datetime import date

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import day


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """A cost that came once is over; one whose contract says nothing goes on."""
    contract = tool.contract or Contract()
    is_unclear = any(doubt[:1] == ("contract",) for doubt in tool.doubtful)
    if tool.is_live or contract.last_day is not None or is_unclear:
        return
    if contract.renewal is None:
        if tool.cost and tool.cost.amount and tool.cost.per in ("month", "year"):
            message = f"is `retired`, and costs {tool.price}; cancel it, and write in `contract` when it `ends`"
            yield Problem(tool.at("cost", "amount"), message)
    elif (verb := renews(contract, contract.renewal, context.today)) is not None:
        cost = f" for {tool.price}" if tool.price else ""
        what = f"is `retired`, and {verb} on {day(contract.renewal, context.today)}{cost}"
        yield Problem(tool.at("contract", "renewal"), f"{what}; cancel it, and write when it `ends`")


def renews(contract: Contract, renewal: date, today: date) -> str | None:
    """Whether it renews, or has renewed; None where it ran out."""
    if contract.auto_renew is False and contract.decision is None:
        return None
    if renewal >= today:
        return "renews" if contract.auto_renew or contract.decision else "is up for renewal"
    return "renewed" if contract.auto_renew or contract.decision else None


CASES = """
## Bad: it renewed itself, or somebody decided so

```yaml tools/a.yaml
id: a
status: retired
contract: {renewal: 2025-05-30, auto_renew: true}
#                   ^^^^^^^^^^ is `retired`, and renewed on 30 May; cancel it, and write when it `ends`
```
```yaml tools/b.yaml
id: b
status: retired
contract: {renewal: 2026-05-30, auto_renew: false, decision: renew}
#                   ^^^^^^^^^^ is `retired`, and renews on 30 May 2026; cancel it, and write when it `ends`
```

```yaml tools/c.yaml
id: c
status: retired
contract: {renewal: 2025-07-30}
#                   ^^^^^^^^^^ is `retired`, and is up for renewal on 30 Jul; cancel it, and write when it `ends`
```

## Good: cancelled, ran out, paid once, free, in use, a slip

```yaml tools/a.yaml
id: a
status: retired
contract: {renewal: 2025-09-30, auto_renew: true, decision: cancel}
```
```yaml tools/b.yaml
id: b
status: retired
contract: {renewal: 2025-05-30}
cost: {amount: 12, currency: EUR, per: year}
```
```yaml tools/c.yaml
id: c
status: retired
contract: {renewal: 2025-09-30, auto_renew: false}
```
```yaml tools/d.yaml
id: d
status: retired
cost: {amount: 12, currency: EUR, per: once}
```
```yaml tools/e.yaml
id: e
status: retired
cost: {amount: 0, currency: EUR, per: month}
```
```yaml tools/f.yaml
id: f
status: retiring
cost: {amount: 12, currency: EUR, per: month}
```
```yaml tools/g.yaml
id: g
status: retired
contract: {ends: soon}
cost: {amount: 12, currency: EUR, per: month}
```
"""
