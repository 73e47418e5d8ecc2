"""Every comment that allows something says why.

In half a year nobody remembers whether the mistake was accepted by those who decide,
or only silenced before a merge. A reason makes it a decision, and whoever reads it can
tell when it no longer holds.

## Bad

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2025-07-01
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ says nothing of why `unknown-reference` is accepted
#               here; add ` -- ` and the reason
```

## Good

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference until 2025-07-01 -- nobody joins in July
```
"""

from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.comment import Allowance
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.phrases import listing


@rule(Allowance, warning)
def check(allowance: Allowance, _: Context) -> Problems:
    """Whether a reason is a good one, people see."""
    if not allowance.reason:
        names = [name.text for name in allowance.names]
        what = f"{listing([f'`{name}`' for name in names])} {'is' if len(names) == 1 else 'are'}"
        message = f"says nothing of why {what} accepted here; add ` -- ` and the reason"
        yield Problem(allowance.place, message, detail=",".join(names))


CASES = """
## Bad: dashes without words, two rules

```yaml tools/figma.yaml
id: figma
owner: nobody # prodops: allow unknown-reference, overdue --
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ says nothing of why `unknown-reference` and `overdue`
#               are accepted here; add ` -- ` and the reason
```
"""
