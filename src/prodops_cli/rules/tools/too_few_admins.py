"""Two people or more can administer each tool.

With one administrator, a holiday means that nobody gets access, and a resignation that
a company writes to a vendor's support to get back into its own account. For a tool of
tier 1 that is an error.

## Bad

```yaml tools/sentry.yaml
id: sentry
admins: [anna]
#       ^^^^^^ only `anna` can administer it; name another admin, so that nobody is locked out
```
```yaml tools/zendesk.yaml
id: zendesk
#   ^^^^^^^ names no admin; write two or more in `admins`, so that nobody is locked out
criticality: tier1
```

## Good

```yaml tools/sentry.yaml
id: sentry
admins: [anna, ben]
```

A team among the admins counts for all of its people. What is only being evaluated
needs no admins yet.

## Options

`at_least`: how many there must be (2).
"""

from prodops_cli.findings import Problem, Problems, Severity
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


@rule(Tool, warning)
def check(tool: Tool, context: Context, *, at_least: int = 2) -> Problems:
    """One who is named twice is still one."""
    admins = tuple(dict.fromkeys(tool.admins or ()))
    owners = (context.catalog.get(Owner, admin) for admin in admins)
    is_enough = len(admins) >= at_least or any(owner and owner.type == "team" for owner in owners)
    if is_enough or not tool.is_live or tool.status == "evaluating":
        return
    severity = Severity.error if tool.criticality == "tier1" else Severity.warning
    yield Problem(tool.at("admins"), message(admins, at_least), severity=severity)


def message(admins: tuple[str, ...], at_least: int) -> str:
    """Who can administer it, and what to do."""
    why = "so that nobody is locked out"
    if not admins:
        return f"names no admin; write {'two' if at_least == 2 else at_least} or more in `admins`, {why}"
    missing = at_least - len(admins)
    others = "another admin" if missing == 1 else f"{missing} others"
    return f"only {listing([f'`{admin}`' for admin in admins])} can administer it; name {others}, {why}"


CASES = """
## Bad: one who is named twice

```yaml tools/a.yaml
id: a
admins: [anna, anna]
#       ^^^^^^^^^^^^ only `anna` can administer it; name another admin, so that nobody is locked out
```

## Good: a team, evaluated, retired

```yaml tools/a.yaml
id: a
admins: [data]
```
```yaml owners/data.yaml
id: data
type: team
```
```yaml tools/b.yaml
id: b
status: evaluating
```
```yaml tools/c.yaml
id: c
status: retired
criticality: tier1
```
"""
