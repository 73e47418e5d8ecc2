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
#          ^^^^^^^^^^ there is no day `2025-09-31`: September 2025 has 30 days; did you mean 2025-09-30?
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
MONTHS = 12


@rule(ImpossibleDate, error)
def check(mistake: ImpossibleDate, context: Context) -> Problems:
    """Why no calendar has it, or what is wrong with its time."""
    text = str(mistake.value)
    why = why_impossible(text)
    if why:
        yield Problem(mistake.place(), f"there is no day `{text[:10]}`: {why}; {instead(*numbers(text))}")
    else:
        yield Problem(mistake.place(), f"`{text}` is no instant; write one such as 2026-11-22T09:00:00+01:00")


def why_impossible(text: str) -> str:
    """What no calendar has; empty where the day is all right, or not written as one."""
    if not WRITTEN.match(text):
        return ""
    year, month, day = numbers(text)
    if not 1 <= month <= MONTHS:
        return f"a year has 12 months, and this is month {month}"
    if year == 0:
        return "years begin with 1"
    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{month_name[month]} {year} has {last} days"


def numbers(text: str) -> tuple[int, int, int]:
    """The year, the month and the day, as they are written."""
    year, month, day = text[:10].split("-")
    return int(year), int(month), int(day)


def instead(year: int, month: int, day: int) -> str:
    """The nearest day that there is; of a month that there isn't, the one that is written the other way round."""
    if year == 0:
        return "write one such as 2026"
    if not 1 <= month <= MONTHS:
        is_turned = 1 <= day <= MONTHS and 1 <= month <= monthrange(year, day)[1]
        return f"did you mean {year:04}-{day:02}-{month:02}?" if is_turned else "write one from 01 to 12"
    nearest = min(max(day, 1), monthrange(year, month)[1])
    return f"did you mean {year:04}-{month:02}-{nearest:02}?"


CASES = """
## Bad: months, and times

```yaml experiments/checkout.yaml
id: checkout
name: Checkout
owner: someone
type: ab_test
status: draft
created: 2025-13-01
#        ^^^^^^^^^^ there is no day `2025-13-01`: a year has 12 months, and this is month 13; did you mean 2025-01-13?
reviewed: 0000-01-01
#         ^^^^^^^^^^ there is no day `0000-01-01`: years begin with 1; write one such as 2026
start: 2025-02-29T09:00:00Z
#      ^^^^^^^^^^^^^^^^^^^^ there is no day `2025-02-29`: February 2025 has 28 days; did you
#                           mean 2025-02-28?
end: 2025-03-01T25:00:00Z
#    ^^^^^^^^^^^^^^^^^^^^ `2025-03-01T25:00:00Z` is no instant; write one such as 2026-11-22T09:00:00+01:00
```

## Bad: no day at all, and no month either way

```yaml owners/anna.yaml
id: anna
name: Anna
type: person
created: 2025-06-00
#        ^^^^^^^^^^ there is no day `2025-06-00`: June 2025 has 30 days; did you mean 2025-06-01?
reviewed: 2025-31-31
#         ^^^^^^^^^^ there is no day `2025-31-31`: a year has 12 months, and this is month 31; write one from 01 to 12
```
"""
