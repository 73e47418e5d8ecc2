"""Every day exists.

31 September is a promise that nobody can keep: the day before it is somebody's last
day to cancel a contract, and no calendar will remind them.

## Bad

```yaml tools/miro.yaml
id: miro
name: Miro
owner: someone
status: adopted
contract:
  renewal: 2025-09-31
#          ^^^^^^^^^^ there is no day `2025-09-31`: September 2025 has 30 days
```

## Good

```yaml tools/miro.yaml
id: miro
name: Miro
owner: someone
status: adopted
contract:
  renewal: 2025-09-30
```
"""

import re
from calendar import month_name, monthrange

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.mistakes import ImpossibleDate

WRITTEN = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


@rule(ImpossibleDate, error)
def check(mistake: ImpossibleDate, context: Context) -> Problems:
    """Why no calendar has it, or what is wrong with its time."""
    text = str(mistake.value)
    why = why_impossible(text)
    if why:
        yield Problem(mistake.place(), f"there is no day `{text[:10]}`: {why}")
    else:
        yield Problem(mistake.place(), f"`{text}` is no instant; write one such as 2026-11-22T09:00:00+01:00")


def why_impossible(text: str) -> str:
    """What no calendar has; empty where the day is all right, or not written as one."""
    if not (found := WRITTEN.match(text)):
        return ""
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return f"a year has 12 months, and this is month {month}"
    if year == 0:
        return "years begin with 1"
    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{month_name[month]} {year} has {last} days"


CASES = """
## Bad: months, and times

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: draft
created: 2025-13-01
#        ^^^^^^^^^^ there is no day `2025-13-01`: a year has 12 months, and this is month 13
reviewed: 0000-01-01
#         ^^^^^^^^^^ there is no day `0000-01-01`: years begin with 1
start: 2025-02-29T09:00:00Z
#      ^^^^^^^^^^^^^^^^^^^^ there is no day `2025-02-29`: February 2025 has 28 days
end: 2025-03-01T25:00:00Z
#    ^^^^^^^^^^^^^^^^^^^^ `2025-03-01T25:00:00Z` is no instant; write one such as 2026-11-22T09:00:00+01:00
```
"""
