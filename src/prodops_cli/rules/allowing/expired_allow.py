"""No comment allows something until a day that is over.

What it accepted is found again from the next day on, as loud as before; this says that
it was accepted once, why, and that the time is over. Either it is mended by now, or
somebody agrees on another day.

## Bad

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2025-06-01 -- nobody joins in May
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `unknown-reference` was
#               accepted here until 1 Jun, 14 days ago; mend what it finds, and remove the comment, or agree on
#               another day
```

## Good

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2025-06-15 -- nobody joins in June
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.comment import Allowance
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.phrases import count, day, listing


@rule(Allowance, warning)
def check(allowance: Allowance, context: Context) -> Problems:
    """The last day counts. A warning, whatever it allowed: that is back by itself, as severe as it is."""
    if allowance.until is None or allowance.holds_on(context.today):
        return
    names = [name.text for name in allowance.names]
    what = f"{listing([f'`{name}`' for name in names])} {'was' if len(names) == 1 else 'were'} accepted here"
    ago = count((context.today - allowance.until).days, "day")
    finds = "it finds" if len(names) == 1 else "they find"
    message = (
        f"{what} until {day(allowance.until, context.today)}, {ago} ago; "
        f"mend what {finds}, and remove the comment, or agree on another day"
    )
    yield Problem(allowance.place, message, detail=",".join(names))


CASES = """
## Bad: two rules, last year

```yaml tools/figma.yaml
id: figma
owner: someone # prodops: allow no-end, overdue until 2024-12-31
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `no-end` and `overdue` were accepted here until
#                31 Dec 2024, 166 days ago; mend what they find, and remove the comment, or agree on another day
```
"""
