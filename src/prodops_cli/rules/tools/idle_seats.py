"""Seats that are paid for are used.

Seats are bought for the team that one hopes to have, and counted again by the vendor
alone. A list of who has not signed in for two months is written in an hour; at the
renewal it is worth more than any discount.

## Bad

```yaml tools/miro.yaml
id: miro
cost: {amount: 108, currency: EUR, per: year, basis: seat}
seats: {purchased: 40, active: 11, counted_on: 2025-05-31}
#                              ^^ of 40 seats `11` were used on 31 May, and 29 are idle, for 3,132 EUR a year; take
#                                 them back, and buy fewer at the renewal
```

## Good

```yaml tools/miro.yaml
id: miro
seats: {purchased: 40, active: 35, counted_on: 2025-05-31}
```

A tool that is on its way out, or whose contract ends, has idle seats by intention.

## Options

`share`: which part of the seats may be idle (0.25). `count`: fewer idle seats than that
are not worth a talk (5).

## Allowing

Where people are to come: `# prodops: allow idle-seats until 2025-09-30 -- the new team starts
in August` beside the count.
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Seats, Tool
from prodops_cli.phrases import count as counted
from prodops_cli.phrases import day


@rule(Tool, warning)
def check(tool: Tool, context: Context, *, share: float = 0.25, count: int = 5) -> Problems:
    """Both must be passed: the share, and the number."""
    seats, idle = tool.seats, tool.seats.idle if tool.seats else None
    is_ending = tool.contract is not None and tool.contract.last_day is not None
    if not seats or not seats.purchased or not idle or is_ending or tool.status not in ("adopted", "hold"):
        return
    if idle >= count and idle > share * seats.purchased:
        on = f" on {day(seats.counted_on, context.today)}" if seats.counted_on else ""
        used = (
            f"of {counted(seats.purchased, 'seat')} `{seats.active}` {'was' if seats.active == 1 else 'were'} used{on}"
        )
        what = f"{used}, and {idle:,} {'is' if idle == 1 else 'are'} idle{price(tool, seats, idle)}"
        message = f"{what}; take {'it' if idle == 1 else 'them'} back, and buy fewer at the renewal"
        yield Problem(tool.at("seats", "active"), message)


def price(tool: Tool, seats: Seats, idle: int) -> str:
    """What the idle seats cost, where seats are what is paid for."""
    if tool.cost is None or tool.cost.basis != "seat" or not (words := tool.cost.in_words(idle)):
        return ""
    return f", for {words}"


CASES = """
## Bad: nobody knows the price

```yaml tools/a.yaml
id: a
status: hold
cost: {amount: 108, currency: EUR, per: year, basis: flat}
seats: {purchased: 1200, active: 1}
#                                ^ of 1,200 seats `1` was used, and 1,199 are idle; take them back, and buy fewer at
#                                  the renewal
```

## Good: few, a small part, not counted, ending, retiring

```yaml tools/a.yaml
id: a
seats: {purchased: 5, active: 1}
```
```yaml tools/b.yaml
id: b
seats: {purchased: 40, active: 30}
```
```yaml tools/c.yaml
id: c
seats: {purchased: 40}
```
```yaml tools/d.yaml
id: d
contract: {renewal: 2025-12-31, decision: cancel}
seats: {purchased: 40, active: 1}
```
```yaml tools/e.yaml
id: e
status: retiring
seats: {purchased: 40, active: 1}
```
"""
