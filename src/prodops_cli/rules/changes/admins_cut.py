"""A tool never loses all but one of its administrators at once.

With the access of the last colleague goes the way back into the account. Whoever takes
a tool over is added first, and the others leave after it worked.

## Bad

```yaml tools/sentry.yaml (before)
id: sentry
admins: [anna, ben, cleo]
```
```yaml tools/sentry.yaml
id: sentry
admins: [anna]
#       ^^^^^^ `ben` and `cleo` were taken out, and only `anna` is left; add another admin before they go
```

## Bad: all of them are others

```yaml tools/sentry.yaml (before)
id: sentry
admins: [anna, ben]
```
```yaml tools/sentry.yaml
id: sentry
admins: [cleo, dan]
#       ^^^^^^^^^^^ `anna` and `ben` were taken out, and nobody is left who was there before; keep one of them
#         until the new ones are in
```

## Good

```yaml tools/sentry.yaml (before)
id: sentry
admins: [anna, ben, cleo]
```
```yaml tools/sentry.yaml
id: sentry
admins: [anna, dan]
```

Who has left the company goes without asking, and a team counts for all of its people.
"""

from prodops_cli.changes.change import Change
from prodops_cli.changes.words import few
from prodops_cli.findings import Problem, Problems
from prodops_cli.lint.context import Context
from prodops_cli.lint.rule import error, rule
from prodops_cli.models.owner import Owner
from prodops_cli.models.tool import Tool


@rule(Change, error, instead_of=("too-few-admins",))
def check(change: Change, context: Context) -> Problems:
    """What nobody uses any more needs no admins."""
    before, after = change.before, change.after
    if not isinstance(before, Tool) or not isinstance(after, Tool) or not after.is_live:
        return
    new = context.effects.new_ids
    old = tuple(dict.fromkeys(new.get(("owner", each), each) for each in before.admins or ()))
    now = tuple(dict.fromkeys(after.admins or ()))
    cut = [each for each in old if each not in now and is_there(each, context)]
    if len(old) < 2 or not cut or any(is_team(each, context) for each in now):
        return
    if len(now) < 2:
        left = f"only `{now[0]}` is left; add another admin" if now else "nobody is left; name two admins"
        yield Problem(after.at("admins"), f"{taken(cut)} {left} before they go")
    elif not set(old) & set(now):
        action = "keep one of them until the new ones are in"
        yield Problem(after.at("admins"), f"{taken(cut)} nobody is left who was there before; {action}")


def taken(cut: list[str]) -> str:
    """Who can administer it no longer."""
    return f"{few(cut)} {'was' if len(cut) == 1 else 'were'} taken out, and"


def is_there(id: str, context: Context) -> bool:
    """Whether somebody still works here, as far as anybody knows."""
    owner = context.catalog.get(Owner, id)
    return owner is None or not owner.farewell(context.today)


def is_team(id: str, context: Context) -> bool:
    """Whether an id is a team's."""
    owner = context.catalog.get(Owner, id)
    return owner is not None and owner.type == "team"


CASES = """
## Bad: nobody at all

```yaml tools/a.yaml (before)
id: a
admins: [anna, ben]
```
```yaml tools/a.yaml
id: a
#   ^ `anna` and `ben` were taken out, and nobody is left; name two admins before they go
```

## Good: left, a team, retired, one all along

```yaml tools/a.yaml (before)
id: a
admins: [anna, ben]
```
```yaml tools/a.yaml
id: a
admins: [anna]
```
```yaml owners/ben.yaml
id: ben
left: 2025-06-01
```
```yaml tools/b.yaml (before)
id: b
admins: [anna, cleo]
```
```yaml tools/b.yaml
id: b
admins: [ops]
```
```yaml owners/ops.yaml
id: ops
type: team
```
```yaml tools/c.yaml (before)
id: c
admins: [anna, cleo]
```
```yaml tools/c.yaml
id: c
status: retired
```
```yaml tools/d.yaml (before)
id: d
admins: [anna]
```
```yaml tools/d.yaml
id: d
admins: [cleo]
```
"""
