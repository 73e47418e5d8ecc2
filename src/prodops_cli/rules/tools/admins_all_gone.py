"""Somebody who is still there administers each tool.

When the last administrator has left, nobody can add a colleague, take a seat back, or
close the accounts of those who left as well. To get in again one writes to the vendor,
and proves for two weeks that one is the company.

## Bad

```yaml tools/braze.yaml
id: braze
admins: [cleo, payments]
#       ^^^^^^^^^^^^^^^^ nobody is left to administer it: `cleo` left on 2 May and `payments` is dissolved; ask the
#          vendor for access, and name two or more
```
```yaml owners/cleo.yaml
id: cleo
left: 2025-05-02
```
```yaml owners/payments.yaml
id: payments
type: team
status: dissolved
```

## Good

```yaml tools/braze.yaml
id: braze
admins: [cleo, dan, eve]
```
```yaml owners/cleo.yaml
id: cleo
left: 2025-05-02
```

Of a tool of which only one admin is left, or of which none was ever named,
too-few-admins tells.
"""

from prodops_cli.findings import Problem, Problems, Related
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


@rule(Tool, error)
def check(tool: Tool, context: Context) -> Problems:
    """One whom nobody knows may still be there."""
    admins = tuple(dict.fromkeys(tool.admins or ()))
    owners = [owner for admin in admins if (owner := context.catalog.get(Owner, admin))]
    why = [f"`{owner.id}` {farewell}" for owner in owners if (farewell := owner.farewell(context.today))]
    if not admins or len(why) < len(admins) or not tool.is_live:
        return
    yield Problem(
        tool.at("admins"),
        f"nobody is left to administer it: {listing(why)}; ask the vendor for access, and name two or more",
        related=tuple(Related(owner.at("id"), "said here") for owner in owners),
    )


CASES = """
## Bad: one who is named twice

```yaml tools/a.yaml
id: a
status: evaluating
admins: [anna, anna]
#       ^^^^^^^^^^^^ nobody is left to administer it: `anna` is no longer active; ask the vendor for access, and name
#          two or more
```
```yaml owners/anna.yaml
id: anna
active: false
```

## Good: none, somebody unknown, somebody who goes later, retired

```yaml tools/a.yaml
id: a
```
```yaml tools/b.yaml
id: b
admins: [anna, who]
```
```yaml tools/c.yaml
id: c
admins: [ben]
```
```yaml tools/d.yaml
id: d
status: retired
admins: [anna]
```
```yaml owners/anna.yaml
id: anna
active: false
```
```yaml owners/ben.yaml
id: ben
left: 2025-06-16
```
"""
