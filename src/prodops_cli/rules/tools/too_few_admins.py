"""Each tool has two admins or more.

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

```yaml tools/braze.yaml
id: braze
admins: [cleo, dan]
#       ^^^^^^^^^^^ only `dan` can administer it (`cleo` left on 2 May); name another admin, so that nobody is
#                   locked out
```
```yaml owners/cleo.yaml
id: cleo
left: 2025-05-02
```

## Good

```yaml tools/sentry.yaml
id: sentry
admins: [anna, ben]
```

A team among the admins counts for all of its people, and who left counts no more; where
nobody is left, admins-all-gone tells. What is only being evaluated needs no admins yet.

## Options

`at_least`: how many there must be (2).
"""

from collections.abc import Mapping

from prodops_cli.findings import Problem, Problems, Severity
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import rule, warning
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool
from prodops_cli.phrases import listing


@rule(Tool, warning)
def check(tool: Tool, context: Context, *, at_least: int = 2) -> Problems:
    """One who is named twice is still one, and one who left is none."""
    if not tool.is_live or tool.status == "evaluating":
        return
    owners = {admin: context.catalog.get(Owner, admin) for admin in tool.admins or ()}
    gone = {admin: why for admin, owner in owners.items() if owner and (why := owner.farewell(context.today))}
    there = {admin: owner for admin, owner in owners.items() if admin not in gone}
    if gone and not there:
        return
    if len(there) < at_least and not any(owner and owner.type == "team" for owner in there.values()):
        severity = Severity.error if tool.criticality == "tier1" else Severity.warning
        yield Problem(tool.at("admins"), message(tuple(there), gone, at_least), severity=severity)


def message(there: tuple[str, ...], gone: Mapping[str, str], at_least: int) -> str:
    """Who can administer it, who no longer can, and what to do."""
    why = "so that nobody is locked out"
    left = listing([f"`{admin}` {farewell}" for admin, farewell in gone.items()])
    missing = at_least - len(there)
    if not there:
        return f"names no admin; write {'two' if at_least == 2 else at_least} or more in `admins`, {why}"
    others = "another admin" if missing == 1 else f"{missing} others"
    only = listing([f"`{admin}`" for admin in there])
    return f"only {only} can administer it{f' ({left})' if left else ''}; name {others}, {why}"


CASES = """
## Bad: one who is named twice

```yaml tools/a.yaml
id: a
admins: [anna, anna]
#       ^^^^^^^^^^^^ only `anna` can administer it; name another admin, so that nobody is locked out
```

## Good: a team, evaluated, retired, somebody who goes later, nobody left

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
```yaml tools/d.yaml
id: d
admins: [anna, ben]
```
```yaml owners/anna.yaml
id: anna
left: 2025-06-16
```
```yaml tools/e.yaml
id: e
admins: [cleo]
```
```yaml owners/cleo.yaml
id: cleo
active: false
```
"""
