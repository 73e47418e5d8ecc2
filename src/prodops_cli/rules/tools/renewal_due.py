"""Contracts are renewed by a decision.

Most contracts renew by themselves, and most of them do so for a year. Who wants to
cancel or to talk about the price must say so before the notice window, which often
closes a quarter of a year earlier. After that there is nothing left to decide, and
the unused seats are paid for again.

It is a warning in the 30 days before the last day for notice, and an error from that
day on. A renewal that has passed is a warning until the next one is written: without
it, nobody would be reminded.

## Bad

```yaml tools/surveys.yaml
id: surveys
contract: {renewal: 2025-08-31, notice: 60d, auto_renew: true}
#                   ^^^^^^^^^^ renews on 31 Aug for 8,000 EUR a year, 30 of 40 seats are idle;
#                              write a `decision` by 2 Jul, in 17 days
cost: {amount: 200, currency: EUR, per: year, basis: seat}
seats: {purchased: 40, active: 10}
```
```yaml tools/whiteboard.yaml
id: whiteboard
contract: {renewal: 2025-07-01, notice: 30d}
#                   ^^^^^^^^^^ renews on 1 Jul; the last day for notice was 1 Jun: talk to the vendor,
#                              and write the `decision`
```

## Good

```yaml tools/surveys.yaml
id: surveys
contract: {renewal: 2025-08-31, notice: 60d, auto_renew: true, decision: cancel}
```

## Options

`warn_days`: how many days before the last day for notice the warning begins (30).
"""

from datetime import date

from prodops_cli.findings import Problem, Problems, Severity
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.tool import Contract, Tool
from prodops_cli.phrases import count, day


@rule(Tool, error)
def check(tool: Tool, context: Context, *, warn_days: int = 30) -> Problems:
    """A contract that ends by itself, or that is decided, renews nothing that anybody has forgotten."""
    contract = tool.contract
    if contract is None or not tool.is_live or is_settled(contract, context.today):
        return
    decide_by, renewal, today = contract.decide_by, contract.renewal, context.today
    if decide_by is None or renewal is None or (left := (decide_by - today).days) > warn_days:
        return
    severity = Severity.warning if left > 0 or renewal < today else Severity.error
    yield Problem(tool.at("contract", "renewal"), message(tool, decide_by, renewal, today), severity=severity)


def message(tool: Tool, decide_by: date, renewal: date, today: date) -> str:
    """What is due, what it costs, and until when one can do what."""
    if renewal < today:
        return f"was up for renewal on {day(renewal, today)}; write the day of the next one, or when it `ends`"
    left, last = (decide_by - today).days, day(decide_by, today)
    due = f"renews on {day(renewal, today)}{price(tool)}"
    if left > 0:
        return f"{due}; write a `decision` by {last}, in {count(left, 'day')}"
    if left == 0:
        return f"{due}; today is the last day for notice: decide, and write the `decision`"
    return f"{due}; the last day for notice was {last}: talk to the vendor, and write the `decision`"


def is_settled(contract: Contract, today: date) -> bool:
    """Whether nothing is left to be decided: it ends, or somebody has decided on the renewal that comes next."""
    if contract.last_day is not None:
        return contract.ends is None or contract.renewal is None or contract.ends <= contract.renewal
    return contract.decision is not None and (contract.renewal is None or today <= contract.renewal)


def price(tool: Tool) -> str:
    """What it costs, and how much of that nobody uses."""
    cost = f" for {tool.price}" if tool.price else ""
    idle = tool.seats.idle if tool.seats else None
    if not idle or tool.seats is None or tool.seats.purchased is None:
        return cost
    return f"{cost}, {idle:,} of {count(tool.seats.purchased, 'seat')} {'is' if idle == 1 else 'are'} idle"


CASES = """
## Bad: the last day for notice is today; no notice is agreed

```yaml tools/a.yaml
id: a
contract: {renewal: 2025-07-15, notice: 1mo}
#                   ^^^^^^^^^^ renews on 15 Jul for 1,250.50 EUR a month; today is the last day for notice: decide,
#                              and write the `decision`
cost: {amount: 1250.5, currency: EUR, per: month, basis: flat}
```
```yaml tools/b.yaml
id: b
contract: {renewal: 2025-06-16}
#                   ^^^^^^^^^^ renews on 16 Jun, 1 of 2 seats is idle; write a `decision` by 16 Jun, in 1 day
seats: {purchased: 2, active: 1}
```

## Bad: nobody has written what came after

```yaml tools/a.yaml
id: a
contract: {renewal: 2025-06-14, notice: 60d, decision: renew}
#                   ^^^^^^^^^^ was up for renewal on 14 Jun; write the day of the next one, or when it `ends`
```

## Good: far away, ending, cancelled, retired

```yaml tools/a.yaml
id: a
contract: {renewal: 2025-09-14, notice: 60d}
```
```yaml tools/b.yaml
id: b
contract: {renewal: 2025-07-01, notice: 60d, ends: 2025-06-30}
```
```yaml tools/c.yaml
id: c
contract: {renewal: 2025-06-01, notice: 60d, decision: cancel}
```
```yaml tools/d.yaml
id: d
status: retired
contract: {renewal: 2025-07-01, notice: 60d}
```
"""
