"""No more seats are used than paid for.

Vendors count, and bill the difference at list price when the contract is renewed, just
when one wanted to talk about a discount. Seats that people no longer use can be taken
back in a minute, as long as one knows.

## Bad

```yaml tools/figma.yaml
id: figma
seats: {purchased: 60, assigned: 64}
#                                ^^ are assigned, but 60 seats are paid for: 4 too many; take seats back, or buy more
```

## Good

```yaml tools/figma.yaml
id: figma
seats: {purchased: 65, assigned: 64}
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import count


@rule(Tool, warning)
def check(tool: Tool, context: Context) -> Problems:
    """Where nobody counted who was assigned a seat, those who use one count."""
    seats = tool.seats
    if seats is None or seats.purchased is None or not tool.is_live:
        return
    key, verb = ("assigned", "assigned") if seats.assigned is not None else ("active", "used")
    used = seats.assigned if seats.assigned is not None else seats.active
    if used is not None and used > seats.purchased:
        paid = f"{count(seats.purchased, 'seat')} {'is' if seats.purchased == 1 else 'are'} paid for"
        too_many = f"{used - seats.purchased:,} too many"
        message = f"are {verb}, but {paid}: {too_many}; take seats back, or buy more"
        yield Problem(tool.at("seats", key), message)


CASES = """
## Bad: seats that are used

```yaml tools/a.yaml
id: a
seats: {purchased: 1, active: 3}
#                             ^ are used, but 1 seat is paid for: 2 too many; take seats back, or buy more
```

## Good: as many as paid for, not counted, retired

```yaml tools/a.yaml
id: a
seats: {purchased: 3, assigned: 3, active: 3}
```
```yaml tools/b.yaml
id: b
seats: {assigned: 3}
```
```yaml tools/c.yaml
id: c
status: retired
seats: {purchased: 1, assigned: 3}
```
"""
